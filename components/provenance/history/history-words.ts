import type { FoundWork } from '#lib/flows/find-work/schema.ts'
import { COPY_DISTANCE } from '#lib/provenance/reading/near-hash.ts'
import * as text from '#messages/provenance/history/history-words.ts'
import type { Known } from './look-at-picture.ts'

export type History = 'unreached' | 'busy' | 'none' | FoundWork['match'] | 'resembles'

/** How much is known of a picture, by the best that was found. */
export function historyOf(known: Known): History {
  if (known.kind !== 'asked') return known.kind
  const [best] = known.works
  if (!best) return 'none'
  return best.match === 'alike' && (best.distance ?? Number.POSITIVE_INFINITY) > COPY_DISTANCE
    ? 'resembles'
    : best.match
}

export const statementOf = (history: History): string => text.statements[history]
export const meaningOf = (history: History): string => text.meanings[history]

/** How near a work is, in words and in bits. */
export function nearnessOf({ match, distance }: FoundWork): string {
  if (match !== 'alike' || distance === null) return text.matches[match]
  return distance <= COPY_DISTANCE ? text.asCopy(distance) : text.resembles(distance)
}

/** Where a work stands: its place and its token, as far as there are any. */
export function standingOf({ place, token }: FoundWork): string | null {
  if (place === null) return null
  return token ? text.minted(place) : text.chosen(place)
}

/** Why nothing could be looked at. */
export const failedWords = (code: string): { title: string; text: string } =>
  (text.failed as Record<string, { title: string; text: string }>)[code] ?? text.unended
