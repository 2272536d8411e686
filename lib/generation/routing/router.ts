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
  | { until: number; because: 'breaker'; failures: number }
  | { until: number; because: 'rate-limit' | 'full' }

/** What spoke for a provider. Cost and time are of one accepted picture. */
export type Merits = { score: number; costMicroUsd: number; latencyMs: number; quality: number }

export type Considered = { provider: string } & (Merits | Exclusion)

/** The choice with everything that was weighed; `until` is when to ask again, null when nothing will change by itself. */
export type Decision =
  | { chosen: string; trial: boolean; considered: Considered[] }
  | { chosen: null; until: number | null; considered: Considered[] }

/** A tenth of a cent, and a tenth of a second: what is below makes no difference. */
const COST_FLOOR = 1_000
const LATENCY_FLOOR = 100
/** How long a full provider is left alone when nobody knows when it has room. */
const ROOM_MS = 1_000

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
  if (asked.only && !asked.only.includes(id)) return { never: 'not-asked' }
  if (asked.size && !takesSize(capabilities.sizes, asked.size)) return { never: 'size' }
  if (asked.loras && !capabilities.loras) return { never: 'loras' }
  const isStranger = capabilities.privacy === 'strangers'
  if (DISTANCE[capabilities.privacy] > DISTANCE[policy.privacy] || (isStranger && !asked.volunteers))
    return { never: 'privacy' }
  if (policy.outputs === 'any-use' && terms.outputs !== 'any-use') return { never: 'licence' }
  if (quote.costMicroUsd > asked.affordableMicroUsd(id)) return { never: 'budget' }
  return null
}

function busy({ capabilities, record }: Known, atMs: number): Exclusion | null {
  const state = stateOf(record.breaker, atMs)
  const { openUntilMs, failures } = record.breaker
  if (state === 'open') return { until: openUntilMs ?? atMs, because: 'breaker', failures }
  // Half-open lets one run through: its end decides.
  if (state === 'half-open' && record.trial !== null)
    return { until: atMs + ROOM_MS, because: 'breaker', failures }
  if (record.retryAtMs > atMs) return { until: record.retryAtMs, because: 'rate-limit' }
  const { rate, concurrency } = capabilities
  const next = rate ? nextAtMs(rate, record.fullAtMs) : 0
  if (next > atMs) return { until: Math.ceil(next), because: 'rate-limit' }
  return record.running.size >= concurrency ? { until: atMs + ROOM_MS, because: 'full' } : null
}

/** The share of its pictures that the gates will accept, by what they said so far; five in six before the first. */
export const acceptedShare = ({ accepted, refused }: Pick<TrackRecord, 'accepted' | 'refused'>): number =>
  (accepted + 1) / (accepted + refused + 1.2)

type Weighed = { known: Known; costMicroUsd: number; latencyMs: number; quality: number }

function weigh(known: Known, random: Random): Weighed {
  const { capabilities, quote, record, typicalMs } = known
  const { accepted, refused } = record
  const expected = acceptedShare(record)
  // What is already there is made first, as many at once as it can.
  const waits = 1 + record.running.size / capabilities.concurrency
  return {
    known,
    costMicroUsd: quote.costMicroUsd / expected,
    latencyMs: (typicalMs * waits) / expected,
    quality: drawBeta(accepted + 1, refused + 1, random),
  }
}

/** Each good as a share of the best that is to be had, by its weight. */
function scoresOf(all: readonly Weighed[], weights: Weights): number[] {
  const cost = Math.min(...all.map(({ costMicroUsd }) => costMicroUsd)) + COST_FLOOR
  const latency = Math.min(...all.map(({ latencyMs }) => latencyMs)) + LATENCY_FLOOR
  const quality = Math.max(...all.map((one) => one.quality))
  const sum = weights.cost + weights.speed + weights.quality
  return all.map(
    (one) =>
      ((weights.cost * cost) / (one.costMicroUsd + COST_FLOOR) +
        (weights.speed * latency) / (one.latencyMs + LATENCY_FLOOR) +
        (weights.quality * one.quality) / quality) /
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
    if (event.kind === 'judged') for (const { record } of this.known.values()) fade(record)
    learn(known.record, event, known.capabilities.rate)
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
    const considered: Considered[] = []
    const able: Known[] = []
    for (const known of this.known.values()) {
      const exclusion = barred(known, asked) ?? busy(known, atMs)
      if (exclusion) considered.push({ provider: known.id, ...exclusion })
      else able.push(known)
    }
    const untried = able.filter(({ id }) => !asked.tried.has(id))
    return able.length > 0
      ? this.choose(untried.length > 0 ? untried : able, asked, considered)
      : wait(considered)
  }

  private choose(able: readonly Known[], { seed, policy }: Asked, excluded: Considered[]): Decision {
    const random = new Random(hashText(seed))
    const weighed = able.map((known) => weigh(known, random))
    const scores = scoresOf(weighed, weightsOf(policy))
    const best = scores.indexOf(Math.max(...scores))
    const rows = weighed.map(({ known, costMicroUsd, latencyMs, quality }, index) => ({
      provider: known.id,
      score: scores[index] ?? 0,
      costMicroUsd: Math.round(costMicroUsd),
      latencyMs: Math.round(latencyMs),
      quality,
    }))
    const chosen = weighed[best]?.known
    if (!chosen) return wait(excluded)
    const considered = [...rows.toSorted((a, b) => b.score - a.score), ...excluded]
    return { chosen: chosen.id, trial: chosen.record.breaker.openUntilMs !== null, considered }
  }
}

function wait(considered: Considered[]): Decision {
  const times = considered.flatMap((one) => ('until' in one ? [one.until] : []))
  return { chosen: null, until: times.length > 0 ? Math.min(...times) : null, considered }
}
