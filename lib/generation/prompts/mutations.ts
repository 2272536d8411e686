import { audit, type Ctx } from '#lib/platform/context.ts'
import type { PromptOpening } from '#lib/protocol/brief-private.ts'

/** Keeps the words of a brief that only seals them; the audit says nothing of them. */
export async function keepPrivatePrompt({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { briefId: string; words: PromptOpening }
}): Promise<void> {
  const { briefId, words } = input
  await ctx.tx.privatePrompt.create({ data: { briefId, ...words } })
}

/** Gives the words of a brief to everybody, for good; false where they were public already. */
export async function revealPrivatePrompt({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { briefId: string; digest: string }
}): Promise<boolean> {
  const { briefId, digest } = input
  const { count } = await ctx.tx.privatePrompt.updateMany({
    where: { briefId, revealedAt: null },
    data: { revealedAt: BigInt(ctx.clock.now()) },
  })
  if (count > 0) await audit(ctx, 'brief.reveal', digest, {})
  return count > 0
}
