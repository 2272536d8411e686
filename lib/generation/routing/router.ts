import { hashText, Random } from '#lib/generation/artist/random.ts'
import type { Capabilities, ModelTerms, Quote, Sizes } from '#lib/generation/port.ts'
import { stateOf } from './breaker.ts'
import { type RoutingPolicy, type Weights, weightsOf } from './policy.ts'
import { nextAtMs } from './rate-gate.ts'
import { drawBeta } from './thompson.ts'
import { fade, latencyAt, learn, newRecord, type RouteEvent, type TrackRecord } from './track-record.ts'

/** What the router knows of a provider before its first run. */
export type Routable = {
  id: string
  capabilities: Capabilities
  quote: Quote
  terms: ModelTerms
}

/** What one picture asks of a provider. Money in millionths of a US dollar. */
export type Asked = {
  /** Decides what is left to chance, so that a decision can be made again. */
  seed: string
  /** In pixels; null where any size will do. */
  size: { width: number; height: number } | null
  loras: boolean
  policy: RoutingPolicy
  /** Volunteers are let in. */
  volunteers: boolean
  /** Only these; null for all. */
  only: readonly string[] | null
  /** Those that have failed this picture before: asked again only when no other can. */
  tried: ReadonlySet<string>
  /** What may still be spent on it at a provider. */
  affordableMicroUsd(provider: string): number
}

/** Why a provider is not asked: `never` as things are, the others for a time. */
export type Exclusion =
  | { never: 'not-asked' | 'size' | 'loras' | 'privacy' | 'licence' | 'budget' }
  | {
      until: number
      because: 'breaker'
      /** In a row. */
      failures: number
      /** Until when it is left alone; null while another picture tries it. */
      opensAtMs: number | null
    }

/** What spoke for a provider. Cost and time are of one accepted picture. */
export type Merits = {
  /** 0 to 1: how near to the best of each good, by the weights of the policy. */
  score: number
  costMicroUsd: number
  latencyMs: number
  /** Drawn from what the gates said so far, times the share that voters put in the better half. */
  quality: number
  /** Milliseconds until it takes another request. */
  waitMs: number
}

/** Who is waited for, and why. */
export type Wait = { provider: string; because: 'rate-limit' | 'full' | 'breaker' }

export type Considered = { provider: string } & (Merits | Exclusion)

/**
 * The choice with everything that was weighed. `until` is when to ask again, null when nothing will change by itself;
 * `waitsFor` is the one that is worth waiting for.
 */
export type Decision =
  | { chosen: string; trial: boolean; considered: Considered[] }
  | { chosen: null; until: number | null; waitsFor: Wait | null; considered: Considered[] }

/** A tenth of a cent, and a tenth of a second: what is below makes no difference. */
const COST_FLOOR = 1_000
const LATENCY_FLOOR = 100
/** The least and the most that a picture waits before it asks again whether there is room. */
const ROOM_MS = 1_000
const LONGEST_ROOM_MS = 60_000
/** How often a picture asks again whether a provider that failed answers by now. */
const LOOK_AGAIN_MS = 5_000

/** Whether a picture of this size can be made. */
export function takesSize(sizes: Sizes, { width, height }: { width: number; height: number }): boolean {
  if (sizes.kind === 'listed')
    return sizes.sizes.some((size) => size.width === width && size.height === height)
  const { multipleOf, smallest, largest, mostPixels } = sizes
  const fits = (side: number) => side % multipleOf === 0 && side >= smallest && side <= largest
  return fits(width) && fits(height) && width * height <= mostPixels
}

const DISTANCE = { 'this-server': 0, provider: 1, strangers: 2 } as const

type Known = Routable & { record: TrackRecord; typicalMs: number; slowMs: number }

