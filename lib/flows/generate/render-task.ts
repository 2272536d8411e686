import { write } from '#lib/flows/services.ts'
import { findBrief, findTask, knownRuns, type Task } from '#lib/generation/data.ts'
import { endExecution } from '#lib/generation/executions/mutations.ts'
import {
  type Attempt,
  failTask,
  type LeasedTask,
  leaseTask,
  pauseTask,
  recordPicture,
  recordRun,
} from '#lib/generation/mutations.ts'
import type { Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import type { Stage } from '#lib/generation/retry-policy.ts'
import { ANY_PROVIDER, type Execution } from '#lib/generation/schema.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { admissionEnded } from '#lib/protocol/states.ts'
import { findRound, type Round } from '#lib/rounds/data.ts'
import type { GenerationServices } from './generation-services.ts'
import { artifactWithoutWords, factsWithoutWords, toldRecipe } from './private-words.ts'
import { type Routed, routeTask } from './route-task.ts'
import { settleFailure } from './settle-failure.ts'
import { signAtBirth } from './sign-at-birth.ts'

/** What one call came to; the truth is in the task's row. */
export type Rendered =
  | 'settled'
  | 'dropped'
  | 'too-early'
  | 'taken'
  | 'waiting'
  | 'paused'
  | 'failed'
  | 'drawn'

/** Beyond what a provider may take to answer, before another may step in. */
const LEASE_MARGIN_SECONDS = 15
/** For fetching and storing what was made. */
const READ_LEASE_SECONDS = 90
/** A budget may be raised, or a month may turn. */
const SHORT_OF_MONEY_SECONDS = 60
/** A lost request that no list shows after this time was not accepted. */
const LOOK_UP_UNTIL_SECONDS = 90

const UNKNOWN = { kind: 'unknown-outcome' } as const

const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)
const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

type Work = {
  services: GenerationServices
  provider: Provider
  task: LeasedTask
  request: RenderRequest
  /** The request holds words that are kept nowhere else. */
  isPrivate: boolean
}

/** Seconds until a run is asked about again: often at first, then less. */
export function pollSeconds(ageSeconds: number): number {
  if (ageSeconds < 30) return 2
  return ageSeconds < 120 ? 5 : 15
}

function executionOf(work: Work, run: Run, more: Partial<Execution> = {}): Execution {
  const { task, provider, isPrivate } = work
  const { waiting: _past, ...known } = task.execution
  return {
    ...known,
    provider: provider.id,
    ...(task.submittedAt && { submittedAt: seconds(task.submittedAt) }),
    facts: { ...known.facts, ...(isPrivate ? factsWithoutWords(run.facts) : run.facts) },
    ...(run.waiting && { waiting: run.waiting }),
    ...more,
  }
}

/** Providers repeat what they refuse: of private words no more than the kind of the refusal is kept. */
const settle = ({ services, task, isPrivate }: Work, failed: Parameters<typeof settleFailure>[2]) =>
  settleFailure(services, task, isPrivate ? { ...failed, detail: '' } : failed)

/** Runs a step; what the provider refuses is settled by the policy, and anything else goes up. */
async function guarded(work: Work, stage: Stage, step: () => Promise<Rendered>): Promise<Rendered> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return settle(work, { failure: error.failure, detail: error.message, stage })
  }
}

async function takePicture(work: Work, run: Run): Promise<Rendered> {
  const { services, provider, task, request } = work
  const [arrived] = await provider.fetchArtifacts(request, run)
  if (!arrived) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
  if (fileHashOf(arrived.bytes) !== `sha256:${arrived.sha256}`)
    throw new ProviderError({ kind: 'artifact-invalid' }, 'the file changed on its way')
  const artifact = work.isPrivate ? await artifactWithoutWords(arrived) : arrived
  const finishedAt = seconds(services.wall())
  const { bytes, facts } = await signAtBirth(services, { task, artifact, madeAt: finishedAt })
  const key = await services.storage.put(bytes)
  const { description } = artifact
  const made = executionOf(work, run, { finishedAt, description })
  const execution = { ...made, facts: { ...made.facts, ...facts } }
  const end = { outcome: 'succeeded', chargedMicroUsd: run.costMicroUsd, endedAt: services.wall() }
  const kept = await write(services, 'worker', (ctx) =>
    recordPicture({ ctx, input: { task, contentHash: `sha256:${key}`, execution, end } }),
  )
  if (!kept) return 'taken'
  services.routing.ended()
  await services.ring('admit', task.id)
  return 'drawn'
}

