import type { Ctx } from '#lib/platform/context.ts'
import type { DraftPlace } from './data.ts'
import type { BallotDraft } from './schema.ts'

// A draft is private: none of these leaves an audit row.

type Keeping = DraftPlace & { base: number; draft: BallotDraft; at: Date }

/**
 * Keeps a draft that rests on the version that is kept; false where it rests on another. The first version of a
 * draft is the second of its making, so that one kept anew never takes the number of one that was forgotten.
 */
export async function saveDraft({ ctx, input }: { ctx: Ctx; input: Keeping }): Promise<boolean> {
  const { roundRowId, address, base, draft, at } = input
  const content = { draft, savedAt: at }
  if (base === 0) {
    const version = BigInt(Math.floor(at.getTime() / 1000))
    const data = { roundRowId, address, version, ...content }
    return (await ctx.tx.ballotDraft.createMany({ data, skipDuplicates: true })).count === 1
  }
  const where = { roundRowId, address, version: BigInt(base) }
  const data = { version: BigInt(base + 1), ...content }
  return (await ctx.tx.ballotDraft.updateMany({ where, data })).count === 1
}

export async function deleteDraft({ ctx, input }: { ctx: Ctx; input: DraftPlace }): Promise<void> {
  await ctx.tx.ballotDraft.deleteMany({ where: input })
}

/** Nobody can sign what is left when voting has ended. */
export async function deleteDraftsOfOver({ ctx }: { ctx: Ctx }): Promise<number> {
  const over = { OR: [{ closesAt: { lte: BigInt(ctx.clock.now()) } }, { status: 'cancelled' as const }] }
  return (await ctx.tx.ballotDraft.deleteMany({ where: { round: over } })).count
}
