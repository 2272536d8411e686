import type { RoutingPolicy } from './policy.ts'
import { afterRequest, nextAtMs } from './rate-gate.ts'
import { acceptedShare, barred, type Routable } from './router.ts'
import type { BatchQuote } from './schema.ts'
import type { TrackRecord } from './track-record.ts'

/** How a provider does at the moment, as the router knows it. */
export type Standing = Pick<
  TrackRecord,
  'breaker' | 'running' | 'fullAtMs' | 'retryAtMs' | 'accepted' | 'refused'
> & { typicalMs: number }

export type BatchProvider = Routable & { model: string; standing: Standing; leftInMonthMicroUsd: number }

export type Batch = {
  /** Pictures, from 1 to 10,000. */
  count: number
  policy: RoutingPolicy
  volunteers: boolean
  leftInRoundMicroUsd: number
  /** Wall time in milliseconds. */
  atMs: number
}

/** When nothing keeps a provider from taking its first picture but its limits. */
const opensAtMs = ({ breaker, retryAtMs }: Standing, atMs: number): number =>
  Math.max(atMs, retryAtMs, breaker.openUntilMs ?? 0)

/**
 * When the last picture of a batch is there, if a provider makes all of them as fast as it has done and its limits
 * let it. What it works on already counts as just begun.
 * @returns milliseconds from `atMs`
 */
export function finishMs(
  { capabilities: { concurrency, rate }, standing }: Pick<BatchProvider, 'capabilities' | 'standing'>,
  { count, atMs }: Pick<Batch, 'count' | 'atMs'>,
): number {
  const { typicalMs, running } = standing
  const opens = opensAtMs(standing, atMs)
  // The place of the k-th run is free when the one before it there has ended.
  const endsMs: number[] = Array.from({ length: Math.min(running.size, concurrency) }, () => atMs + typicalMs)
  let fullAtMs = standing.fullAtMs
  let last = atMs
  const begun = endsMs.length
  for (let run = begun; run < begun + count; run++) {
    const room = endsMs[run - concurrency] ?? atMs
    const turn = rate ? nextAtMs(rate, fullAtMs) : 0
    const start = Math.max(opens, room, turn)
    if (rate) fullAtMs = afterRequest(rate, fullAtMs, start)
    last = start + typicalMs
    endsMs.push(last)
  }
  return Math.ceil(last - atMs)
}

function budgetOf(costMicroUsd: number, inRound: number, inMonth: number): BatchQuote['budget'] {
  if (costMicroUsd > inRound) return 'over-round'
  return costMicroUsd > inMonth ? 'over-month' : 'fits'
}

/** One batch at one provider. */
function quoteAt(provider: BatchProvider, batch: Batch): BatchQuote {
  const { id, model, terms, quote, capabilities, standing, leftInMonthMicroUsd } = provider
  const { count, policy, volunteers, leftInRoundMicroUsd } = batch
  const share = acceptedShare(standing)
  const never = barred(provider, {
    size: null,
    loras: false,
    policy,
    volunteers,
    only: null,
    affordableMicroUsd: () => Number.POSITIVE_INFINITY,
  })
  const costMicroUsd = quote.costMicroUsd * count
  const left = Math.min(leftInRoundMicroUsd, leftInMonthMicroUsd)
  const isBound = quote.costMicroUsd > 0 && left < Number.POSITIVE_INFINITY
  return {
    provider: id,
    model,
    licence: terms.licence,
    outputs: terms.outputs,
    seesThePrompt: capabilities.privacy,
    never: never?.never ?? null,
    costMicroUsd,
    costPerAcceptedMicroUsd: Math.round(quote.costMicroUsd / share),
    acceptedPermille: Math.round(share * 1000),
    latencyMs: Math.round(standing.typicalMs),
    finishMs: finishMs(provider, batch),
    budget: budgetOf(costMicroUsd, leftInRoundMicroUsd, leftInMonthMicroUsd),
    affordable: isBound ? Math.floor(left / quote.costMicroUsd) : null,
  }
}

/** One batch at every provider side by side: those that would be asked first, then by price, then by time. */
export function quoteBatch(providers: readonly BatchProvider[], batch: Batch): BatchQuote[] {
  return providers
    .map((provider) => quoteAt(provider, batch))
    .toSorted(
      (a, b) =>
        Number(a.never !== null) - Number(b.never !== null) ||
        a.costPerAcceptedMicroUsd - b.costPerAcceptedMicroUsd ||
        a.finishMs - b.finishMs,
    )
}
