import type { Db, Tx } from '#lib/platform/db.ts'
import type { Address, Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeSchema } from '#lib/protocol/recipe.ts'
import { readableWords } from './prompts/readable-words.ts'
import { type Execution, executionSchema, type PromptWords, type VolunteerQueue } from './schema.ts'

/** One picture to be made, with its columns parsed. */
export type Task = {
  id: string
  roundRowId: string
  briefId: string
  index: number
  /** From 0; a picture that was turned away may be tried again. */
  try: number
  provider: string
  status: 'queued' | 'rendering' | 'passed' | 'refused' | 'failed'
  recipe: Recipe
  recipeHash: FileHash
  idempotencyKey: string
  externalId: string | null
  submittedAt: Date | null
  attempts: number
  dueAt: Date | null
  execution: Execution
  errorCode: string | null
  errorDetail: string | null
  contentHash: FileHash | null
}

type TaskRow = Omit<Task, 'recipe' | 'recipeHash' | 'execution' | 'contentHash'> & {
  recipe: unknown
  recipeHash: string
  execution: unknown
  contentHash: string | null
}

function parseTask(row: TaskRow): Task {
  return {
    ...row,
    recipe: recipeSchema.parse(row.recipe),
    recipeHash: row.recipeHash as FileHash,
    execution: executionSchema.parse(row.execution ?? { provider: row.provider }),
    contentHash: row.contentHash as FileHash | null,
  }
}

export async function findTask(db: Db | Tx, id: string): Promise<Task | null> {
  const row = await db.task.findUnique({ where: { id } })
  return row && parseTask(row)
}

/** What a creator signed, as far as a work needs it. */
export type BriefRecord = {
  id: string
  digest: Bytes32
  creator: Address
  creatorName: string
  prompt: string
  style: string
  traits: string
  licence: string
  royaltyReceiver: Address
  /** Pictures asked for. */
  count: number
  signature: string
  provider: string
  /** Unix seconds of the instance's clock. */
  acceptedAt: number
}

type BriefRow = { [K in Exclude<keyof BriefRecord, 'count' | 'acceptedAt'>]: string } & {
  count: number
  acceptedAt: bigint
}

const parseBrief = ({
  id,
  creatorName,
  prompt,
  style,
  traits,
  licence,
  count,
  signature,
  provider,
  ...row
}: BriefRow): BriefRecord => ({
  id,
  digest: row.digest as Bytes32,
  creator: row.creator as Address,
  creatorName,
  prompt,
  style,
  traits,
  licence,
  royaltyReceiver: row.royaltyReceiver as Address,
  count,
  signature,
  provider,
  acceptedAt: Number(row.acceptedAt),
})

export async function findBrief(db: Db | Tx, id: string): Promise<BriefRecord | null> {
  const row = await db.brief.findUnique({ where: { id } })
  return row && parseBrief(row)
}

/** Whether a brief with this digest, or this nonce by this creator, was taken before. */
export async function briefIsUsed(
  db: Db | Tx,
  brief: { roundRowId: string; digest: Bytes32; creator: Address; nonce: Bytes32 },
): Promise<boolean> {
  const { roundRowId, digest, creator, nonce } = brief
  const found = await db.brief.count({ where: { OR: [{ digest }, { roundRowId, creator, nonce }] } })
  return found > 0
}

/** Every try at the pictures of a brief: by index, the last one last. */
export async function tasksOfBrief(db: Db | Tx, briefId: string): Promise<Task[]> {
  const rows = await db.task.findMany({ where: { briefId }, orderBy: [{ index: 'asc' }, { try: 'asc' }] })
  return rows.map(parseTask)
}

/** A brief of a round by its digest, with the sequence of its last event. */
export async function findBriefOf(
  db: Db | Tx,
  roundRowId: string,
  digest: Bytes32,
): Promise<{ id: string; creator: Address; lastEvent: number } | null> {
  const row = await db.brief.findFirst({ where: { roundRowId, digest } })
  return row && { id: row.id, creator: row.creator as Address, lastEvent: row.eventCount }
}

type ListedBrief = Pick<BriefRecord, 'digest' | 'prompt' | 'traits'> & {
  acceptedAt: number
  round: { roundId: string; slug: string; title: string }
  /** What a private prompt seals. */
  words: PromptWords | null
  /** The last try at each picture. */
  pictures: Task['status'][]
}

/** The briefs of a creator, the newest first, with the words that they seal: for the creator alone. */
export async function briefsOfCreator(db: Db | Tx, creator: string, take = 100): Promise<ListedBrief[]> {
  const rows = await db.brief.findMany({
    where: { creator },
    orderBy: { id: 'desc' },
    take,
    include: {
      round: { select: { roundId: true, slug: true, title: true } },
      privatePrompt: { select: { text: true, revealedAt: true } },
      tasks: { select: { index: true, status: true }, orderBy: { try: 'asc' } },
    },
  })
  return rows.map(({ digest, prompt, traits, acceptedAt, round, privatePrompt, tasks }) => ({
    digest: digest as Bytes32,
    prompt,
    words: readableWords(privatePrompt, { isCreator: true }),
    traits,
    acceptedAt: Number(acceptedAt),
    round: { ...round, roundId: round.roundId ?? '' },
    pictures: [...new Map(tasks.map(({ index, status }) => [index, status])).values()],
  }))
}

