/**
 * A circuit breaker by the words of its inventor (Nygard, Release It!): closed it lets everything through, open
 * nothing, half-open one trial whose end decides. It is a value: whoever saw the same ends in the same order has the
 * same breaker, so workers agree without a word, and a restart forgets nothing. Times are wall time in milliseconds.
 */
export type Breaker = {
  /** Failures since the last success. */
  failures: number
  /** How often in a row it opened without a success between. */
  openings: number
  /** Nothing goes through before this time; null while it is closed. */
  openUntilMs: number | null
}

export const CLOSED: Breaker = { failures: 0, openings: 0, openUntilMs: null }

/** Failures in a row that open it: one may be chance, three are not. */
export const FAILURES_TO_OPEN = 3
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 60_000

const pauseMs = (openings: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (openings - 1))

/**
 * After a failure of the provider's. `severe` opens at once: a key that is refused will be refused again. What was
 * asked before it opened may still fail while it is open, and tells nothing new.
 */
export function failed(
  breaker: Breaker,
  { atMs, severe = false }: { atMs: number; severe?: boolean },
): Breaker {
  const { openUntilMs } = breaker
  if (openUntilMs !== null && atMs < openUntilMs) return breaker
  const failures = breaker.failures + 1
  const opens = severe || openUntilMs !== null || failures >= FAILURES_TO_OPEN
  if (!opens) return { ...breaker, failures }
  const openings = breaker.openings + 1
  return { failures, openings, openUntilMs: atMs + (severe ? LONGEST_PAUSE_MS : pauseMs(openings)) }
}

export const stateOf = ({ openUntilMs }: Breaker, atMs: number): 'closed' | 'open' | 'half-open' => {
  if (openUntilMs === null) return 'closed'
  return atMs < openUntilMs ? 'open' : 'half-open'
}

/** It answers again, though its time has not come: the next run is the trial. */
export const tryEarlier = (breaker: Breaker, atMs: number): Breaker =>
  breaker.openUntilMs !== null && breaker.openUntilMs > atMs ? { ...breaker, openUntilMs: atMs } : breaker
