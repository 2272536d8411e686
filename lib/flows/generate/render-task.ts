import { write } from '#lib/flows/services.ts'
import { findTask, knownRuns, type Task } from '#lib/generation/data.ts'
import { failTask, type LeasedTask, leaseTask, recordPicture, recordRun } from '#lib/generation/mutations.ts'
import type { Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import type { Stage } from '#lib/generation/retry-policy.ts'
import type { Execution } from '#lib/generation/schema.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { admissionEnded } from '#lib/protocol/states.ts'
import { findRound } from '#lib/rounds/data.ts'
import type { GenerationServices } from './generation-services.ts'
import { settleFailure } from './settle-failure.ts'

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
/** A lost request that no list shows after this time was not accepted. */
const LOOK_UP_UNTIL_SECONDS = 90

const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)
const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

type Work = { services: GenerationServices; provider: Provider; task: LeasedTask; request: RenderRequest }

/** Seconds until a run is asked about again: often at first, then less. */
export function pollSeconds(ageSeconds: number): number {
  if (ageSeconds < 30) return 2
  return ageSeconds < 120 ? 5 : 15
}

function executionOf({ task, provider }: Work, run: Run, more: Partial<Execution> = {}): Execution {
  const { waiting: _past, ...known } = task.execution
  return {
    ...known,
    provider: provider.id,
    ...(task.submittedAt && { submittedAt: seconds(task.submittedAt) }),
    facts: { ...known.facts, ...run.facts },
    ...(run.waiting && { waiting: run.waiting }),
    ...more,
  }
}

/** Runs a step; what the provider refuses is settled by the policy, and anything else goes up. */
async function guarded(work: Work, stage: Stage, step: () => Promise<Rendered>): Promise<Rendered> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return settleFailure(work.services, work.task, { failure: error.failure, detail: error.message, stage })
  }
}

async function takePicture(work: Work, run: Run): Promise<Rendered> {
  const { services, provider, task, request } = work
  const [artifact] = await provider.fetchArtifacts(request, run)
  if (!artifact) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
  const key = await services.storage.put(artifact.bytes)
  if (key !== artifact.sha256)
    throw new ProviderError({ kind: 'artifact-invalid' }, 'the file changed on its way')
  const execution = executionOf(work, run, {
    finishedAt: seconds(services.wall()),
    description: artifact.description,
  })
  const kept = await write(services, 'worker', (ctx) =>
    recordPicture({ ctx, input: { task, contentHash: `sha256:${key}`, execution } }),
  )
  if (!kept) return 'taken'
  await services.ring('admit', task.id)
  return 'drawn'
}

/** Goes on from what the provider says of a run. */
async function follow(work: Work, run: Run): Promise<Rendered> {
  const { services, provider, task } = work
  if (run.failure) return settleFailure(services, task, { ...run.failure, stage: 'run' })
  if (run.state === 'succeeded') return takePicture(work, run)
  const age = seconds(services.wall()) - seconds(task.submittedAt ?? services.wall())
  const { longestRunSeconds, cancel } = provider.capabilities()
  if (age > longestRunSeconds) {
    if (cancel !== 'none') await provider.cancel(run.externalId)
    const failure = { kind: 'transient' } as const
    return settleFailure(services, task, { failure, detail: 'the run took too long', stage: 'run' })
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
  return guarded(work, 'read', async () => {
    const known = await knownRuns(services.db, provider.id, later(submittedAt, -300))
    const run = await provider.reconcile(request, seconds(submittedAt), known)
    if (run) return begin(work, run)
    const isOver = seconds(services.wall()) - seconds(submittedAt) >= LOOK_UP_UNTIL_SECONDS
    const failure = { kind: isOver ? 'transient' : 'unknown-outcome' } as const
    return settleFailure(services, task, {
      failure,
      detail: 'the provider shows no such run',
      stage: 'submit',
    })
  })
}

type Step = { submittedAt?: Date; leaseSeconds: number; run(work: Work): Promise<Rendered> }

/** What a task needs next. */
function nextStepOf(task: Task, provider: Provider, wall: Date): Step {
  const { paid, submitSeconds } = provider.capabilities()
  const leaseSeconds = submitSeconds + LEASE_MARGIN_SECONDS
  const { externalId } = task
  if (task.status === 'rendering' && externalId !== null)
    return {
      leaseSeconds: READ_LEASE_SECONDS,
      run: (work) => guarded(work, 'read', async () => follow(work, await provider.poll(externalId))),
    }
  if (task.status === 'rendering' && paid) return { leaseSeconds, run: lookUp }
  return { leaseSeconds, submittedAt: wall, run: start }
}

async function drop(services: GenerationServices, task: Task): Promise<Rendered> {
  const provider = services.providers.find(task.provider)
  await write(services, 'worker', (ctx) =>
    failTask({ ctx, input: { taskId: task.id, code: 'admission-ended', detail: '' } }),
  )
  // Best effort: nobody waits for the picture any more, and a run that has ended cannot be cancelled.
  if (provider && task.externalId && provider.capabilities().cancel !== 'none')
    await provider.cancel(task.externalId).catch(() => {})
  return 'dropped'
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
  const provider = services.providers.find(task.provider)
  if (!provider) {
    await write(services, 'worker', (ctx) =>
      failTask({ ctx, input: { taskId, code: 'provider-unknown', detail: task.provider } }),
    )
    return 'failed'
  }
  const wall = services.wall()
  if (task.dueAt && task.dueAt > wall) {
    await services.ring('render', task.id, Math.ceil((task.dueAt.getTime() - wall.getTime()) / 1000))
    return 'too-early'
  }
  const step = nextStepOf(task, provider, wall)
  const { submittedAt } = step
  const input = { task, until: later(wall, step.leaseSeconds), ...(submittedAt && { submittedAt }) }
  const leased = await write(services, 'worker', (ctx) => leaseTask({ ctx, input }))
  if (!leased) return 'taken'
  const webhookUrl = services.webhookUrlFor(provider, task.idempotencyKey)
  const request = { recipe: task.recipe, idempotencyKey: task.idempotencyKey, webhookUrl }
  return step.run({ services, provider, task: leased, request })
}