/** Goes on from what the provider says of a run. */
async function follow(work: Work, run: Run): Promise<Rendered> {
  const { services, provider, task } = work
  const { costMicroUsd } = run
  if (run.failure) return settle(work, { ...run.failure, stage: 'run', costMicroUsd })
  if (run.state === 'succeeded') return takePicture(work, run)
  const age = seconds(services.wall()) - seconds(task.submittedAt ?? services.wall())
  const { longestRunSeconds, cancel } = provider.capabilities()
  if (age > longestRunSeconds) {
    if (cancel !== 'none') await provider.cancel(run.externalId)
    const failure = { kind: 'transient' } as const
    return settle(work, {
      failure,
      detail: 'the run took too long',
      stage: 'run',
      costMicroUsd: cancel === 'free' ? 0 : costMicroUsd,
    })
  }
  const dueAt = later(services.wall(), pollSeconds(age))
  const input = { task, externalId: run.externalId, execution: executionOf(work, run), dueAt }
  const kept = await write(services, 'worker', (ctx) => recordRun({ ctx, input }))
  if (!kept) return 'taken'
  await services.ring('render', task.id, pollSeconds(age))
  return 'waiting'
}

/** A new attempt: on record before the provider is asked, asked once, its run on record before anything else. */
async function start(work: Work): Promise<Rendered> {
  const { provider, request } = work
  let run: Run | undefined
  const outcome = await guarded(work, 'submit', async () => {
    run = await provider.submit(request)
    return 'waiting'
  })
  return run ? begin(work, run) : outcome
}

async function begin(work: Work, run: Run): Promise<Rendered> {
  const { services, task } = work
  const input = { task, externalId: run.externalId, execution: executionOf(work, run), dueAt: task.dueAt }
  const kept = await write(services, 'worker', (ctx) => recordRun({ ctx, input }))
  if (!kept) return 'taken'
  return guarded(work, 'read', () => follow(work, run))
}

/** What became of a request whose answer was lost? Only when the provider has none is it made again. */
async function lookUp(work: Work): Promise<Rendered> {
  const { services, provider, task, request } = work
  const submittedAt = task.submittedAt ?? services.wall()
  const known = await knownRuns(services.db, provider.id, later(submittedAt, -300))
  let run: Run | null
  try {
    run = await provider.reconcile(request, seconds(submittedAt), known)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    // Whatever keeps the list from being read, nobody knows more than before.
    return settle(work, { failure: UNKNOWN, detail: error.message, stage: 'submit' })
  }
  if (run) return begin(work, run)
  // Where nothing is kept, nothing can be missing.
  const isKept = provider.capabilities().retentionSeconds > 0
  const isOver = isKept && seconds(services.wall()) - seconds(submittedAt) >= LOOK_UP_UNTIL_SECONDS
  const failure = isOver ? ({ kind: 'transient' } as const) : UNKNOWN
  return settle(work, { failure, detail: 'the provider shows no such run', stage: 'submit' })
}

/** Goes on with an attempt that has begun: asks how it goes, or what became of it. */
function goOn({ provider, task }: Work): (work: Work) => Promise<Rendered> {
  const { externalId } = task
  if (externalId !== null)
    return (work) => guarded(work, 'read', async () => follow(work, await provider.poll(externalId)))
  return provider.capabilities().idempotent ? start : lookUp
}

/** Whether an attempt has begun whose end is to be waited for; a free one that got lost is simply made again. */
function hasBegun(task: Task, provider: Provider): boolean {
  if (task.status !== 'rendering') return false
  const { paid, idempotent } = provider.capabilities()
  return task.externalId !== null || paid || idempotent
}

const cancelled = (services: GenerationServices, isFree: boolean) => ({
  outcome: 'cancelled',
  chargedMicroUsd: isFree ? 0 : null,
  endedAt: services.wall(),
})

async function drop(services: GenerationServices, task: Task): Promise<Rendered> {
  const provider = services.providers.find(task.provider)
  const cancel = provider?.capabilities().cancel ?? 'none'
  const end = cancelled(services, cancel === 'free')
  await write(services, 'worker', (ctx) =>
    failTask({ ctx, input: { taskId: task.id, code: 'admission-ended', detail: '', end } }),
  )
  // Best effort: nobody waits for the picture any more, and a run that has ended cannot be cancelled.
  if (task.externalId && cancel !== 'none') await provider?.cancel(task.externalId).catch(() => {})
  return 'dropped'
}

type Ending = { code: 'provider-unknown' | 'provider-closed' | 'licence-conflict'; detail: string }

async function giveUp(services: GenerationServices, task: Task, { code, detail }: Ending) {
  const end = cancelled(services, false)
  await write(services, 'worker', (ctx) => failTask({ ctx, input: { taskId: task.id, code, detail, end } }))
  return 'failed' as const
}

async function requestOf(services: GenerationServices, provider: Provider, task: Task) {
  const { recipe, isPrivate } = await toldRecipe(services.db, task)
  const { idempotencyKey } = task
  const webhookUrl = services.webhookUrlFor(provider, idempotencyKey)
  return { request: { recipe, idempotencyKey, webhookUrl }, isPrivate }
}

