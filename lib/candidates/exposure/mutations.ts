import type { Ctx } from '#lib/platform/context.ts'
import { readImpressions } from './data.ts'

/** An epoch ends when a tenth of the works was seen once more, and forty besides: sooner, orders hardly change. */
export const epochStep = (count: number): number => 40 + Math.floor(count / 10)

/**
 * Counts works as seen once more each, and takes a new epoch where enough was seen since the last one. No audit row:
 * nobody is named, and the epochs are the record.
 * @param input.numbers ascending, each once, works of this round
 */
export async function addImpressions({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { roundRowId: string; count: number; numbers: readonly number[] }
}): Promise<void> {
  const { roundRowId, count, numbers } = input
  // First the one row of the round: whoever counts waits for it, so that no two wait for each other's works.
  const exposure = await ctx.tx.exposure.upsert({
    where: { roundRowId },
    create: { roundRowId, total: BigInt(numbers.length), epoch: 0, epochTotal: 0n },
    update: { total: { increment: numbers.length } },
  })
  await ctx.tx.$executeRaw`
    INSERT INTO "Impression" ("roundRowId", "number", "seen")
    SELECT ${roundRowId}::uuid, number, 1 FROM unnest(${[...numbers]}::int[]) AS number
    ON CONFLICT ("roundRowId", "number") DO UPDATE SET "seen" = "Impression"."seen" + 1`
  if (exposure.total - exposure.epochTotal < BigInt(epochStep(count))) return
  const epoch = exposure.epoch + 1
  const impressions = await readImpressions(ctx.tx, roundRowId, count)
  await ctx.tx.exposureEpoch.create({
    data: { roundRowId, epoch, takenAt: BigInt(ctx.clock.now()), impressions },
  })
  await ctx.tx.exposure.update({ where: { roundRowId }, data: { epoch, epochTotal: exposure.total } })
}
