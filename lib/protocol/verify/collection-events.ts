import {
  type AbiParameter,
  type EncodeEventTopicsParameters,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  parseEventLogs,
} from 'viem'
import type { Anchor } from '#lib/protocol/evidence.ts'
import type { RoundEvents } from './chain-reader.ts'
import { COLLECTION_RECORD } from './collection-record.ts'

/** A log of the collection, and where it stands. */
export type PlacedLog = { topics: readonly Hex[]; data: Hex; anchor: Anchor }

/** Logs of the collection about one round as its events, in the order in which they are given. */
export function roundEvents(logs: readonly PlacedLog[]): RoundEvents {
  const events: RoundEvents = {
    opened: null,
    heads: [],
    posted: [],
    voided: [],
    rotated: [],
    closed: [],
    minted: [],
    cancelled: null,
    freezes: [],
  }
  for (const log of logs) {
    const { topics, data, anchor } = log
    const bare = { topics: [...topics], data } as Parameters<typeof parseEventLogs>[0]['logs'][number]
    for (const event of parseEventLogs({ abi: COLLECTION_RECORD, logs: [bare] }))
      if (isEncodingOf(event, log)) addEvent(events, event, anchor)
  }
  return events
}

/** Decoding forgives; who invents a block could say one thing to this reader and another to the next. */
function isEncodingOf({ eventName, args }: CollectionEvent, log: PlacedLog): boolean {
  const kind = COLLECTION_RECORD.find((item) => item.type === 'event' && item.name === eventName)
  if (kind?.type !== 'event') return false
  const plain: readonly AbiParameter[] = kind.inputs.filter((input) => !('indexed' in input))
  const values = plain.map(({ name = '' }) => (args as Record<string, unknown>)[name])
  try {
    const topics = encodeEventTopics({
      abi: COLLECTION_RECORD,
      eventName,
      args,
    } as EncodeEventTopicsParameters)
    return encodeAbiParameters(plain, values) === log.data && topics.join() === log.topics.join()
  } catch {
    // A number beyond its type.
    return false
  }
}

const lower = <T extends Hex>(hex: T): T => hex.toLowerCase() as T

type CollectionEvent = ReturnType<typeof parseEventLogs<typeof COLLECTION_RECORD>>[number]

function addEvent(events: RoundEvents, event: CollectionEvent, anchor: Anchor): void {
  switch (event.eventName) {
    case 'RoundOpened': {
      const { roundIndex, director, guardian, operator, opening } = event.args
      const roles = { director: lower(director), guardian: lower(guardian), operator: lower(operator) }
      const { roundId: _, c2paRoot, ...terms } = opening
      const facts = { ...terms, royaltyReceiver: lower(terms.royaltyReceiver) }
      events.opened = { anchor, roundIndex, ...roles, c2paRoot, facts }
      break
    }
    case 'HeadAnchored': {
      const { size, root, signedAt, signature } = event.args
      events.heads.push({ size: String(size), root, signedAt: String(signedAt), signature, anchor })
      break
    }
    case 'BallotPosted':
      events.posted.push({ ballot: event.args.ballot, anchor })
      break
    case 'CandidateVoided':
      events.voided.push({ number: event.args.number, reason: event.args.reason, anchor })
      break
    case 'OperatorRotated': {
      const { operator, formerOperator, size } = event.args
      const pair = { operator: lower(operator), formerOperator: lower(formerOperator) }
      events.rotated.push({ ...pair, size: String(size), anchor })
      break
    }
    case 'RoundClosed': {
      const { closes, resultHash, winnersRoot, sharesRoot, sharesTotal, bundleDigest, finalAt } = event.args
      const roots = { resultHash, winnersRoot, sharesRoot, sharesTotal: String(sharesTotal), bundleDigest }
      events.closed.push({ closes, ...roots, finalAt, anchor })
      break
    }
    case 'WinnerMinted': {
      const { rank, number, tokenDigest, recipient } = event.args
      events.minted.push({ rank, number, tokenDigest, recipient: lower(recipient), anchor })
      break
    }
    case 'RoundCancelled':
      events.cancelled = { reason: event.args.reason, anchor }
      break
    case 'RoundFrozen':
      events.freezes.push({ lifted: false, anchor })
      break
    case 'FreezeLifted':
      events.freezes.push({ lifted: true, anchor })
      break
    default:
  }
}
