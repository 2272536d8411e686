import type { MethodId } from '#lib/protocol/rules.ts'
import type { RoundState, RoundSummary, RoundView } from '#lib/rounds/schema.ts'

const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

export const STATE_WORDS: Record<RoundState, string> = {
  draft: 'Being prepared',
  submissions: 'Taking briefs',
  voting: 'Open for votes',
  counting: 'Being counted',
  challenge: 'Counted, open to challenge',
  final: 'Decided',
  minted: 'Minted',
  cancelled: 'Cancelled',
}

/** How a round stands: after the last brief it waits for its votes. */
export const stateWords = ({ state, admissionEnded }: Pick<RoundView, 'state' | 'admissionEnded'>): string =>
  state === 'submissions' && admissionEnded ? 'Briefs are in' : STATE_WORDS[state]

type Clock = { at: string; label: string; note?: string; over: string }

type Times = Pick<RoundSummary, 'state' | 'submissionsCloseAt' | 'opensAt' | 'closesAt' | 'finalAt'>

/** The next moment of a round that a visitor waits for; null when nothing is to come. */
export function nextMoment(round: Times, now: number): Clock | null {
  if (round.state === 'submissions' && now < round.submissionsCloseAt)
    return { at: iso(round.submissionsCloseAt), label: 'for briefs, until', over: 'Briefs are in' }
  if (round.state === 'submissions')
    return { at: iso(round.opensAt), label: 'to the opening:', over: 'About to open' }
  if (round.state === 'voting')
    return { at: iso(round.closesAt), label: 'to the close:', note: 'No totals before.', over: 'Closed' }
  if (round.state === 'challenge' && round.finalAt !== null)
    return { at: iso(round.finalAt), label: 'to challenge it, until', over: 'Decided' }
  return null
}

export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** Works may still be admitted. */
export const isFilling = ({ state, admissionEnded }: Pick<RoundView, 'state' | 'admissionEnded'>): boolean =>
  state === 'submissions' && !admissionEnded

const CANCELLED: Record<string, string> = {
  guardian: 'The guardian cancelled it on chain, in public.',
  'open-missed': 'It was not opened in time, and so it ended by itself.',
}

/** Why a round ended before its time; the director gives a reason in words of their own. */
export const cancelledWords = (reason: string | null): string =>
  CANCELLED[reason ?? ''] ?? (reason ? `The director’s reason: ${reason}` : 'No reason was given.')

/** Where the works of a round that is open for votes are judged; `order` is the query of a wall's order. */
export const judging = ({ slug, method }: Pick<RoundSummary, 'slug' | 'method'>, order = '') =>
  method === 'pairwise'
    ? { label: 'Judge by duels', href: `/rounds/${slug}/duel` }
    : { label: 'Judge on the Light Table', href: `/rounds/${slug}/table${order}` }

/** What a pick on the wall comes to, where it is not simply a work on the ballot. */
export const PICKING_WORDS: Partial<Record<MethodId, string>> = {
  single: 'One work counts: choose it among your picks, on the ballot.',
  weighted: 'Your picks share your votes, on the ballot.',
  quadratic: 'Your picks get their votes on the ballot, each vote dearer than the last.',
  score: 'Your picks get their points on the ballot.',
  ranked: 'Your picks are put in order on the ballot.',
  pairwise: 'It is judged by duels: two works at a time, from a queue of your own.',
}
