import type { Clock } from './clock.ts'
import type { Tx } from './db.ts'

/** What every write needs: who acts, the open transaction, the instance's clock. */
export type Ctx = { actor: string; tx: Tx; clock: Clock }

/** One row in the same transaction as the change it tells of. */
export async function audit(
  ctx: Ctx,
  action: string,
  subject: string,
  detail: Record<string, string | number | boolean | null> = {},
) {
  await ctx.tx.auditEntry.create({ data: { actor: ctx.actor, action, subject, detail } })
}
