import type { Db, Tx } from '#lib/platform/db.ts'
import { leftOf, monthKey } from './budget.ts'
import { type BudgetStanding, type DecisionRecord, decisionSchema } from './schema.ts'

/** One time that a provider was asked for a picture. Money in millionths of a US dollar. */
export type ExecutionRow = {
  id: string
  taskId: string
  attempt: number
  provider: string
  model: string
  idempotencyKey: string
  startedAt: Date
  endedAt: Date | null
  outcome: string | null
  retryAt: Date | null
  accepted: boolean | null
  /** Whether voters put it in the better half of its round. */
  liked: boolean | null
  updatedAt: Date
}

const FIELDS = {
  id: true,
  taskId: true,
  attempt: true,
  provider: true,
  model: true,
  idempotencyKey: true,
  startedAt: true,
  endedAt: true,
  outcome: true,
  retryAt: true,
  accepted: true,
  liked: true,
  updatedAt: true,
} as const

/** What has changed since a moment, the oldest change first; of more than `take` the newest. */
export async function executionsSince(db: Db | Tx, since: Date, take = 2_000): Promise<ExecutionRow[]> {
  const rows = await db.execution.findMany({
    where: { updatedAt: { gte: since } },
    orderBy: { updatedAt: 'desc' },
    select: FIELDS,
    take,
  })
  return rows.toReversed()
}

/** How often each picture was asked for, and what came of it. */
export async function executionsOf(db: Db | Tx, taskId: string): Promise<ExecutionRow[]> {
  return db.execution.findMany({ where: { taskId }, orderBy: { attempt: 'asc' }, select: FIELDS })
}

/** Why each of the last pictures of a round went where it went, the newest first. */
export type ExecutionLine = ExecutionRow & {
  decision: DecisionRecord
  chargedMicroUsd: number | null
  reservedMicroUsd: number
  /** The picture that was asked for, and the file of its try, once there is one. */
  picture: {
    index: number
    try: number
    contentHash: string | null
    brief: { digest: string; prompt: string }
  }
}

const PICTURE = {
  index: true,
  try: true,
  contentHash: true,
  brief: { select: { digest: true, prompt: true } },
} as const

export async function executionLines(
  db: Db | Tx,
  where: { roundRowId?: string; since?: Date },
  take: number,
): Promise<ExecutionLine[]> {
  const { roundRowId, since } = where
  const rows = await db.execution.findMany({
    where: { ...(roundRowId && { roundRowId }), ...(since && { startedAt: { gte: since } }) },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: {
      ...FIELDS,
      decision: true,
      chargedMicroUsd: true,
      reservedMicroUsd: true,
      task: { select: PICTURE },
    },
    take,
  })
  return rows.map(({ decision, chargedMicroUsd, reservedMicroUsd, task: picture, ...row }) => ({
    ...row,
    picture,
    decision: decisionSchema.parse(decision),
    chargedMicroUsd: chargedMicroUsd === null ? null : Number(chargedMicroUsd),
    reservedMicroUsd: Number(reservedMicroUsd),
  }))
}

const NOTHING: BudgetStanding = { limitMicroUsd: null, reservedMicroUsd: 0, spentMicroUsd: 0 }

/** How budgets stand, by `scope/key`; one that was never touched has nothing in it. */
async function budgetsOf(
  db: Db | Tx,
  places: readonly { scope: string; key: string }[],
): Promise<(scope: string, key: string) => BudgetStanding> {
  const rows = await db.budget.findMany({ where: { OR: [...places] } })
  const byPlace = new Map(
    rows.map(({ scope, key, limitMicroUsd, reservedMicroUsd, spentMicroUsd }) => [
      `${scope}/${key}`,
      {
        limitMicroUsd: limitMicroUsd === null ? null : Number(limitMicroUsd),
        reservedMicroUsd: Number(reservedMicroUsd),
        spentMicroUsd: Number(spentMicroUsd),
      },
    ]),
  )
  return (scope, key) => byPlace.get(`${scope}/${key}`) ?? NOTHING
}

/** The budget of a round, as its director set it, with what was spent. */
export async function roundBudget(db: Db | Tx, roundRowId: string): Promise<BudgetStanding> {
  return (await budgetsOf(db, [{ scope: 'round', key: roundRowId }]))('round', roundRowId)
}

type Spending = { roundRowId: string; at: Date; monthly: ReadonlyMap<string, number> }

/** What each provider has spent in a month, under the limits of today. */
export async function providerBudgets(
  db: Db | Tx,
  providers: readonly string[],
  { at, monthly }: Pick<Spending, 'at' | 'monthly'>,
): Promise<Map<string, BudgetStanding>> {
  const standing = await budgetsOf(
    db,
    providers.map((provider) => ({ scope: 'provider', key: monthKey(provider, at) })),
  )
  return new Map(
    providers.map((provider) => [
      provider,
      { ...standing('provider', monthKey(provider, at)), limitMicroUsd: monthly.get(provider) ?? null },
    ]),
  )
}

/** What may still be spent on a picture of a round at each provider. */
export async function affordableAt(
  db: Db | Tx,
  providers: readonly string[],
  { roundRowId, at, monthly }: Spending,
): Promise<(provider: string) => number> {
  const [round, own] = [
    await roundBudget(db, roundRowId),
    await providerBudgets(db, providers, { at, monthly }),
  ]
  const inRound = leftOf(round)
  return (provider) => Math.min(inRound, leftOf(own.get(provider) ?? NOTHING))
}
