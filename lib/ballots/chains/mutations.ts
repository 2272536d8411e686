import type { Tx } from '#lib/platform/db.ts'

type Asked = { chainId: number; answers: boolean; at: Date }

/** Keeps whether a chain answered; a silence keeps the moment at which it began. */
export async function keepChainStanding({ ctx, input }: { ctx: { tx: Tx }; input: Asked }): Promise<void> {
  const { chainId, answers, at } = input
  const known = await ctx.tx.chainStanding.findUnique({ where: { chainId } })
  const silentSince = answers ? null : (known?.silentSince ?? at)
  await ctx.tx.chainStanding.upsert({
    where: { chainId },
    create: { chainId, silentSince, askedAt: at },
    update: { silentSince, askedAt: at },
  })
}
