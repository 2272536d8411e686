import { erc20Abi, toEventSelector } from 'viem'
import type { StrategyReader } from '#lib/ballots/powers/port.ts'
import { readAll } from '#lib/ballots/powers/read-all.ts'

/** Of ERC-20 and ERC-721 alike: from, to. */
export const TRANSFER = toEventSelector('Transfer(address,address,uint256)')

/** What is held at the end of the snapshot block; ERC-20 and ERC-721 ask for it in the same words. */
export const balance: StrategyReader = {
  timepoint: () => Promise.resolve(null),
  amounts({ client, strategy, snapshot }, _timepoint, accounts) {
    return readAll(client, questionTo(strategy.token), accounts, BigInt(snapshot.block.number))
  },
  async today({ client, strategy }, accounts) {
    const amounts = await readAll(client, questionTo(strategy.token), accounts)
    return amounts.map((held) => ({ held, reason: held > 0n ? 'bought-later' : 'no-tokens' }))
  },
  traces: [{ topic: TRANSFER, account: 2 }],
}

const questionTo = (address: `0x${string}`) => ({
  address,
  abi: erc20Abi,
  functionName: 'balanceOf',
  argsOf: (account: `0x${string}`) => [account],
})
