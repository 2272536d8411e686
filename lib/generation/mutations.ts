import { audit, type Ctx } from '#lib/platform/context.ts'
import type { Prisma } from '#lib/platform/db.ts'
import type { ErrorCode } from '#lib/platform/error-copy.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { VerifiedBrief } from '#lib/protocol/brief.ts'
import type { PromptOpening } from '#lib/protocol/brief-private.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeHashOf } from '#lib/protocol/recipe.ts'
import { briefIsUsed, findTask, type Task } from './data.ts'
import { type ExecutionEnd, endExecution, noteExternalId, startExecution } from './executions/mutations.ts'
import type { DecisionRecord } from './executions/schema.ts'
import type { ModelTerms } from './port.ts'
import { keepPrivatePrompt } from './prompts/mutations.ts'
import type { Execution } from './schema.ts'
import { triesLeft } from './tries.ts'

type NewBrief = {
  roundRowId: string
  verified: VerifiedBrief
  creatorName: string
  provider: string
  /** What a private prompt seals; null for a prompt in words. */
  words: PromptOpening | null
  recipes: { recipe: Recipe; idempotencyKey: string }[]
}

/** Stores a brief and one task for each picture. @throws AppError brief-used */
export async function insertBrief({
  ctx,
  input,
}: {
  ctx: Ctx
  input: NewBrief
}): Promise<{ taskIds: string[] }> {
  const { roundRowId, verified, creatorName, provider, words, recipes } = input
  const { brief, digest, signature } = verified
  const { round: _round, deadline, ...signed } = brief
  // One at a time for a round, so that a nonce counts once.
  await ctx.tx.$queryRaw`SELECT 1 FROM "Round" WHERE id = ${roundRowId}::uuid FOR UPDATE`
  if (await briefIsUsed(ctx.tx, { roundRowId, digest, creator: brief.creator, nonce: brief.nonce }))
    throw new AppError('brief-used')
  const row = await ctx.tx.brief.create({
    data: {
      ...signed,
      roundRowId,
      digest,
      signature,
      creatorName,
      provider,
      deadline: BigInt(deadline),
      acceptedAt: BigInt(ctx.clock.now()),
    },
  })
  if (words) await keepPrivatePrompt({ ctx, input: { briefId: row.id, words } })
  const tasks = await ctx.tx.task.createManyAndReturn({
    data: recipes.map(({ recipe, idempotencyKey }, index) => ({
      roundRowId,
      briefId: row.id,
      index,
      provider,
      recipe,
      recipeHash: recipeHashOf(recipe),
      idempotencyKey,
    })),
    select: { id: true, index: true },
  })
  await audit(ctx, 'brief.accept', digest, { round: roundRowId, pictures: recipes.length, provider })
  return { taskIds: tasks.sort((a, b) => a.index - b.index).map(({ id }) => id) }
}

type AnotherTry = { taskId: string; recipe: Recipe; idempotencyKey: string }

/**
 * Asks for a picture that was turned away once more: a new task beside the old one, which stays as it ended.
 * @throws AppError no-tries
 */
export async function insertTry({
  ctx,
  input,
}: {
  ctx: Ctx
  input: AnotherTry
}): Promise<{ taskId: string }> {
  const { taskId, recipe, idempotencyKey } = input
  await ctx.tx.$queryRaw`SELECT 1 FROM "Task" WHERE id = ${taskId}::uuid FOR UPDATE`
  const before = await findTask(ctx.tx, taskId)
  if (!before || triesLeft(before) === 0) throw new AppError('no-tries')
  const { roundRowId, briefId, index, provider } = before
  const later = await ctx.tx.task.count({ where: { briefId, index, try: { gt: before.try } } })
  if (later > 0) throw new AppError('no-tries')
  const recipeHash = recipeHashOf(recipe)
  const row = {
    roundRowId,
    briefId,
    index,
    provider,
    try: before.try + 1,
    recipe,
    recipeHash,
    idempotencyKey,
  }
  const { id } = await ctx.tx.task.create({ data: row, select: { id: true } })
  await audit(ctx, 'task.retry', taskId, { try: row.try, task: id, recipeHash })
  return { taskId: id }
}

/** A task that this process works on until `until`, and nobody else meanwhile. */
export type LeasedTask = Task & { dueAt: Date }

/** A new attempt: where the picture is asked for, and why there. */
export type Attempt = {
  provider: string
  recipe: Recipe
  idempotencyKey: string
  decision: DecisionRecord
  /** Of the provider's model at this moment. */
  terms: ModelTerms
  quotedMicroUsd: number
  /** Of the provider in this month; null when nothing bounds it. */
  monthlyMicroUsd: number | null
  startedAt: Date
}

type Lease = { task: Task; until: Date; attempt?: Attempt }

/** What a new attempt changes in the row of its picture. */
function startOf(task: Task, { provider, recipe, idempotencyKey, terms, startedAt }: Attempt) {
  const execution: Execution = { provider, terms, facts: {}, description: null }
  return {
    status: 'rendering',
    provider,
    execution,
    recipe,
    recipeHash: recipeHashOf(recipe),
    idempotencyKey,
    submittedAt: startedAt,
    attempts: task.attempts + 1,
    externalId: null,
  } as const
}

/**
 * Takes a task as it was read; null when somebody else was faster. With `attempt` a new one begins: it is on record,
 * and its price set aside, before the provider is asked.
 * @throws AppError provider-budget
 */