/** The sequence of the last event of each brief. */
export async function lastEventsOf(db: Db | Tx, briefIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.brief.findMany({
    where: { id: { in: [...briefIds] } },
    select: { id: true, eventCount: true },
  })
  return new Map(rows.map(({ id, eventCount }) => [id, eventCount]))
}

/** How a task stood after one change. */
export type Standing = Pick<Task, 'status' | 'attempts' | 'errorCode' | 'errorDetail' | 'contentHash'>

export type TaskEvent = { sequence: number; taskId: string; standing: Standing }

/** The changes of a brief's tasks after a sequence, in order. */
export async function eventsAfter(db: Db | Tx, briefId: string, sequence: number): Promise<TaskEvent[]> {
  const rows = await db.taskEvent.findMany({
    where: { briefId, sequence: { gt: sequence } },
    orderBy: { sequence: 'asc' },
  })
  return rows.map(({ status, attempts, errorCode, errorDetail, ...row }) => ({
    sequence: row.sequence,
    taskId: row.taskId,
    standing: {
      status,
      attempts,
      errorCode,
      errorDetail,
      contentHash: row.contentHash as FileHash | null,
    },
  }))
}

/** The recipe of an admitted work and who signed for it: what a variation grows from. */
export async function findParent(
  db: Db | Tx,
  contentHash: FileHash,
): Promise<{ contentHash: FileHash; recipe: Recipe; creator: Address } | null> {
  const row = await db.candidate.findFirst({
    where: { contentHash },
    orderBy: { admittedAt: 'asc' },
    include: { task: { select: { recipe: true } } },
  })
  if (!row) return null
  return { contentHash, recipe: recipeSchema.parse(row.task.recipe), creator: row.creator as Address }
}

/** Runs at a provider that belong to some picture already, those that failed too. */
export async function knownRuns(db: Db | Tx, provider: string, since: Date): Promise<Set<string>> {
  const rows = await db.execution.findMany({
    where: { provider, externalId: { not: null }, startedAt: { gte: since } },
    select: { externalId: true },
  })
  return new Set(rows.flatMap(({ externalId }) => externalId ?? []))
}

/** The task that a provider reports on: by its run, else by the key that was sent along. */
export async function findReportedTask(
  db: Db | Tx,
  reported: { provider: string; externalId: string; idempotencyKey: string | null },
): Promise<Task | null> {
  const { provider, externalId, idempotencyKey } = reported
  const known = await db.task.findFirst({ where: { provider, externalId } })
  if (known) return parseTask(known)
  if (idempotencyKey === null) return null
  const asked = await db.task.findFirst({ where: { provider, idempotencyKey, externalId: null } })
  return asked && parseTask(asked)
}

export async function deliveryIsKnown(db: Db | Tx, provider: string, deliveryId: string): Promise<boolean> {
  return (await db.webhookDelivery.count({ where: { provider, deliveryId } })) > 0
}

export type DueTask = { id: string; job: 'render' | 'admit' }

/**
 * Pictures that nobody works on though they could be: what the sweeper rings for.
 * @param wall wall time; a task touched in the last seconds is left alone
 */
export async function dueTasks(db: Db | Tx, wall: Date, take = 500): Promise<DueTask[]> {
  const quiet = new Date(wall.getTime() - 5_000)
  const rows = await db.task.findMany({
    where: {
      status: { in: ['queued', 'rendering'] },
      updatedAt: { lt: quiet },
      OR: [{ dueAt: null }, { dueAt: { lte: wall } }],
    },
    select: { id: true, contentHash: true },
    orderBy: { createdAt: 'asc' },
    take,
  })
  return rows.map(({ id, contentHash }) => ({ id, job: contentHash === null ? 'render' : 'admit' }))
}

/** Pictures of a round that some providers have yet to make, with the one that is next. */
export async function queueAt(
  db: Db | Tx,
  roundRowId: string,
  providers: readonly string[],
): Promise<VolunteerQueue> {
  const rows = await db.task.findMany({
    where: {
      roundRowId,
      provider: { in: [...providers] },
      status: { in: ['queued', 'rendering'] },
      contentHash: null,
    },
    select: { execution: true, status: true },
  })
  const places = rows.flatMap(({ execution, status }) => {
    const { waiting } = executionSchema.partial().parse(execution ?? {})
    return status === 'rendering' && waiting ? [waiting] : []
  })
  const [next] = places.toSorted((a, b) => a.ahead - b.ahead || a.seconds - b.seconds)
  return { waiting: rows.length, next: next ?? null }
}
