import { write } from '#lib/flows/services.ts'
import { findBrief } from '#lib/generation/data.ts'
import { failTask, type LeasedTask, pauseTask } from '#lib/generation/mutations.ts'
import { FAILURE_CODE, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { nextStep, type Stage } from '#lib/generation/retry-policy.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import type { GenerationServices } from './generation-services.ts'

type Failed = {
  failure: ProviderFailure
  detail: string
  stage: Stage
  /** What the run has cost all the same; null when nobody says. */
  costMicroUsd?: number | null
}

/** A refused request costs nothing; of a run, or of a file that cannot be had, the worse is assumed. */
function chargeOf({ failure, stage, costMicroUsd = null }: Failed): number | null {
  if (stage === 'submit') return failure.kind === 'unknown-outcome' ? null : 0
  return costMicroUsd
}

/** A picture that any provider may make need not wait for the one that failed: the router knows who is to be left alone. */
async function mayGoElsewhere({ db }: GenerationServices, { briefId }: LeasedTask): Promise<boolean> {
  return (await findBrief(db, briefId))?.provider === ANY_PROVIDER
}

/** Writes down what a provider's failure means for a task, and rings for the time when it goes on. */
export async function settleFailure(
  services: GenerationServices,
  task: LeasedTask,
  failed: Failed,
): Promise<'paused' | 'failed' | 'taken'> {
  const { failure, detail, stage } = failed
  const code = FAILURE_CODE[failure.kind]
  const now = services.wall()
  const asked = task.submittedAt ?? now
  const capabilities = services.providers.find(task.provider)?.capabilities()
  const step = nextStep(failure, {
    stage,
    attempts: task.attempts,
    ageSeconds: Math.floor((now.getTime() - asked.getTime()) / 1000),
    retentionSeconds: capabilities?.retentionSeconds ?? 0,
    // Of a provider that is gone the worse is assumed.
    paid: capabilities?.paid ?? true,
    idempotent: capabilities?.idempotent ?? false,
  })
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const end = {
    outcome: failure.kind,
    chargedMicroUsd: chargeOf(failed),
    endedAt: now,
    ...(failure.kind === 'rate-limited' && { retryAt: later(failure.retryAfterSeconds) }),
  }
  if (step.kind === 'give-up') {
    const ended = await write(services, 'worker', (ctx) =>
      failTask({ ctx, input: { taskId: task.id, code, detail, end } }),
    )
    services.routing.ended()
    return ended ? 'failed' : 'taken'
  }
  const afterSeconds =
    step.kind === 'ask-again' && (await mayGoElsewhere(services, task))
      ? task.attempts - 1
      : step.afterSeconds
  const dueAt = later(afterSeconds)
  const input = { task, dueAt, code, detail, ...(step.kind === 'ask-again' && { end }) }
  const kept = await write(services, 'worker', (ctx) => pauseTask({ ctx, input }))
  if (!kept) return 'taken'
  services.routing.ended()
  await services.ring('render', task.id, afterSeconds)
  return 'paused'
}
