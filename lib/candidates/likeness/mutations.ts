import type { Ctx } from '#lib/platform/context.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { bitsOf } from './data.ts'

/** Notes what a picture looks like, if nobody has yet. */
export async function setNearHash({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { contentHash: FileHash; nearHash: string }
}): Promise<void> {
  const { contentHash, nearHash } = input
  await ctx.tx.asset.updateMany({
    where: { contentHash, nearHash: null },
    data: { nearHash: bitsOf(nearHash) },
  })
}
