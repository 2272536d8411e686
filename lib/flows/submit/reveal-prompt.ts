import { type Services, write } from '#lib/flows/services.ts'
import { findBriefOf } from '#lib/generation/data.ts'
import { findPrivatePrompt } from '#lib/generation/prompts/data.ts'
import { revealPrivatePrompt } from '#lib/generation/prompts/mutations.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { PromptOpening } from '#lib/protocol/brief-private.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { findRound } from '#lib/rounds/data.ts'

/**
 * Gives the words that a brief seals to everybody, for good. Once they are public, asking again changes nothing.
 * @param actor who is signed in; only the creator of the brief may reveal them
 * @throws AppError round-unknown, not-found, not-yours
 */
export async function revealPrompt(
  services: Pick<Services, 'db'>,
  { roundId, digest }: { roundId: string; digest: Bytes32 },
  actor: string,
): Promise<PromptOpening> {
  const { db } = services
  const round = await findRound(db, roundId)
  if (!round) throw new AppError('round-unknown')
  const brief = await findBriefOf(db, round.rowId, digest)
  if (!brief) throw new AppError('not-found')
  if (brief.creator !== actor) throw new AppError('not-yours')
  const words = await findPrivatePrompt(db, brief.id)
  if (!words) throw new AppError('not-found')
  await write(services, actor, (ctx) => revealPrivatePrompt({ ctx, input: { briefId: brief.id, digest } }))
  return { text: words.text, salt: words.salt }
}