type Taking = { task: Task; provider: Provider; attempt?: Attempt }

/** Takes the task for as long as the next step may last; null when somebody else was faster. */
async function take(services: GenerationServices, { task, provider, attempt }: Taking): Promise<Work | null> {
  const isRead = attempt === undefined && task.externalId !== null
  const seconds = isRead ? READ_LEASE_SECONDS : provider.capabilities().submitSeconds + LEASE_MARGIN_SECONDS
  const input = { task, until: later(services.wall(), seconds), ...(attempt && { attempt }) }
  const leased = await write(services, 'worker', (ctx) => leaseTask({ ctx, input }))
  return leased && { services, provider, task: leased, ...(await requestOf(services, provider, leased)) }
}

/** Waits for a provider: the picture keeps its attempts. */
async function holdBack(
  services: GenerationServices,
  task: Task,
  { dueAt, code }: Routed & { kind: 'wait' },
): Promise<Rendered> {
  const wall = services.wall()
  const input = { task, until: later(wall, LEASE_MARGIN_SECONDS) }
  const kept = await write(services, 'worker', async (ctx) => {
    const leased = await leaseTask({ ctx, input })
    return leased !== null && (await pauseTask({ ctx, input: { task: leased, dueAt, code, detail: '' } }))
  })
  if (!kept) return 'taken'
  await services.ring('render', task.id, Math.max(1, Math.ceil((dueAt.getTime() - wall.getTime()) / 1000)))
  return 'paused'
}

const isShort = (error: unknown) => error instanceof AppError && error.code === 'provider-budget'

/** A free attempt whose answer was lost is not looked for; it must not hold a place at its provider either. */
async function endLost(services: GenerationServices, { id: taskId }: Task): Promise<void> {
  const end = { outcome: 'unknown-outcome', chargedMicroUsd: null, endedAt: services.wall() }
  await write(services, 'worker', (ctx) => endExecution({ ctx, input: { taskId, end } }))
  services.routing.ended()
}

/** Chooses a provider and asks it; when others spent the money meanwhile, waits for more. */
async function startAnew(services: GenerationServices, task: Task, round: Round): Promise<Rendered> {
  const brief = await findBrief(services.db, task.briefId)
  if (!brief) throw new AppError('not-found')
  if (brief.provider !== ANY_PROVIDER && !services.providers.find(brief.provider))
    return giveUp(services, task, { code: 'provider-unknown', detail: task.provider })
  if (task.status === 'rendering') await endLost(services, task)
  const routed = await routeTask(services, { task, brief, round })
  if (routed.kind === 'nobody') return giveUp(services, task, routed)
  if (routed.kind === 'wait') return holdBack(services, task, routed)
  const { provider, attempt } = routed
  const work = await take(services, { task, provider, attempt }).catch((error: unknown) => {
    services.routing.drops(provider.id, attempt.idempotencyKey)
    if (isShort(error)) return 'short' as const
    throw error
  })
  if (work === 'short') {
    const dueAt = later(services.wall(), SHORT_OF_MONEY_SECONDS)
    return holdBack(services, task, { kind: 'wait', dueAt, code: 'provider-budget' })
  }
  if (work) return start(work)
  services.routing.drops(provider.id, attempt.idempotencyKey)
  return 'taken'
}

/**
 * Brings one picture a step forward. It may be called for any task, as often as one likes, by as many
 * workers as there are: what is to be done is read from the row, and one at a time holds its lease.
 */
export async function renderTask(services: GenerationServices, taskId: string): Promise<Rendered> {
  const task = await findTask(services.db, taskId)
  if (!task || (task.status !== 'queued' && task.status !== 'rendering')) return 'settled'
  if (task.contentHash !== null) {
    await services.ring('admit', task.id)
    return 'drawn'
  }
  const [round, clock] = await Promise.all([findRound(services.db, task.roundRowId), readClock(services.db)])
  if (!round) throw new AppError('round-unknown')
  if (round.status !== 'submissions' || admissionEnded(round.rules, clock.now())) return drop(services, task)
  const wall = services.wall()
  if (task.dueAt && task.dueAt > wall) {
    await services.ring('render', task.id, Math.ceil((task.dueAt.getTime() - wall.getTime()) / 1000))
    return 'too-early'
  }
  if (task.status === 'queued') return startAnew(services, task, round)
  const provider = services.providers.find(task.provider)
  if (!provider) return giveUp(services, task, { code: 'provider-unknown', detail: task.provider })
  if (!hasBegun(task, provider)) return startAnew(services, task, round)
  const work = await take(services, { task, provider })
  return work ? goOn(work)(work) : 'taken'
}
