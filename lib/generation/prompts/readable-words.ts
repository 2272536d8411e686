import type { PromptWords } from '#lib/generation/schema.ts'

type Kept = { text: string; revealedAt: number | bigint | null }

/** Sealed words as somebody may read them: their creator always, everybody once they are revealed, else null. */
export function readableWords(kept: Kept | null, reader: { isCreator: boolean }): PromptWords | null {
  const revealed = kept !== null && kept.revealedAt !== null
  return kept && (revealed || reader.isCreator) ? { text: kept.text, revealed } : null
}
