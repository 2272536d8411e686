import { erc721Abi } from 'viem'
import type { StrategyReader } from '#lib/ballots/powers/port.ts'
import { readAll } from '#lib/ballots/powers/read-all.ts'
import { AppError } from '#lib/platform/errors.ts'

/** One vote unit for each token held at the end of the snapshot block. */
export const erc721Balance: StrategyReader = {
  timepoint: () => Promise.resolve(null),
  amounts({ client, strategy, snapshot }, _timepoint, accounts) {
    return readAll(
      client,
      {
        address: strategy.token,
        abi: erc721Abi,
        functionName: 'balanceOf',
        argsOf: (account) => [account],
      },
      accounts,
      BigInt(snapshot.block.number),
    )
  },
  async whyZero({ client, strategy }, account) {
    const balance = await client
      .readContract({ address: strategy.token, abi: erc721Abi, functionName: 'balanceOf', args: [account] })
      .catch((error: unknown) => {
        throw new AppError('power-unavailable', { cause: error })
      })
    return balance > 0n ? 'bought-later' : 'no-tokens'
  },
}