export async function leaseTask({ ctx, input }: { ctx: Ctx; input: Lease }): Promise<LeasedTask | null> {
  const { task, until, attempt } = input
  const started = attempt && startOf(task, attempt)
  const taken = await ctx.tx.task.updateMany({
    where: { id: task.id, status: task.status, dueAt: task.dueAt, attempts: task.attempts },
    data: { dueAt: until, ...started },
  })
  if (taken.count !== 1) return null
  if (attempt && started) {
    const { recipe, terms: _terms, ...asked } = attempt
    const { id: taskId, roundRowId } = task
    const { attempts } = started
    const model = `${recipe.model.id}@${recipe.model.version}`
    await startExecution({ ctx, input: { taskId, roundRowId, attempt: attempts, model, ...asked } })
    await audit(ctx, 'task.submit', task.id, { provider: attempt.provider, attempts })
  }
  return { ...task, ...started, dueAt: until }
}

type Change = { task: LeasedTask; data: Prisma.TaskUpdateManyMutationInput }

/** Writes under a lease: false when it ran out and another took over. */
async function change({ ctx, input }: { ctx: Ctx; input: Change }): Promise<boolean> {
  const { task, data } = input
  const done = await ctx.tx.task.updateMany({
    where: { id: task.id, dueAt: task.dueAt, attempts: task.attempts },
    data,
  })
  return done.count === 1
}

type RunRecord = { task: LeasedTask; externalId: string; execution: Execution; dueAt: Date | null }

/** The provider has taken the request, or still works on it; `dueAt` is when to ask next. */
export async function recordRun({ ctx, input }: { ctx: Ctx; input: RunRecord }): Promise<boolean> {
  const { task, externalId, execution, dueAt } = input
  if (task.externalId !== externalId) await noteExternalId({ ctx, input: { taskId: task.id, externalId } })
  const data = { externalId, execution, dueAt, errorCode: null, errorDetail: null }
  return change({ ctx, input: { task, data } })
}

type PictureRecord = { task: LeasedTask; contentHash: FileHash; execution: Execution; end: ExecutionEnd }

/** The file is in the store; admission comes next. */
export async function recordPicture({ ctx, input }: { ctx: Ctx; input: PictureRecord }): Promise<boolean> {
  const { task, contentHash, execution, end } = input
  const data = { contentHash, execution, dueAt: null, errorCode: null, errorDetail: null }
  const kept = await change({ ctx, input: { task, data } })
  if (kept) await endExecution({ ctx, input: { taskId: task.id, end } })
  return kept
}

type Pause = {
  task: LeasedTask
  dueAt: Date
  /** Null when it only waits for its turn. */
  code: ErrorCode | null
  detail: string
  /** The attempt is over, and the next one is a new request. */
  end?: ExecutionEnd
}

/** A pause: after a failure, or before a turn. */
export async function pauseTask({ ctx, input }: { ctx: Ctx; input: Pause }): Promise<boolean> {
  const { task, dueAt, code, detail, end } = input
  const again = end && ({ status: 'queued', externalId: null } as const)
  const data = { dueAt, errorCode: code, errorDetail: code && detail, ...again }
  const kept = await change({ ctx, input: { task, data } })
  if (kept && end) await endExecution({ ctx, input: { taskId: task.id, end } })
  return kept
}

type Failure = { taskId: string; code: ErrorCode; detail: string; end: ExecutionEnd }

/** The end of a task that made no work; one that is settled already stays as it is. */
export async function failTask({ ctx, input }: { ctx: Ctx; input: Failure }): Promise<boolean> {
  const { taskId, code, detail, end } = input
  const ended = await ctx.tx.task.updateMany({
    where: { id: taskId, status: { in: ['queued', 'rendering'] } },
    data: { status: 'failed', dueAt: null, errorCode: code, errorDetail: detail },
  })
  if (ended.count !== 1) return false
  await endExecution({ ctx, input: { taskId, end } })
  await audit(ctx, 'task.fail', taskId, { code })
  return true
}

type Settlement = { taskId: string; status: 'passed' | 'refused'; code?: ErrorCode; detail?: string }

/** The end of a task whose picture was judged; false when it was settled before. */
export async function settleTask({ ctx, input }: { ctx: Ctx; input: Settlement }): Promise<boolean> {
  const { taskId, status, code, detail } = input
  const settled = await ctx.tx.task.updateMany({
    where: { id: taskId, status: 'rendering', contentHash: { not: null } },
    data: { status, dueAt: null, errorCode: code ?? null, errorDetail: detail ?? null },
  })
  return settled.count === 1
}

type Report = { provider: string; deliveryId: string; task: Task | null; externalId: string }

/**
 * Takes note of a webhook once; false when it was taken before. A task whose submit was lost learns of its run.
 */
export async function recordDelivery({ ctx, input }: { ctx: Ctx; input: Report }): Promise<boolean> {
  const { provider, deliveryId, task, externalId } = input
  const noted = await ctx.tx.webhookDelivery.createMany({
    data: [{ provider, deliveryId }],
    skipDuplicates: true,
  })
  if (noted.count === 0) return false
  if (task) {
    await ctx.tx.task.updateMany({
      where: { id: task.id, status: 'rendering', contentHash: null },
      data: { dueAt: null, ...(task.externalId === null && { externalId }) },
    })
    if (task.externalId === null) await noteExternalId({ ctx, input: { taskId: task.id, externalId } })
  }
  return true
}
