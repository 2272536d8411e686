import type { EligibilityShare } from '#lib/ballots/schema.ts'
import type { Tx } from '#lib/platform/db.ts'
import type { Address } from '#lib/protocol/primitives.ts'

type Ctx = { tx: Tx }
const ROWS_AT_ONCE = 2_000

/** Says that somebody looks for the holders of a round's tokens, so that nobody else begins. */
export async function markTried({ ctx, input }: { ctx: Ctx; input: { roundRowId: string; at: Date } }) {
  const { roundRowId, at } = input
  await ctx.tx.knownHolders.upsert({
    where: { roundRowId },
    create: { roundRowId, triedAt: at },
    update: { triedAt: at },
  })
}

type Known = {
  roundRowId: string
  at: Date
  isWhole: boolean
  holders: readonly { account: Address; shares: EligibilityShare[] }[]
}

/** Keeps what every known holder has, in place of what was known before. */
export async function keepKnown({ ctx, input }: { ctx: Ctx; input: Known }): Promise<void> {
  const { roundRowId, at, isWhole, holders } = input
  await ctx.tx.knownPower.deleteMany({ where: { roundRowId } })
  for (let from = 0; from < holders.length; from += ROWS_AT_ONCE)
    await ctx.tx.knownPower.createMany({
      data: holders
        .slice(from, from + ROWS_AT_ONCE)
        .map(({ account, shares }) => ({ roundRowId, account, shares })),
    })
  const found = { readAt: at, accounts: holders.length, isWhole }
  await ctx.tx.knownHolders.upsert({
    where: { roundRowId },
    create: { roundRowId, triedAt: at, ...found },
    update: found,
  })
}
