import { z } from 'zod'
import { type EligibilityShare, eligibilityShareSchema } from '#lib/ballots/schema.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import type { Address } from '#lib/protocol/primitives.ts'

/** What a known holder has by each strategy; null for an account that was not found, or not yet. */
export async function findKnownShares(
  db: Db | Tx,
  roundRowId: string,
  account: Address,
): Promise<EligibilityShare[] | null> {
  const row = await db.knownPower.findUnique({ where: { roundRowId_account: { roundRowId, account } } })
  return row && z.array(eligibilityShareSchema).parse(row.shares)
}

/** Rounds, of these, whose holders are still to be looked for and were not looked for lately. */
export async function unknownHolders(
  db: Db | Tx,
  rowIds: readonly string[],
  triedBefore: Date,
): Promise<string[]> {
  const rows = await db.knownHolders.findMany({ where: { roundRowId: { in: [...rowIds] } } })
  const done = new Set(
    rows
      .filter(({ readAt, triedAt }) => readAt !== null || triedAt > triedBefore)
      .map((row) => row.roundRowId),
  )
  return rowIds.filter((rowId) => !done.has(rowId))
}
