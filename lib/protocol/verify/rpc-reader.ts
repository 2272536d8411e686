import {
  BaseError,
  type Client,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  createClient,
  formatLog,
  type Hex,
  keccak256,
  type Log,
  parseAbi,
  type RpcLog,
  type Transport,
} from 'viem'
import { getBlock, getBlockNumber, getChainId, getCode, readContract } from 'viem/actions'
import type { Anchor } from '#lib/protocol/evidence.ts'
import type { ChainBlock, ChainReader, RoundEvents } from './chain-reader.ts'
import { type PlacedLog, roundEvents } from './collection-events.ts'
import { COLLECTION_RECORD } from './collection-record.ts'
import { takesSignature } from './wallet-call.ts'

const votesAbi = parseAbi([
  'function getPastVotes(address account, uint256 timepoint) view returns (uint256)',
  'function CLOCK_MODE() view returns (string)',
  'function balanceOf(address account) view returns (uint256)',
])
const multiTokenAbi = parseAbi(['function balanceOf(address account, uint256 id) view returns (uint256)'])
/** Blocks per request for logs: what public RPCs take. */
const LOG_SPAN = 5000n

/** A reader over JSON-RPC; how the requests travel is the caller's. */
export function chainReader(transport: Transport): ChainReader {
  const client = createClient({ transport })
  const blockOf = blockCache(client)
  return {
    chainId: () => getChainId(client),
    latestBlock: async () => blockFrom(await getBlock(client)),
    block: (number) => blockOf(BigInt(number)),
    round: async (address, roundId) => {
      const round = await readContract(client, {
        address,
        abi: COLLECTION_RECORD,
        functionName: 'roundOf',
        args: [roundId],
      })
      if (round.roundIndex === 0) return null
      return {
        ...round,
        royaltyReceiver: lower(round.royaltyReceiver),
        logSize: String(round.logSize),
        sharesTotal: String(round.sharesTotal),
      }
    },
    events: async (address, roundId, fromBlock) =>
      eventsFrom(await readLogs(client, address, roundId, BigInt(fromBlock)), blockOf),
    clockMode: async (address) => {
      const mode = await orNull(readContract(client, { address, abi: votesAbi, functionName: 'CLOCK_MODE' }))
      return mode?.includes('mode=timestamp') ? 'timestamp' : 'blocknumber'
    },
    pastVotes: (address, account, timepoint) =>
      readContract(client, {
        address,
        abi: votesAbi,
        functionName: 'getPastVotes',
        args: [account, BigInt(timepoint)],
      }),
    balanceAt: (address, account, number) =>
      readContract(client, {
        address,
        abi: votesAbi,
        functionName: 'balanceOf',
        args: [account],
        blockNumber: BigInt(number),
      }),
    balanceOfIdAt: (address, tokenId, account, number) =>
      readContract(client, {
        address,
        abi: multiTokenAbi,
        functionName: 'balanceOf',
        args: [account, tokenId],
        blockNumber: BigInt(number),
      }),
    codeHash: async (address, number) =>
      keccak256((await getCode(client, { address, blockNumber: BigInt(number) })) ?? '0x'),
    takesSignature: (question, number) => takesSignature(client, question, BigInt(number)),
    token: async (address, tokenId) => {
      const read = { address, abi: COLLECTION_RECORD, args: [tokenId] } as const
      const digest = await orNull(readContract(client, { ...read, functionName: 'tokenDigest' }))
      if (digest === null) return null
      return { digest, uri: await readContract(client, { ...read, functionName: 'tokenURI' }) }
    },
  }
}

const lower = <T extends Hex>(hex: T): T => hex.toLowerCase() as T

type FoundBlock = { number: bigint | null; hash: Hex | null; parentHash: Hex; timestamp: bigint }

function blockFrom({ number, hash, parentHash, timestamp }: FoundBlock): ChainBlock {
  if (number === null || hash === null) throw new Error('the chain answered a pending block')
  return { number: String(number), hash, parentHash, timestamp: Number(timestamp) }
}

/** One request per block: many events stand in the same one. */
function blockCache(client: Client) {
  const blocks = new Map<bigint, Promise<ChainBlock | null>>()
  return (blockNumber: bigint): Promise<ChainBlock | null> => {
    const known = blocks.get(blockNumber)
    if (known) return known
    const asked = getBlock(client, { blockNumber }).then(blockFrom, (error: unknown) => {
      if (error instanceof BaseError && error.name === 'BlockNotFoundError') return null
      throw error
    })
    blocks.set(blockNumber, asked)
    return asked
  }
}

/** The answer, or null when the contract refused the call; a chain that does not answer still rejects. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    const refused = (cause: unknown) =>
      cause instanceof ContractFunctionRevertedError || cause instanceof ContractFunctionZeroDataError
    if (error instanceof BaseError && error.walk(refused)) return null
    throw error
  }
}

async function readLogs(client: Client, address: Hex, roundId: Hex, first: bigint): Promise<Log[]> {
  const last = await getBlockNumber(client)
  const logs: Log[] = []
  for (let from = first; from <= last; from += LOG_SPAN) {
    const to = from + LOG_SPAN - 1n < last ? from + LOG_SPAN - 1n : last
    const found: RpcLog[] = await client.request({
      method: 'eth_getLogs',
      params: [
        {
          address,
          topics: [null, roundId],
          fromBlock: `0x${from.toString(16)}`,
          toBlock: `0x${to.toString(16)}`,
        },
      ],
    })
    for (const log of found) logs.push(formatLog(log))
  }
  return logs
}

async function eventsFrom(
  logs: Log[],
  blockOf: (number: bigint) => Promise<ChainBlock | null>,
): Promise<RoundEvents> {
  const placed: PlacedLog[] = []
  for (const log of logs)
    placed.push({ topics: log.topics, data: log.data, anchor: await anchorOf(log, blockOf) })
  return roundEvents(placed)
}

async function anchorOf(log: Log, blockOf: (number: bigint) => Promise<ChainBlock | null>): Promise<Anchor> {
  const block = log.blockNumber === null ? null : await blockOf(log.blockNumber)
  if (!block || log.transactionHash === null || log.logIndex === null)
    throw new Error('an event without a block')
  return {
    blockNumber: block.number,
    blockHash: block.hash,
    blockTime: block.timestamp,
    txHash: log.transactionHash,
    logIndex: log.logIndex,
  }
}
