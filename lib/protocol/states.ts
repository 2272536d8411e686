import type { Rules } from './rules.ts'

export type RoundState =
  | 'draft'
  | 'submissions'
  | 'voting'
  | 'counting'
  | 'challenge'
  | 'final'
  | 'minted'
  | 'cancelled'

/** What the database keeps of a round before it is on chain. */
export type StoredStatus = 'draft' | 'submissions' | 'cancelled'

/** The times that decide the state, Unix seconds; rules are one. */
export type RoundTimes = Pick<Rules, 'submissionsCloseAt' | 'opensAt' | 'closesAt'>

/** What the chain says of a round. All counts are 0 and `closedAt` null until they happen. */
export type ChainFacts = {
  opened: boolean
  cancelled: boolean
  /** Start of the running challenge window, Unix seconds: the last close, or the lifting of a freeze. */
  closedAt: number | null
  closeCount: number
  challengeSeconds: number
  frozen: boolean
  mintedCount: number
  winnerCount: number
}

export type RoundFacts = { status: StoredStatus; times: RoundTimes; chain: ChainFacts; now: number }

/** Why a round ended without a result: by the director before the opening, by the guardian, or by itself. */
export type CancelReason = 'director' | 'guardian' | 'open-missed'

/**
 * The reason a round is cancelled, or null while it is not. The chain overrules the database once the round
 * is opened; a round not opened by opensAt is cancelled without anybody's act.
 */
export function cancelReasonOf({ status, times, chain, now }: RoundFacts): CancelReason | null {
  if (chain.opened) return chain.cancelled ? 'guardian' : null
  if (status === 'cancelled') return 'director'
  if (status === 'submissions' && now >= times.opensAt) return 'open-missed'
  return null
}

/** Whether submissions have closed: from submissionsCloseAt on no work is admitted any more. */
export function admissionEnded(
  { submissionsCloseAt }: Pick<RoundTimes, 'submissionsCloseAt'>,
  now: number,
): boolean {
  return now >= submissionsCloseAt
}

/**
 * State of a round from database, chain and clock (PROTOCOL 1): no job moves it. Every bound is the first
 * second of the new state. Between the end of admission and opensAt it is still `submissions`. A frozen
 * round stays in `challenge` until the guardian rules; a round without winners stays `final`.
 */
export function roundState(facts: RoundFacts): RoundState {
  const { status, times, chain, now } = facts
  if (cancelReasonOf(facts) !== null) return 'cancelled'
  if (!chain.opened) return status === 'draft' ? 'draft' : 'submissions'
  if (chain.closeCount > 0) return closedState(chain, now)
  if (now >= times.closesAt) return 'counting'
  return now >= times.opensAt ? 'voting' : 'submissions'
}

function closedState(chain: ChainFacts, now: number): RoundState {
  if (chain.winnerCount > 0 && chain.mintedCount >= chain.winnerCount) return 'minted'
  const isRunning = chain.closedAt === null || now < chain.closedAt + chain.challengeSeconds
  return chain.frozen || isRunning ? 'challenge' : 'final'
}
