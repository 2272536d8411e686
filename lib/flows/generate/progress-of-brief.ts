import { verdictsOf } from '#lib/critique/data.ts'
import { GATES } from '#lib/critique/registry.ts'
import type { Verdict } from '#lib/critique/schema.ts'
import { type Task, tasksOfBrief } from '#lib/generation/data.ts'
import type { BriefProgress, PictureProgress } from '#lib/generation/schema.ts'
import type { Db } from '#lib/platform/db.ts'
import { ERROR_COPY, type ErrorCode } from '#lib/platform/error-copy.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { findRound } from '#lib/rounds/data.ts'

const STATE = {
  queued: 'queued',
  rendering: 'rendering',
  passed: 'passed',
  refused: 'turned-away',
  failed: 'failed',
} as const satisfies Record<Task['status'], PictureProgress['state']>

const isKnown = (code: string): code is ErrorCode => code in ERROR_COPY

const gateOf = (id: string) => GATES.find((gate) => gate.id === id) ?? { title: id, advice: '' }

/** Cause and next step in words; the first gate that turned a picture away speaks for it. */
function reasonOf(task: Task, verdicts: Verdict[]): PictureProgress['reason'] {
  const refused = verdicts.find(({ passed }) => !passed)
  if (refused) {
    const { title, advice } = gateOf(refused.gate)
    return { code: `gate-${refused.gate}`, cause: `${title}: ${refused.finding}`, next: advice }
  }
  if (!task.errorCode) return null
  const copy = isKnown(task.errorCode) ? ERROR_COPY[task.errorCode] : ERROR_COPY.internal
  const cause = task.errorDetail ? `${copy.title} “${task.errorDetail}”` : copy.title
  return { code: task.errorCode, cause, next: copy.next }
}

export function pictureProgress(task: Task, verdicts: Verdict[]): PictureProgress {
  return {
    taskId: task.id,
    index: task.index,
    provider: task.provider,
    seed: task.recipe.seed,
    attempts: task.attempts,
    contentHash: task.contentHash,
    title: task.execution.description?.title ?? null,
    state: STATE[task.status],
    reason: reasonOf(task, verdicts),
    findings: verdicts.map(({ version: _version, inputHash: _inputHash, ...verdict }) => ({
      ...verdict,
      title: gateOf(verdict.gate).title,
      advice: verdict.passed ? null : gateOf(verdict.gate).advice,
    })),
  }
}

/**
 * Where the pictures of one brief stand.
 * @param digest EIP-712 digest of the brief
 * @returns null when the round has no such brief
 */
export async function progressOfBrief(
  db: Db,
  roundId: string,
  digest: Bytes32,
): Promise<BriefProgress | null> {
  const round = await findRound(db, roundId)
  const tasks = round ? await tasksOfBrief(db, round.rowId, digest) : []
  if (tasks.length === 0) return null
  const verdicts = await verdictsOf(
    db,
    tasks.map(({ id }) => id),
  )
  const items = tasks.map((task) => pictureProgress(task, verdicts.get(task.id) ?? []))
  const settled = items.every(({ state }) => state !== 'queued' && state !== 'rendering')
  return { items, nextCursor: null, settled }
}
