import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  parseAbi,
  zeroAddress,
} from 'viem'
import type { Reading, StrategyReader } from '#lib/ballots/powers/port.ts'
import { readAll } from '#lib/ballots/powers/read-all.ts'
import { AppError } from '#lib/platform/errors.ts'

const votesAbi = parseAbi([
  'function CLOCK_MODE() view returns (string)',
  'function getPastVotes(address account, uint256 timepoint) view returns (uint256)',
  'function getVotes(address account) view returns (uint256)',
  'function balanceOf(address account) view returns (uint256)',
  'function delegates(address account) view returns (address)',
])

/** ERC-6372: a token without CLOCK_MODE counts blocks. */
async function countsSeconds({ client, strategy }: Reading): Promise<boolean> {
  try {
    const mode = await client.readContract({
      address: strategy.token,
      abi: votesAbi,
      functionName: 'CLOCK_MODE',
    })
    return mode.includes('mode=timestamp')
  } catch (error) {
    const missing =
      error instanceof BaseError &&
      error.walk(
        (cause) =>
          cause instanceof ContractFunctionZeroDataError || cause instanceof ContractFunctionRevertedError,
      )
    if (missing) return false
    throw new AppError('power-unavailable', { cause: error })
  }
}

/** ERC-5805: past votes, which exist only where they were delegated, to oneself too. */
export const erc20Votes: StrategyReader = {
  async timepoint(reading) {
    return (await countsSeconds(reading)) ? String(reading.snapshot.at) : reading.snapshot.block.number
  },
  amounts({ client, strategy }, timepoint, accounts) {
    const point = BigInt(timepoint ?? 0)
    return readAll(
      client,
      {
        address: strategy.token,
        abi: votesAbi,
        functionName: 'getPastVotes',
        argsOf: (account) => [account, point],
      },
      accounts,
    )
  },
  async whyZero({ client, strategy }, account) {
    const read = { address: strategy.token, abi: votesAbi, args: [account] } as const
    const [votes, balance, delegate] = await Promise.all([
      client.readContract({ ...read, functionName: 'getVotes' }),
      client.readContract({ ...read, functionName: 'balanceOf' }),
      client.readContract({ ...read, functionName: 'delegates' }),
    ]).catch((error: unknown) => {
      throw new AppError('power-unavailable', { cause: error })
    })
    if (votes > 0n) return 'bought-later'
    if (balance === 0n) return 'no-tokens'
    return delegate === zeroAddress || delegate.toLowerCase() !== account ? 'not-delegated' : 'bought-later'
  },
}
