import { parseAbi, toEventSelector } from 'viem'
import type { StrategyReader } from '#lib/ballots/powers/port.ts'
import { readAll } from '#lib/ballots/powers/read-all.ts'
import type { TokenStrategy } from '#lib/protocol/strategy.ts'

const erc1155Abi = parseAbi(['function balanceOf(address account, uint256 id) view returns (uint256)'])

/** ERC-1155: what is held of one id at the end of the snapshot block. */
export const balanceOfId: StrategyReader = {
  timepoint: () => Promise.resolve(null),
  amounts({ client, strategy, snapshot }, _timepoint, accounts) {
    return readAll(client, questionTo(strategy), accounts, BigInt(snapshot.block.number))
  },
  async today({ client, strategy }, accounts) {
    const amounts = await readAll(client, questionTo(strategy), accounts)
    return amounts.map((held) => ({ held, reason: held > 0n ? 'bought-later' : 'no-tokens' }))
  },
  // operator, from, to: the ids themselves are not indexed.
  traces: [
    { topic: toEventSelector('TransferSingle(address,address,address,uint256,uint256)'), account: 3 },
    { topic: toEventSelector('TransferBatch(address,address,address,uint256[],uint256[])'), account: 3 },
  ],
}

function questionTo(strategy: TokenStrategy) {
  if (strategy.id !== 'erc1155-balance') throw new Error(`${strategy.id} has no id of a token`)
  const tokenId = BigInt(strategy.params.tokenId)
  return {
    address: strategy.token,
    abi: erc1155Abi,
    functionName: 'balanceOf',
    argsOf: (account: `0x${string}`) => [account, tokenId],
  }
}