/** What keeps a provider from being asked as things are, whatever it does at the moment. */
export function barred(
  { capabilities, quote, terms, id }: Routable,
  asked: Omit<Asked, 'seed' | 'tried'>,
): Extract<Exclusion, { never: string }> | null {
  const { policy } = asked
  if (policy.without.includes(id) || (asked.only && !asked.only.includes(id))) return { never: 'not-asked' }
  if (asked.size && !takesSize(capabilities.sizes, asked.size)) return { never: 'size' }
  if (asked.loras && !capabilities.loras) return { never: 'loras' }
  const isStranger = capabilities.privacy === 'strangers'
  if (DISTANCE[capabilities.privacy] > DISTANCE[policy.privacy] || (isStranger && !asked.volunteers))
    return { never: 'privacy' }
  if (policy.outputs === 'any-use' && terms.outputs !== 'any-use') return { never: 'licence' }
  if (quote.costMicroUsd > asked.affordableMicroUsd(id)) return { never: 'budget' }
  return null
}

function broken({ record }: Known, atMs: number): Exclusion | null {
  const state = stateOf(record.breaker, atMs)
  // Half-open lets one run through: its end decides.
  if (state === 'closed' || (state === 'half-open' && record.trial === null)) return null
  const opensMs = state === 'open' ? (record.breaker.openUntilMs ?? atMs) : atMs + ROOM_MS
  // They come one after another, and not all at its first breath.
  const turnMs = Math.min(record.roomAtMs, atMs + LONGEST_ROOM_MS)
  return {
    until: Math.max(Math.min(opensMs, atMs + LOOK_AGAIN_MS), turnMs),
    because: 'breaker',
    failures: record.breaker.failures,
    opensAtMs: state === 'open' ? opensMs : null,
  }
}

/** Until a provider takes another request, by its limits and by the room it has. */
function waitOf({ capabilities, record }: Known, atMs: number): { waitMs: number; because: Wait['because'] } {
  const { rate, concurrency } = capabilities
  const limit = Math.max(record.retryAtMs, rate ? nextAtMs(rate, record.fullAtMs) : 0)
  if (limit > atMs) return { waitMs: Math.ceil(limit - atMs), because: 'rate-limit' }
  if (record.running.size < concurrency) return { waitMs: 0, because: 'full' }
  const waitMs = Math.min(LONGEST_ROOM_MS, Math.max(ROOM_MS, Math.ceil(record.roomAtMs - atMs)))
  return { waitMs, because: 'full' }
}

/** The share of its pictures that the gates will accept, by what they said so far; five in six before the first. */
export const acceptedShare = ({ accepted, refused }: Pick<TrackRecord, 'accepted' | 'refused'>): number =>
  (accepted + 1) / (accepted + refused + 1.2)

/** As many voted works stand behind the even chance that everybody begins with. */
const EVEN_CHANCES = 20

const shareLiked = ({ liked, disliked }: TrackRecord): number =>
  (liked + EVEN_CHANCES / 2) / (liked + disliked + EVEN_CHANCES)

type Weighed = { known: Known; merits: Omit<Merits, 'score'>; because: Wait['because'] }

function weigh(known: Known, random: Random, atMs: number): Weighed {
  const { capabilities, quote, record, typicalMs } = known
  const { accepted, refused } = record
  const expected = acceptedShare(record)
  const { waitMs, because } = waitOf(known, atMs)
  // What is already there is made first, as many at once as it can.
  const queued = 1 + record.running.size / capabilities.concurrency
  const merits = {
    costMicroUsd: Math.round(quote.costMicroUsd / expected),
    latencyMs: Math.round((waitMs + typicalMs * queued) / expected),
    quality: drawBeta(accepted + 1, refused + 1, random) * shareLiked(record),
    waitMs,
  }
  return { known, merits, because }
}

