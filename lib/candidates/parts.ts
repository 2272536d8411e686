import { canonicalBytes } from '#lib/protocol/canonical.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { type Brief, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import type { WorkPart, WorkView } from './schema.ts'

export type Home = { chainId: number; collection: Address; roundId: Bytes32 }

/** The brief of a work as its creator signed it. */
export function briefOf({ brief, creator }: Pick<WorkView, 'brief' | 'creator'>, round: Bytes32): Brief {
  const { prompt, promptHash, style, traits, licence, royaltyReceiver, count, nonce, deadline } = brief
  return {
    round,
    creator,
    prompt,
    promptHash,
    style,
    traits,
    licence,
    royaltyReceiver,
    count,
    nonce,
    deadline,
  }
}

/**
 * The very bytes that a hash of the work's record covers; for the brief the typed data that was signed, with its
 * signature. Null where there is none yet: the record comes with the number.
 */
export function workPart(work: WorkView, part: WorkPart, home: Home): Uint8Array | null {
  if (part === 'recipe') return canonicalBytes(work.recipe)
  if (part === 'metadata') return canonicalBytes(work.metadata)
  if (part === 'record') return work.record === null ? null : new TextEncoder().encode(work.record)
  return canonicalBytes({
    domain: versoDomain(home.chainId, home.collection),
    primaryType: 'Brief',
    types: { Brief: TYPES.Brief },
    message: briefOf(work, home.roundId),
    signature: work.brief.signature,
  })
}
