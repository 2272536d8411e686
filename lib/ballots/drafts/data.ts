import type { Db, Tx } from '#lib/platform/db.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { type DraftAnswer, draftSchema } from './schema.ts'

export type DraftPlace = { roundRowId: string; address: Address }

export const NOTHING_KEPT = { version: 0, savedAt: null, draft: null }

/** What is kept for an account. */
export async function findDraft(db: Db | Tx, { roundRowId, address }: DraftPlace): Promise<DraftAnswer> {
  const row = await db.ballotDraft.findUnique({ where: { roundRowId_address: { roundRowId, address } } })
  if (!row) return { address, ...NOTHING_KEPT }
  return {
    address,
    version: Number(row.version),
    savedAt: Math.floor(row.savedAt.getTime() / 1000),
    draft: draftSchema.parse(row.draft),
  }
}