/** Each good as a share of the best that is to be had, by its weight. */
function scoresOf(all: readonly Weighed[], weights: Weights): number[] {
  const cost = Math.min(...all.map(({ merits }) => merits.costMicroUsd)) + COST_FLOOR
  const latency = Math.min(...all.map(({ merits }) => merits.latencyMs)) + LATENCY_FLOOR
  const quality = Math.max(...all.map(({ merits }) => merits.quality))
  const sum = weights.cost + weights.speed + weights.quality
  return all.map(
    ({ merits }) =>
      ((weights.cost * cost) / (merits.costMicroUsd + COST_FLOOR) +
        (weights.speed * latency) / (merits.latencyMs + LATENCY_FLOOR) +
        (weights.quality * merits.quality) / quality) /
      sum,
  )
}

/**
 * Chooses a provider for each picture from what each can do and how each has done. Pure: it learns by `learn` alone,
 * and the same events and questions give the same decisions.
 */
export class Router {
  private readonly known: Map<string, Known>

  constructor(providers: readonly Routable[]) {
    this.known = new Map(
      providers.map((provider) => {
        const { latencyMs } = provider.quote
        return [
          provider.id,
          { ...provider, record: newRecord(), typicalMs: latencyMs, slowMs: latencyMs * 4 },
        ]
      }),
    )
  }

  /** Takes in what became of a run; one of a provider that is gone is left out. */
  learn(event: RouteEvent): void {
    const known = this.known.get(event.provider)
    if (!known) return
    if (event.kind === 'judged' || event.kind === 'voted')
      for (const { record } of this.known.values()) fade(record, event.kind)
    const { rate, concurrency } = known.capabilities
    learn(known.record, event, { rate, spacingMs: known.typicalMs / concurrency })
    if (event.kind !== 'succeeded') return
    known.typicalMs = latencyAt(known.record, 500) ?? known.typicalMs
    known.slowMs = latencyAt(known.record, 950) ?? known.slowMs
  }

  /** How a provider has done; null for one that is not there. */
  recordOf(provider: string): (TrackRecord & { typicalMs: number; slowMs: number }) | null {
    const known = this.known.get(provider)
    return known ? { ...known.record, typicalMs: known.typicalMs, slowMs: known.slowMs } : null
  }

  /** @param atMs wall time in milliseconds */
  route(asked: Asked, atMs: number): Decision {
    const excluded: Considered[] = []
    const able: Known[] = []
    for (const known of this.known.values()) {
      const exclusion = barred(known, asked) ?? broken(known, atMs)
      if (exclusion) excluded.push({ provider: known.id, ...exclusion })
      else able.push(known)
    }
    const untried = able.filter(({ id }) => !asked.tried.has(id))
    const random = new Random(hashText(asked.seed))
    const weighed = (untried.length > 0 ? untried : able).map((known) => weigh(known, random, atMs))
    return decide(weighed, scoresOf(weighed, weightsOf(asked.policy)), excluded, atMs)
  }
}

/** The best by its score; one that takes nothing yet is waited for, as its score has the wait in it. */
function decide(weighed: Weighed[], scores: number[], excluded: Considered[], atMs: number): Decision {
  const best = weighed[scores.indexOf(Math.max(...scores))]
  if (!best) {
    const [first] = excluded
      .flatMap((one) => ('until' in one ? [one] : []))
      .toSorted((a, b) => a.until - b.until)
    const waitsFor = first ? { provider: first.provider, because: first.because } : null
    return { chosen: null, until: first?.until ?? null, waitsFor, considered: excluded }
  }
  const rows = weighed.map(({ known, merits }, index) => ({
    provider: known.id,
    score: scores[index] ?? 0,
    ...merits,
  }))
  const considered = [...rows.toSorted((a, b) => b.score - a.score), ...excluded]
  const { known, merits, because } = best
  if (merits.waitMs === 0)
    return { chosen: known.id, trial: known.record.breaker.openUntilMs !== null, considered }
  return { chosen: null, until: atMs + merits.waitMs, waitsFor: { provider: known.id, because }, considered }
}
