import { audit, type Ctx } from '#lib/platform/context.ts'
import type { PowerRecord } from '#lib/protocol/power.ts'
import { type Closing, latestClosing } from './data.ts'

type Count = { roundRowId: string; closing: Omit<Closing, 'attempt'>; powers: readonly PowerRecord[] }

/** Keeps a computed close; the same one again is the same row. Answers its attempt. */
export async function recordClosing({ ctx, input }: { ctx: Ctx; input: Count }): Promise<number> {
  const { roundRowId, closing, powers } = input
  await ctx.tx.$queryRaw`SELECT id FROM "Round" WHERE id = ${roundRowId}::uuid FOR NO KEY UPDATE`
  const known = await latestClosing(ctx.tx, roundRowId)
  if (known?.bundleDigest === closing.bundleDigest) return known.attempt
  const attempt = (known?.attempt ?? 0) + 1
  await ctx.tx.closing.create({ data: { roundRowId, attempt, ...closing } })
  await ctx.tx.power.deleteMany({ where: { roundRowId } })
  await ctx.tx.power.createMany({
    data: powers.map(({ account, power, shares }) => ({ roundRowId, account, power, record: shares })),
  })
  await audit(ctx, 'round.count', roundRowId, { attempt, bundleDigest: closing.bundleDigest })
  return attempt
}
