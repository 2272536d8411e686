import { type Log, parseEventLogs } from 'viem'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { type EventRecord, type RoundEventName, roundEventNames } from './schema.ts'

type MinedLog = Log<bigint, number, false>

/** JSON form of decoded arguments: integers beyond 48 bits as decimal strings, hex in lower case. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'string') return value.startsWith('0x') ? value.toLowerCase() : value
  if (Array.isArray(value)) return value.map(plain)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
  }
  return value
}

function isRoundEvent(name: string): name is RoundEventName {
  return roundEventNames.some((known) => known === name)
}

/**
 * The events of rounds among a collection's logs; everything else a collection emits is left out.
 * @param timeOf Unix seconds of a block by its hash
 */
export function decodeRoundEvents(
  logs: MinedLog[],
  timeOf: (blockHash: string) => number | undefined,
): EventRecord[] {
  const records: EventRecord[] = []
  for (const log of parseEventLogs({ abi: collectionAbi, logs, strict: true })) {
    if (!isRoundEvent(log.eventName) || !('roundId' in log.args)) continue
    const blockTime = timeOf(log.blockHash)
    if (blockTime === undefined) throw new Error(`no time for block ${log.blockHash}`)
    const { roundId, ...rest } = log.args
    records.push({
      address: log.address.toLowerCase(),
      name: log.eventName,
      roundId: roundId.toLowerCase(),
      args: Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)])),
      place: {
        blockNumber: Number(log.blockNumber),
        blockHash: log.blockHash,
        blockTime,
        txHash: log.transactionHash,
        logIndex: log.logIndex,
      },
    })
  }
  return records
}
