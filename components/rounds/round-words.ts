import type { MethodId } from '#lib/protocol/rules.ts'
import type { RoundState, RoundSummary, RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/round-words.ts'

const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

const STATE_WORDS: Record<RoundState, string> = text.states

/** A proof stopped it after its close: nothing is decided until the guardian rules. */
export const standsStill = ({ state, isFrozen }: Pick<RoundSummary, 'state' | 'isFrozen'>): boolean =>
  isFrozen && (state === 'counting' || state === 'challenge')

type Standing = Pick<RoundSummary, 'state' | 'isFrozen'> & Partial<Pick<RoundView, 'admissionEnded'>>

/** How a round stands: after the last brief, where that is known, it waits for its votes. */
export function stateWords(round: Standing): string {
  if (standsStill(round)) return text.stopped
  return round.state === 'submissions' && round.admissionEnded ? text.briefsIn : STATE_WORDS[round.state]
}

type Clock = { at: string; label: string; note?: string; over: string }

type Times = Pick<
  RoundSummary,
  'state' | 'isFrozen' | 'submissionsCloseAt' | 'opensAt' | 'closesAt' | 'finalAt'
>

/** The next moment of a round that a visitor waits for; null when nothing is to come. */
export function nextMoment(round: Times, now: number): Clock | null {
  if (round.state === 'submissions' && now < round.submissionsCloseAt)
    return { at: iso(round.submissionsCloseAt), ...text.untilBriefsEnd }
  if (round.state === 'submissions') return { at: iso(round.opensAt), ...text.untilOpening }
  if (round.state === 'voting') return { at: iso(round.closesAt), ...text.untilClose }
  // While it stands still no time runs out: the guardian's ruling begins another.
  if (round.state === 'challenge' && round.finalAt !== null && !round.isFrozen)
    return { at: iso(round.finalAt), ...text.untilFinal }
  return null
}

/** Works may still be admitted. */
export const isFilling = ({ state, admissionEnded }: Pick<RoundView, 'state' | 'admissionEnded'>): boolean =>
  state === 'submissions' && !admissionEnded

const CANCELLED: Record<string, string> = {
  guardian: text.cancelledByGuardian,
  'open-missed': text.notOpened,
}

/** Why a round ended before its time; the director gives a reason in words of their own. */
export const cancelledWords = (reason: string | null): string =>
  CANCELLED[reason ?? ''] ?? (reason ? text.directorsReason(reason) : text.noReason)

/** Where the works of a round that is open for votes are judged; `order` is the query of a wall's order. */
export const judging = ({ slug, method }: Pick<RoundSummary, 'slug' | 'method'>, order = '') =>
  method === 'pairwise'
    ? { label: text.judgeByDuels, href: `/rounds/${slug}/duel` }
    : { label: text.judgeOnTable, href: `/rounds/${slug}/table${order}` }

/** What a pick on the wall comes to, where it is not simply a work on the ballot. */
export const PICKING_WORDS: Partial<Record<MethodId, string>> = text.picking
