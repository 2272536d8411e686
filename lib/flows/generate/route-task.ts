import { randomUUID } from 'node:crypto'
import type { BriefRecord, Task } from '#lib/generation/data.ts'
import { affordableAt, executionsOf } from '#lib/generation/executions/data.ts'
import type { DecisionRecord } from '#lib/generation/executions/schema.ts'
import { conflictWords } from '#lib/generation/licensing/conflict-words.ts'
import { takesWork } from '#lib/generation/may-render.ts'
import type { Attempt } from '#lib/generation/mutations.ts'
import type { Provider } from '#lib/generation/port.ts'
import type { FAILURE_CODE } from '#lib/generation/provider-error.ts'
import { DEFAULT_POLICY, weightsOf } from '#lib/generation/routing/policy.ts'
import type { Asked, Decision, Wait } from '#lib/generation/routing/router.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Round } from '#lib/rounds/data.ts'
import type { GenerationServices } from './generation-services.ts'
import { recipeForTask } from './recipe-for-task.ts'

type WaitCode = (typeof FAILURE_CODE)['capacity' | 'rate-limited' | 'budget-exceeded'] | null

/** Where a picture goes: to a provider, or nowhere for a time, or nowhere as things are. */
export type Routed =
  | { kind: 'chosen'; provider: Provider; attempt: Attempt }
  | { kind: 'wait'; dueAt: Date; code: WaitCode }
  | { kind: 'nobody'; code: 'provider-closed' | 'licence-conflict'; detail: string }

/** How long a picture waits for money: a director may raise the budget, or the month may turn. */
const BUDGET_PAUSE_MS = 60_000

/** What a person is told while a picture waits: nothing while it only waits for its turn. */
function waitCode(waitsFor: Wait | null): WaitCode {
  if (waitsFor?.because === 'full') return null
  return waitsFor?.because === 'rate-limit' ? 'provider-rate-limited' : 'provider-capacity'
}

type Place = { task: Task; brief: BriefRecord; round: Round }

/** Why nobody is left: by the terms of one that could be asked otherwise, or by what its director has closed. */
function nobodyOf({ considered }: Pick<Decision, 'considered'>, { round, task }: Place): Routed {
  const bound = considered.find((one) => 'never' in one && one.never === 'licence')
  if (!bound || !('conflict' in bound))
    return { kind: 'nobody', code: 'provider-closed', detail: task.provider }
  const detail = conflictWords(bound.conflict, round.rules.licence.id)
  return { kind: 'nobody', code: 'licence-conflict', detail }
}

function restOf(decision: Decision & { chosen: null }, place: Place, now: Date): Routed {
  const { until, waitsFor, considered } = decision
  if (until !== null) return { kind: 'wait', dueAt: new Date(until), code: waitCode(waitsFor) }
  const isShort = considered.some((one) => 'never' in one && one.never === 'budget')
  if (!isShort) return nobodyOf(decision, place)
  return { kind: 'wait', dueAt: new Date(now.getTime() + BUDGET_PAUSE_MS), code: 'provider-budget' }
}

type Question = { asked: Asked; by: DecisionRecord['by'] }

/**
 * What a picture asks: a creator's own choice of provider was offered by the policy of its day. Terms hold as they
 * are now, because what they do not allow could not hang.
 */
async function askedBy(services: GenerationServices, { task, brief, round }: Place): Promise<Question> {
  const { db, providers, monthlyBudgets } = services
  const chosen = brief.provider === ANY_PROVIDER ? null : [brief.provider]
  const ids = providers.list().map(({ id }) => id)
  const [past, affordableMicroUsd] = await Promise.all([
    executionsOf(db, task.id),
    affordableAt(db, ids, { roundRowId: round.rowId, at: services.wall(), monthly: monthlyBudgets }),
  ])
  const same = chosen ? null : sameModel(services, task)
  const asked = {
    seed: `${task.id}/${task.attempts}`,
    size: null,
    loras: task.recipe.loras.length > 0,
    policy: chosen ? { ...DEFAULT_POLICY, outputs: round.routing.outputs } : round.routing,
    licence: round.rules.licence.id,
    // Private words do not go to volunteers, whoever lets them in.
    volunteers: !isSealed(brief) && (chosen !== null || round.volunteers),
    only: chosen ?? same ?? makers(services),
    tried: new Set(
      past.flatMap(({ provider, outcome }) => (outcome && outcome !== 'succeeded' ? provider : [])),
    ),
    affordableMicroUsd,
  }
  if (chosen) return { asked, by: 'creator' }
  return { asked, by: same ? 'model' : weightsOf(round.routing) }
}

/** A variation keeps what its parent had only at the model that made the parent. */
function sameModel({ providers }: GenerationServices, { recipe }: Task): string[] | null {
  if (recipe.parents.length === 0) return null
  const { id, version } = recipe.model
  const same = providers.list().filter(({ model }) => model.id === id && model.version === version)
  return same.length > 0 ? same.map((provider) => provider.id) : null
}

/** Those that make pictures: a finished work goes to its taker alone. */
const makers = ({ providers }: GenerationServices): string[] =>
  providers.list().flatMap((provider) => (takesWork(provider) ? [] : provider.id))

/** Weighs every provider for a picture's next attempt. The attempt counts from here on; nothing is written yet. */
export async function routeTask(services: GenerationServices, place: Place): Promise<Routed> {
  const { routing, providers } = services
  await routing.refresh()
  const { asked, by } = await askedBy(services, place)
  const now = services.wall()
  const decision = routing.router.route(asked, now.getTime())
  routing.lookAt(
    decision.considered.flatMap((one) => ('because' in one ? one.provider : [])),
    now.getTime(),
  )
  if (decision.chosen === null) {
    const { waitsFor } = decision
    if (waitsFor && waitsFor.because !== 'rate-limit') routing.holds(waitsFor.provider, now.getTime())
    return restOf(decision, place, now)
  }
  const provider = providers.find(decision.chosen)
  if (!provider) return nobodyOf(decision, place)
  const { task } = place
  const idempotencyKey = task.attempts === 0 ? task.idempotencyKey : randomUUID()
  routing.starts(provider.id, idempotencyKey, now.getTime())
  try {
    const attempt = {
      provider: provider.id,
      recipe: await keptRecipe(services, place, provider),
      idempotencyKey,
      decision: { trial: decision.trial, by, considered: decision.considered },
      terms: provider.terms,
      quotedMicroUsd: provider.quote().costMicroUsd,
      monthlyMicroUsd: services.monthlyBudgets.get(provider.id) ?? null,
      startedAt: now,
    }
    return { kind: 'chosen', provider, attempt }
  } catch (error) {
    routing.drops(provider.id, idempotencyKey)
    throw error
  }
}

/** The recipe by the model that was chosen, in the store before anybody is asked by it. */
async function keptRecipe(
  { db, storage }: GenerationServices,
  { task, brief }: Place,
  provider: Provider,
): Promise<Recipe> {
  const recipe = await recipeForTask(db, { brief, task, attempt: task.try }, provider)
  await storage.put(canonicalBytes(recipe))
  return recipe
}
