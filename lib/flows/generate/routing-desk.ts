import { type Rendered, renderedPictures } from '#lib/candidates/data.ts'
import { leftOf } from '#lib/generation/executions/budget.ts'
import {
  type ExecutionLine,
  executionLines,
  providerBudgets,
  roundBudget,
} from '#lib/generation/executions/data.ts'
import { providerStats } from '#lib/generation/executions/provider-stats.ts'
import type {
  AttemptView,
  BudgetStanding,
  ProviderStanding,
  RoutingDesk,
} from '#lib/generation/executions/schema.ts'
import { takesWork } from '#lib/generation/may-render.ts'
import type { Provider } from '#lib/generation/port.ts'
import { stateOf } from '#lib/generation/routing/breaker.ts'
import { type BatchProvider, quoteBatch } from '#lib/generation/routing/quote-batch.ts'
import type { BatchQuotes } from '#lib/generation/routing/schema.ts'
import { newRecord } from '#lib/generation/routing/track-record.ts'
import type { Round } from '#lib/rounds/data.ts'
import type { GenerationServices } from './generation-services.ts'

/** Attempts that the figures are of. */
const COUNTED = 300
/** Attempts that are listed. */
const LISTED = 40

type Place = Pick<Round, 'rowId' | 'routing' | 'volunteers'>
type Reads = Pick<GenerationServices, 'db' | 'providers' | 'routing' | 'monthlyBudgets' | 'wall'>

const NO_BUDGET: BudgetStanding = { limitMicroUsd: null, reservedMicroUsd: 0, spentMicroUsd: 0 }

/** Those that make pictures. */
const makersOf = ({ providers }: Pick<Reads, 'providers'>) =>
  providers.list().filter((provider) => !takesWork(provider))

function recordOf({ routing }: Pick<Reads, 'routing'>, provider: Provider) {
  const { latencyMs } = provider.quote()
  return routing.router.recordOf(provider.id) ?? { ...newRecord(), typicalMs: latencyMs, slowMs: latencyMs }
}

async function monthsOf(services: Reads, at: Date) {
  const ids = makersOf(services).map(({ id }) => id)
  const months = await providerBudgets(services.db, ids, { at, monthly: services.monthlyBudgets })
  return (provider: string) => months.get(provider) ?? NO_BUDGET
}

function attemptView(line: ExecutionLine, rendered: ReadonlyMap<string, Rendered>): AttemptView {
  const { id, attempt, provider, model, outcome, accepted, decision, picture } = line
  const { contentHash } = picture
  const hung = outcome === 'succeeded' && contentHash ? rendered.get(contentHash) : undefined
  return {
    id,
    brief: picture.brief.digest,
    words: picture.brief.prompt,
    position: picture.index + 1,
    try: picture.try,
    attempt,
    provider,
    model,
    startedAtMs: line.startedAt.getTime(),
    endedAtMs: line.endedAt?.getTime() ?? null,
    outcome,
    accepted,
    costMicroUsd: line.chargedMicroUsd ?? line.reservedMicroUsd,
    decision,
    picture:
      hung && contentHash ? { src: hung.src320, width: hung.width, height: hung.height, contentHash } : null,
  }
}

/** How the pictures of a round are made: where the last ones went and why, how each provider does, what it cost. */
export async function routingDesk(services: Reads, { rowId }: Pick<Place, 'rowId'>): Promise<RoutingDesk> {
  const { db, routing } = services
  const at = services.wall()
  const [lines, budget, monthOf] = await Promise.all([
    executionLines(db, { roundRowId: rowId }, COUNTED),
    roundBudget(db, rowId),
    monthsOf(services, at),
    routing.refresh(),
  ])
  const hashes = lines.slice(0, LISTED).flatMap(({ picture }) => picture.contentHash ?? [])
  const rendered = await renderedPictures(db, hashes)
  const statsOf = providerStats(lines)
  const nowMs = at.getTime()
  return {
    nowMs,
    budget,
    counted: lines.length,
    attempts: lines.slice(0, LISTED).map((line) => attemptView(line, rendered)),
    providers: makersOf(services).map((provider): ProviderStanding => {
      const { breaker, retryAtMs, running } = recordOf(services, provider)
      return {
        id: provider.id,
        model: provider.model.id,
        breaker: {
          state: stateOf(breaker, nowMs),
          failures: breaker.failures,
          untilMs: breaker.openUntilMs,
        },
        retryAtMs: retryAtMs > nowMs ? retryAtMs : null,
        running: running.size,
        concurrency: provider.capabilities().concurrency,
        stats: statsOf(provider.id),
        month: monthOf(provider.id),
      }
    }),
  }
}

/** What a batch of pictures of a round would be at every provider, as things stand. @param count 1 to 10,000 */
export async function quotesFor(
  services: Reads,
  { rowId, routing: policy, volunteers }: Place,
  count: number,
): Promise<BatchQuotes> {
  const at = services.wall()
  const [budget, monthOf] = await Promise.all([
    roundBudget(services.db, rowId),
    monthsOf(services, at),
    services.routing.refresh(),
  ])
  const all = makersOf(services).map(
    (provider): BatchProvider => ({
      id: provider.id,
      model: provider.model.id,
      capabilities: provider.capabilities(),
      quote: provider.quote(),
      terms: provider.terms,
      standing: recordOf(services, provider),
      leftInMonthMicroUsd: leftOf(monthOf(provider.id)),
    }),
  )
  const batch = { count, policy, volunteers, leftInRoundMicroUsd: leftOf(budget), atMs: at.getTime() }
  return { count, items: quoteBatch(all, batch), nextCursor: null }
}
