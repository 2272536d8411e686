import { write } from '#lib/flows/services.ts'
import { failTask, type LeasedTask, pauseTask } from '#lib/generation/mutations.ts'
import { FAILURE_CODE, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { nextStep, type Stage } from '#lib/generation/retry-policy.ts'
import type { GenerationServices } from './generation-services.ts'

type Failed = { failure: ProviderFailure; detail: string; stage: Stage }

/** Writes down what a provider's failure means for a task, and rings for the time when it goes on. */
export async function settleFailure(
  services: GenerationServices,
  task: LeasedTask,
  { failure, detail, stage }: Failed,
): Promise<'paused' | 'failed' | 'taken'> {
  const code = FAILURE_CODE[failure.kind]
  const asked = task.submittedAt ?? services.wall()
  const capabilities = services.providers.find(task.provider)?.capabilities()
  const step = nextStep(failure, {
    stage,
    attempts: task.attempts,
    ageSeconds: Math.floor((services.wall().getTime() - asked.getTime()) / 1000),
    retentionSeconds: capabilities?.retentionSeconds ?? 0,
    // Of a provider that is gone the worse is assumed.
    paid: capabilities?.paid ?? true,
  })
  if (step.kind === 'give-up') {
    const failed = await write(services, 'worker', (ctx) =>
      failTask({ ctx, input: { taskId: task.id, code, detail } }),
    )
    return failed ? 'failed' : 'taken'
  }
  const dueAt = new Date(services.wall().getTime() + step.afterSeconds * 1000)
  const input = { task, dueAt, code, detail, askAgain: step.kind === 'ask-again' }
  const kept = await write(services, 'worker', (ctx) => pauseTask({ ctx, input }))
  if (!kept) return 'taken'
  await services.ring('render', task.id, step.afterSeconds)
  return 'paused'
}
