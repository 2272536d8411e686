import type { Db, Tx } from '#lib/platform/db.ts'
import type { PromptOpening } from '#lib/protocol/brief-private.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'

export type PrivatePrompt = PromptOpening & {
  /** Unix seconds of the instance's clock; null while the words are kept private. */
  revealedAt: number | null
}

/**
 * The words that a brief seals, revealed or not: for the worker that has them rendered, and for their creator.
 * @returns null for a brief in words
 */
export async function findPrivatePrompt(db: Db | Tx, briefId: string): Promise<PrivatePrompt | null> {
  const row = await db.privatePrompt.findUnique({ where: { briefId } })
  if (!row) return null
  const { text, salt, revealedAt } = row
  return { text, salt: salt as Bytes32, revealedAt: revealedAt === null ? null : Number(revealedAt) }
}
