import type { Db, Tx } from '#lib/platform/db.ts'
import { type Verdict, verdictSchema } from './schema.ts'

/** Verdicts by task, in the order in which the gates judge. */
export async function verdictsOf(db: Db | Tx, taskIds: string[]): Promise<Map<string, Verdict[]>> {
  const rows = await db.verdict.findMany({ where: { taskId: { in: taskIds } }, orderBy: { id: 'asc' } })
  const verdicts = new Map<string, Verdict[]>()
  for (const { id: _id, taskId, ...row } of rows)
    verdicts.set(taskId, [...(verdicts.get(taskId) ?? []), verdictSchema.parse(row)])
  return verdicts
}
