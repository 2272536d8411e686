import type { FailureKind } from '#lib/generation/provider-error.ts'
import { type Breaker, CLOSED, failed, stateOf, tryEarlier } from './breaker.ts'
import { afterRequest, type Rate } from './rate-gate.ts'

/** What became of a run, and what of it the router learns. Times are wall time in milliseconds. */
export type RouteEvent =
  | { kind: 'started'; provider: string; run: string; atMs: number }
  | { kind: 'succeeded'; provider: string; run: string; atMs: number; latencyMs: number }
  | { kind: 'failed'; provider: string; run: string; atMs: number; failure: FailureKind; retryAtMs?: number }
  /** It was seen not to answer, and answers again. */
  | { kind: 'answers'; provider: string; atMs: number }
  /** A picture waits for room there. */
  | { kind: 'held'; provider: string; atMs: number }
  /** Nobody waits for it any more. */
  | { kind: 'dropped'; provider: string; run: string }
  /** By the gates: whether the picture was worth its price. */
  | { kind: 'judged'; provider: string; accepted: boolean }
  /** By the voters of a round that is counted: whether it was in the better half. */
  | { kind: 'voted'; provider: string; liked: boolean }

/** How a provider has done so far. */
export type TrackRecord = {
  breaker: Breaker
  /** Runs that have not ended. */
  running: Set<string>
  /** The run that tries whether a half-open breaker may close. */
  trial: string | null
  /** See `rate-gate.ts`. */
  fullAtMs: number
  /** The provider's own word that nothing is taken before this time. */
  retryAtMs: number
  /** When the last of those who wait for room may come. */
  roomAtMs: number
  /** Of the last successes, milliseconds from asking to the file; a ring. */
  latencies: number[]
  latencyCount: number
  /** Pictures accepted and turned away by the gates, the old ones faded. */
  accepted: number
  refused: number
  /** The same by voters. */
  liked: number
  disliked: number
}

export const newRecord = (): TrackRecord => ({
  breaker: CLOSED,
  running: new Set(),
  trial: null,
  fullAtMs: 0,
  retryAtMs: 0,
  roomAtMs: 0,
  latencies: [],
  latencyCount: 0,
  accepted: 0,
  refused: 0,
  liked: 0,
  disliked: 0,
})

export const LATENCIES_KEPT = 64
/**
 * What a verdict still counts for after the next one of anybody's (discounted Thompson sampling, Raj and Kalyani
 * 2017): who was turned away is forgotten in time, and tried again.
 */
const FADING = 0.99

/** Failures that say something of the provider rather than of what was asked. */
const ITS_OWN: ReadonlySet<FailureKind> = new Set([
  'transient',
  'capacity',
  'unknown-outcome',
  'expired',
  'artifact-invalid',
  'auth',
  'budget-exceeded',
])
/** Nothing changes until somebody does something about it. */
const SEVERE: ReadonlySet<FailureKind> = new Set(['auth', 'budget-exceeded'])

/** What a record is read with: published limits, and the time in which one more run finds room. */
type Pace = { rate: Rate | null; spacingMs: number }

/** Learns one event, in place: a record is read some thousand times a second. */
export function learn(record: TrackRecord, event: RouteEvent, { rate, spacingMs }: Pace): void {
  if (event.kind === 'judged') {
    if (event.accepted) record.accepted += 1
    else record.refused += 1
    return
  }
  if (event.kind === 'voted') {
    if (event.liked) record.liked += 1
    else record.disliked += 1
    return
  }
  if (event.kind === 'answers') {
    record.breaker = tryEarlier(record.breaker, event.atMs)
    return
  }
  if (event.kind === 'held') {
    record.roomAtMs = Math.max(record.roomAtMs, event.atMs) + spacingMs
    return
  }
  if (event.kind === 'started') {
    record.running.add(event.run)
    if (stateOf(record.breaker, event.atMs) === 'half-open') record.trial ??= event.run
    if (rate) record.fullAtMs = afterRequest(rate, record.fullAtMs, event.atMs)
    return
  }
  record.running.delete(event.run)
  if (record.trial === event.run) record.trial = null
  if (event.kind === 'dropped') return
  if (event.kind === 'succeeded') {
    record.breaker = CLOSED
    record.latencies[record.latencyCount % LATENCIES_KEPT] = event.latencyMs
    record.latencyCount += 1
    return
  }
  if (event.retryAtMs !== undefined) record.retryAtMs = Math.max(record.retryAtMs, event.retryAtMs)
  if (ITS_OWN.has(event.failure))
    record.breaker = failed(record.breaker, { atMs: event.atMs, severe: SEVERE.has(event.failure) })
}

/** A latency that a share of the last runs stayed under; null before the first. @param permille 500 is the median */
export function latencyAt({ latencies }: Pick<TrackRecord, 'latencies'>, permille: number): number | null {
  const sorted = latencies.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * permille) / 1000))] ?? null
}

/** One verdict more was passed, on whoever's picture. */
export function fade(record: TrackRecord, by: 'judged' | 'voted'): void {
  const [good, bad] = by === 'judged' ? (['accepted', 'refused'] as const) : (['liked', 'disliked'] as const)
  record[good] *= FADING
  record[bad] *= FADING
}
