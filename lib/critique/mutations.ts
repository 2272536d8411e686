import type { Ctx } from '#lib/platform/context.ts'
import type { Verdict } from './schema.ts'

/** The verdicts of one picture; those of an earlier attempt give way. */
export async function recordVerdicts({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { taskId: string; verdicts: Verdict[] }
}): Promise<void> {
  const { taskId, verdicts } = input
  await ctx.tx.verdict.deleteMany({ where: { taskId } })
  // One by one: their ids are ordered by time, and that is the order in which the gates judged.
  for (const verdict of verdicts) await ctx.tx.verdict.create({ data: { taskId, ...verdict } })
}
