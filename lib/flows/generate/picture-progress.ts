import type { Rendered } from '#lib/candidates/data.ts'
import { GATES } from '#lib/critique/registry.ts'
import type { Verdict } from '#lib/critique/schema.ts'
import type { Standing, Task } from '#lib/generation/data.ts'
import type { PictureProgress } from '#lib/generation/schema.ts'
import { triesLeft } from '#lib/generation/tries.ts'
import { ERROR_COPY, type ErrorCode } from '#lib/platform/error-copy.ts'
import { found } from '#messages/critique/findings.ts'
import * as words from '#messages/flows/generate/picture-progress.ts'

const STATE = {
  queued: 'queued',
  rendering: 'rendering',
  passed: 'passed',
  refused: 'turned-away',
  failed: 'failed',
} as const satisfies Record<Task['status'], PictureProgress['state']>

export const pictureState = (status: Task['status']): PictureProgress['state'] => STATE[status]

/** What is known of a task besides its row. */
export type Known = { verdicts: Verdict[]; rendered: Rendered | null }

const isKnown = (code: string): code is ErrorCode => code in ERROR_COPY

const gateOf = (id: string) => GATES.find((gate) => gate.id === id) ?? { title: id, advice: '' }

/** What to do next; a picture that is given up is not tried again by itself, whatever its code says elsewhere. */
function nextOf(task: Task, copy: { next: string }): string {
  if (task.status !== 'failed' || triesLeft(task) === 0) return copy.next
  return task.attempts > 1 ? words.askedFor(task.attempts) : words.tryAgain
}

/** Cause and next step in words; the first gate that turned a picture away speaks for it. */
function reasonOf(task: Task, verdicts: Verdict[]): PictureProgress['reason'] {
  const refused = verdicts.find(({ passed }) => !passed)
  if (refused) {
    const { title, advice } = gateOf(refused.gate)
    return { code: `gate-${refused.gate}`, cause: words.because(title, found(refused)), next: advice }
  }
  if (!task.errorCode) return null
  const copy = isKnown(task.errorCode) ? ERROR_COPY[task.errorCode] : ERROR_COPY.internal
  const cause = task.errorDetail ? words.withDetail(copy.title, task.errorDetail) : copy.title
  return { code: task.errorCode, cause, next: nextOf(task, copy) }
}

const findingOf = (verdict: Verdict) => {
  const { gate, passed, score, threshold } = verdict
  return {
    gate,
    title: gateOf(gate).title,
    passed,
    score,
    threshold,
    finding: found(verdict),
    advice: passed ? null : gateOf(gate).advice,
  }
}

/**
 * One picture as its creator sees it, at any moment of its life.
 * @param standing how the task stood then; what came later is not told
 */
export function pictureProgress(row: Task, standing: Standing, known: Known): PictureProgress {
  const task = { ...row, ...standing }
  const judged = task.status === 'passed' || task.status === 'refused'
  const verdicts = judged ? known.verdicts : []
  return {
    taskId: task.id,
    index: task.index,
    try: task.try,
    triesLeft: triesLeft(task),
    provider: task.provider,
    seed: task.recipe.seed,
    attempts: task.attempts,
    contentHash: task.contentHash,
    title: task.contentHash === null ? null : (task.execution.description?.title ?? null),
    moved: task.recipe.traits.find(({ name }) => name === 'Variation')?.value ?? null,
    picture: task.status === 'passed' ? known.rendered : null,
    state: pictureState(task.status),
    reason: reasonOf(task, verdicts),
    findings: verdicts.map(findingOf),
  }
}
