import { AppError } from '#lib/platform/errors.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { type Home, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import type { WorkPart, WorkView } from './schema.ts'

/** The words of a work, with the salt of those that were sealed. @throws AppError prompt-private */
function promptOf({ brief: { message, words } }: WorkView): Uint8Array {
  if (words) return canonicalBytes(words)
  if (isSealed(message)) throw new AppError('prompt-private')
  return canonicalBytes({ text: message.prompt, salt: null })
}

/**
 * The very bytes that a hash of the work's record covers; for the brief the typed data that was signed, with its
 * signature. Null where there is none yet: the record comes with the number.
 * @throws AppError prompt-private
 */
export function partOfWork(work: WorkView, part: WorkPart, home: Home): Uint8Array | null {
  if (part === 'recipe') return canonicalBytes(work.recipe)
  if (part === 'prompt') return promptOf(work)
  if (part === 'metadata') return canonicalBytes(work.metadata)
  if (part === 'record') return work.record === null ? null : new TextEncoder().encode(work.record)
  return canonicalBytes({
    domain: versoDomain(home.chainId, home.collection),
    primaryType: 'Brief',
    types: { Brief: TYPES.Brief },
    message: work.brief.message,
    signature: work.brief.signature,
  })
}
