import type { Hex, PublicClient, RpcLog } from 'viem'
import { AppError } from '#lib/platform/errors.ts'
import { isChainSilent } from '#lib/platform/silence.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { TokenStrategy } from '#lib/protocol/strategy.ts'
import { readerOf } from './registry.ts'

/** Blocks asked for at first; a node that refuses is asked for half, one that answers for twice as many. */
const FIRST_SPAN = 2_000n
const MOST_SPAN = 1_000_000n
/** Requests for the logs of one token; one that needs more is left to be asked by address. */
const MOST_REQUESTS = 3_000

const ZERO = `0x${'0'.repeat(40)}`

export type Holders = { accounts: Set<Address>; isWhole: boolean }

const hex = (value: bigint): Hex => `0x${value.toString(16)}`

/** The first block with code at an address, by halving: before it nobody held anything. */
async function bornIn(client: PublicClient, token: Hex, upTo: bigint): Promise<bigint> {
  let low = -1n
  let high = upTo
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (await client.getCode({ address: token, blockNumber: middle })) high = middle
    else low = middle
  }
  return high
}

/** A node that does not answer says nothing; one that answers with an error wants fewer blocks at once. */
async function logsOrNull(ask: () => Promise<RpcLog[]>): Promise<RpcLog[] | null> {
  try {
    return await ask()
  } catch (error) {
    if (isChainSilent(error)) throw new AppError('power-unavailable', { cause: error })
    return null
  }
}

/**
 * Accounts that may have some of a token after block `upTo`, from its own events; at most `most` of them.
 * @throws AppError power-unavailable when the node does not answer
 */
export async function findHolders(
  client: PublicClient,
  strategy: TokenStrategy,
  upTo: bigint,
  most: number,
): Promise<Holders> {
  const { traces } = readerOf(strategy)
  const places = new Map(traces.map(({ topic, account }) => [topic, account]))
  const accounts = new Set<Address>()
  let from = await bornIn(client, strategy.token, upTo)
  let span = FIRST_SPAN
  for (let requests = 0; from <= upTo; requests += 1) {
    if (requests >= MOST_REQUESTS) return { accounts, isWhole: false }
    const to = from + span - 1n < upTo ? from + span - 1n : upTo
    const filter = {
      address: strategy.token,
      topics: [[...places.keys()]],
      fromBlock: hex(from),
      toBlock: hex(to),
    }
    const logs = await logsOrNull(() => client.request({ method: 'eth_getLogs', params: [filter] }))
    if (logs === null) {
      if (span === 1n) return { accounts, isWhole: false }
      span = span / 2n || 1n
      continue
    }
    for (const account of logs.flatMap((log) => namedIn(log, places))) {
      if (accounts.size >= most && !accounts.has(account)) return { accounts, isWhole: false }
      accounts.add(account)
    }
    from = to + 1n
    span = span * 2n < MOST_SPAN ? span * 2n : MOST_SPAN
  }
  return { accounts, isWhole: true }
}

function namedIn({ topics }: RpcLog, places: ReadonlyMap<Hex, number>): Address[] {
  const [event] = topics
  const word = event && topics[places.get(event) ?? 0]
  const account = word && (`0x${word.slice(26).toLowerCase()}` as const)
  return account && account !== ZERO && account.length === ZERO.length ? [account] : []
}
