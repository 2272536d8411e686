import { contentKey } from '#components/art/work-address.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/rounds/arrivals.ts'

/** What is known of a wall that fills: how many hang, of how many places, and the works that came since. */
export type Arrivals = { hung: number; places: number; works: readonly CandidateView[] }

/**
 * So many works back the next question begins: two workers may admit in one second, and then the order of
 * hanging is not the order of arrival.
 */
export const OVERLAP = 12

const cursorOf = ({ contentHash }: Pick<CandidateView, 'contentHash'>) => contentKey(contentHash)

/** The end of the list as this page has it, as cursors, the oldest first. */
export const tailOf = (works: readonly Pick<CandidateView, 'contentHash'>[]): string[] =>
  works.slice(-OVERLAP).map(cursorOf)

/** From where to ask: before the whole tail once it is long enough, from the beginning until then. */
export const askFrom = (tail: readonly string[]): string | undefined =>
  tail.length < OVERLAP ? undefined : tail[0]

/** What is new among the works that a question brought; the tail and what came since are known. */
export function newAmong(
  works: readonly CandidateView[],
  known: { tail: readonly string[]; works: readonly CandidateView[] },
): readonly CandidateView[] {
  const hanging = new Set([...known.tail, ...known.works.map(cursorOf)])
  return works.filter((work) => !hanging.has(cursorOf(work)))
}

/** "84 of 120 hung". */
export const hungWords = ({ hung, places }: Pick<Arrivals, 'hung' | 'places'>): string =>
  text.hung(hung, Math.max(places, hung))
