import { audit, type Ctx } from '#lib/platform/context.ts'
import { AppError } from '#lib/platform/errors.ts'
import { type BudgetLine, monthKey } from './budget.ts'
import type { DecisionRecord } from './schema.ts'

/** Sets money aside in one budget. @throws AppError provider-budget */
async function reserve(
  { tx }: Ctx,
  { scope, key, limitMicroUsd }: BudgetLine,
  amount: bigint,
): Promise<void> {
  const limit = limitMicroUsd === null ? null : BigInt(limitMicroUsd)
  const bound = scope === 'provider' ? { limitMicroUsd: limit } : {}
  // The limit of a provider is whoever runs the instance's, and today's.
  await tx.budget.upsert({
    where: { scope_key: { scope, key } },
    create: { scope, key, ...bound },
    update: bound,
  })
  const held = await tx.$executeRaw`
    UPDATE "Budget" SET "reservedMicroUsd" = "reservedMicroUsd" + ${amount}
    WHERE "scope" = ${scope} AND "key" = ${key}
      AND ("limitMicroUsd" IS NULL OR "reservedMicroUsd" + "spentMicroUsd" + ${amount} <= "limitMicroUsd")`
  if (held !== 1) throw new AppError('provider-budget')
}

type Start = {
  taskId: string
  roundRowId: string
  attempt: number
  provider: string
  model: string
  idempotencyKey: string
  decision: DecisionRecord
  /** What it may cost; set aside in the provider's month and in the round. */
  quotedMicroUsd: number
  /** Of the provider in this month; null when nothing bounds it. */
  monthlyMicroUsd: number | null
  startedAt: Date
}

/** Puts an attempt on record and sets its price aside. @throws AppError provider-budget */
export async function startExecution({ ctx, input }: { ctx: Ctx; input: Start }): Promise<{ id: string }> {
  const { quotedMicroUsd, monthlyMicroUsd, ...record } = input
  const { provider, roundRowId, startedAt } = input
  const reservedMicroUsd = BigInt(quotedMicroUsd)
  if (quotedMicroUsd > 0) {
    const key = monthKey(provider, startedAt)
    await reserve(ctx, { scope: 'round', key: roundRowId, limitMicroUsd: null }, reservedMicroUsd)
    await reserve(ctx, { scope: 'provider', key, limitMicroUsd: monthlyMicroUsd }, reservedMicroUsd)
  }
  return ctx.tx.execution.create({ data: { ...record, reservedMicroUsd }, select: { id: true } })
}

/** The provider's name for what a picture's last attempt has begun. */
export async function noteExternalId({
  ctx,
  input: { taskId, externalId },
}: {
  ctx: Ctx
  input: { taskId: string; externalId: string }
}): Promise<void> {
  await ctx.tx.execution.updateMany({ where: { taskId, endedAt: null }, data: { externalId } })
}

/** How an attempt ended. */
export type ExecutionEnd = {
  /** `succeeded`, `cancelled`, or the kind of failure. */
  outcome: string
  /** Millionths of a US dollar; null when only the quote is known, and the worse is assumed. */
  chargedMicroUsd: number | null
  endedAt: Date
  retryAt?: Date
}

/** Ends what a picture's last attempt has begun, once: what was set aside is spent or set free. */
export async function endExecution({
  ctx,
  input: { taskId, end },
}: {
  ctx: Ctx
  input: { taskId: string; end: ExecutionEnd }
}): Promise<void> {
  const open = await ctx.tx.execution.findMany({ where: { taskId, endedAt: null } })
  for (const { id, reservedMicroUsd, provider, roundRowId, startedAt } of open) {
    const { outcome, endedAt, retryAt } = end
    const chargedMicroUsd = end.chargedMicroUsd === null ? reservedMicroUsd : BigInt(end.chargedMicroUsd)
    const ended = await ctx.tx.execution.updateMany({
      where: { id, endedAt: null },
      data: { outcome, endedAt, chargedMicroUsd, ...(retryAt && { retryAt }) },
    })
    if (ended.count !== 1 || (reservedMicroUsd === 0n && chargedMicroUsd === 0n)) continue
    const places = [
      { scope: 'round', key: roundRowId },
      { scope: 'provider', key: monthKey(provider, startedAt) },
    ]
    for (const { scope, key } of places)
      await ctx.tx.budget.updateMany({
        where: { scope, key },
        data: {
          reservedMicroUsd: { decrement: reservedMicroUsd },
          spentMicroUsd: { increment: chargedMicroUsd },
        },
      })
  }
}

/** What the gates said of the picture that an attempt has made. */
export async function judgeExecution({
  ctx,
  input: { taskId, accepted },
}: {
  ctx: Ctx
  input: { taskId: string; accepted: boolean }
}): Promise<void> {
  await ctx.tx.execution.updateMany({
    where: { taskId, outcome: 'succeeded', accepted: null },
    data: { accepted },
  })
}

/** What voters said of the works of a round, once it is counted: candidate numbers, the best first. */
export async function recordLiked({
  ctx: { tx },
  input: { roundRowId, ranking },
}: {
  ctx: Ctx
  input: { roundRowId: string; ranking: readonly number[] }
}): Promise<void> {
  const better = ranking.slice(0, Math.floor(ranking.length / 2))
  await tx.$executeRaw`
    UPDATE "Execution" AS e
    SET "liked" = c."number" = ANY(${better}), "updatedAt" = (clock_timestamp() AT TIME ZONE 'UTC')
    FROM "Candidate" AS c
    WHERE c."taskId" = e."taskId" AND c."roundRowId" = ${roundRowId}::uuid
      AND c."number" = ANY(${[...ranking]}) AND e."outcome" = 'succeeded'
      AND e."liked" IS DISTINCT FROM (c."number" = ANY(${better}))`
}

/** What a round may spend on pictures in all; null takes the bound away. Millionths of a US dollar. */
export async function setRoundBudget({
  ctx,
  input: { roundRowId, limitMicroUsd },
}: {
  ctx: Ctx
  input: { roundRowId: string; limitMicroUsd: number | null }
}): Promise<void> {
  const limit = limitMicroUsd === null ? null : BigInt(limitMicroUsd)
  await ctx.tx.budget.upsert({
    where: { scope_key: { scope: 'round', key: roundRowId } },
    create: { scope: 'round', key: roundRowId, limitMicroUsd: limit },
    update: { limitMicroUsd: limit },
  })
  await audit(ctx, 'round.budget', roundRowId, { limitMicroUsd })
}
