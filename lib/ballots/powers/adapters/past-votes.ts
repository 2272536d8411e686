import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  type Hex,
  type PublicClient,
  parseAbi,
  toEventSelector,
} from 'viem'
import type { Reading, StrategyReader, Today } from '#lib/ballots/powers/port.ts'
import { readAll, readValues } from '#lib/ballots/powers/read-all.ts'
import { AppError } from '#lib/platform/errors.ts'
import { TRANSFER } from './balance.ts'

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
export const pastVotes: StrategyReader = {
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
  async today({ client, strategy }, accounts) {
    const ask = (functionName: string) =>
      readAll(
        client,
        { address: strategy.token, abi: votesAbi, functionName, argsOf: (account) => [account] },
        accounts,
      )
    const [votes, held, ownDelegates] = await Promise.all([
      ask('getVotes'),
      ask('balanceOf'),
      readDelegates(client, strategy.token, accounts),
    ])
    return accounts.map((account, place) => {
      const amounts = { votes: votes[place] ?? 0n, held: held[place] ?? 0n }
      return todayOf(amounts, ownDelegates[place] === account)
    })
  },
  traces: [
    { topic: TRANSFER, account: 2 },
    { topic: toEventSelector('DelegateVotesChanged(address,uint256,uint256)'), account: 1 },
  ],
}

function todayOf({ votes, held }: { votes: bigint; held: bigint }, isOwnDelegate: boolean): Today {
  if (votes > 0n) return { held: votes, reason: 'bought-later' }
  if (held === 0n) return { held, reason: 'no-tokens' }
  return { held, reason: isOwnDelegate ? 'bought-later' : 'not-delegated' }
}

async function readDelegates(client: PublicClient, address: Hex, accounts: readonly Hex[]): Promise<Hex[]> {
  const answers = await readValues(
    client,
    { address, abi: votesAbi, functionName: 'delegates', argsOf: (account) => [account] },
    accounts,
  )
  return answers.map((answer) => String(answer).toLowerCase() as Hex)
}
