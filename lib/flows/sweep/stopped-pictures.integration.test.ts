import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { admitTask } from '#lib/flows/admit/admit-task.ts'
import type { GenerationServices } from '#lib/flows/generate/generation-services.ts'
import { renderTask } from '#lib/flows/generate/render-task.ts'
import { openRoutingFeed } from '#lib/flows/generate/routing-feed.ts'
import { takeWebhook } from '#lib/flows/generate/take-webhook.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { dueTasks } from '#lib/generation/data.ts'
import { roundBudget } from '#lib/generation/executions/data.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { replicateProvider } from '#lib/generation/providers/replicate.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { ANY_PROVIDER, type SignedBrief } from '#lib/generation/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { TaskStatus } from '#lib/platform/prisma/enums.ts'
import { memoryStorage } from '#scripts/testing/memory-storage.ts'
import { type ReplicatePeer, startReplicatePeer } from '#scripts/testing/peers/replicate-peer.ts'
import { type StoppableProcess, stoppableProcess, stopsOf } from '#scripts/testing/stop-at.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'

/** Small sheets: what is looked at here is what is kept of them, and how often. */
const SIDE = 96
const GATES = [
  { id: 'decodes', version: '1', threshold: 1 },
  { id: 'size', version: '1', threshold: 16 },
  { id: 'exact-duplicate', version: '1', threshold: 1 },
]
const RUN_MS = 3_000
const PRICE_MICRO_USD = 3_000

const ada = creatorOf('ada').address.toLowerCase()
let world: Generation
let peer: ReplicatePeer
const wall = () => world?.services.wall().getTime() ?? Date.now()

beforeAll(async () => {
  peer = await startReplicatePeer({ now: wall, latencyMs: RUN_MS, side: SIDE })
  const small = proceduralProvider(async (commission) =>
    drawPng({ ...commission, width: SIDE, height: SIDE }),
  )
  const settings = { ...peer.settings, webhookSecret: peer.webhookSecret, timeoutMs: 5_000 }
  world = await withGeneration(providersFrom([small, replicateProvider(settings)]))
  world.services.storage = memoryStorage()
})
beforeEach(() => {
  world.bells.length = 0
})
afterAll(async () => {
  await Promise.all([world.close(), peer.stop()])
})

/** The world as one process sees it. Bells it has rung outlast it. */
function servicesOf(process: StoppableProcess): GenerationServices {
  const { services } = world
  const { ring } = process.of('', { ring: services.ring })
  return {
    ...services,
    db: process.of('db.', services.db),
    storage: process.of('storage.', services.storage),
    providers: providersFrom(services.providers.list().map((one) => process.of(`${one.id}.`, one))),
    // What a process knows of the past dies with it.
    routing: openRoutingFeed({ db: process.of('db.', services.db), providers: services.providers }),
    ring,
  }
}

const RUN = { render: renderTask, admit: admitTask } as const

/** A worker at its work, until no bell is left. */
async function answerBells(services: GenerationServices): Promise<void> {
  for (let bell = world.bells.shift(); bell; bell = world.bells.shift()) {
    world.passTime(bell.afterSeconds)
    await RUN[bell.job](services, bell.taskId)
  }
}

type Case = {
  round: TestRound
  signed: SignedBrief
  /** What a process does, until it has no more to do. */
  run(services: GenerationServices): Promise<unknown>
}

type Scene = (prompt: string) => Promise<Case>

const PROVIDERS = ['procedural', 'replicate', ANY_PROVIDER] as const

async function asked(prompt: string, provider: string, count: number) {
  const round = await world.openRound({ gates: GATES })
  const signed = await signBrief(round, { prompt, count }, { provider })
  const submit = (services: GenerationServices) =>
    submitBrief(services, { roundId: round.roundId, signed }, ada)
  return { round, signed, submit }
}

/** A creator's request, sent until it is answered; a worker goes on from there. */
const briefBy =
  (provider: string): Scene =>
  async (prompt) => {
    const { submit, ...rest } = await asked(prompt, provider, 2)
    return {
      ...rest,
      async run(services) {
        await submit(services).catch((error: unknown) => {
          if (!(error instanceof AppError && error.code === 'brief-used')) throw error
        })
      },
    }
  }

/** A worker makes a picture from its bell to the wall. */
const pictureBy =
  (provider: string): Scene =>
  async (prompt) => {
    const { submit, ...rest } = await asked(prompt, provider, 1)
    const { tasks } = await submit(world.services)
    const taskId = tasks[0]?.id ?? ''
    world.bells.length = 0
    return {
      ...rest,
      async run(services) {
        await renderTask(services, taskId)
        await answerBells(services)
      },
    }
  }

/** The provider reports that a picture is done; the worker's own question is not due yet. */
const report: Scene = async (prompt) => {
  const { submit, ...rest } = await asked(prompt, 'replicate', 1)
  const { tasks } = await submit(world.services)
  await renderTask(world.services, tasks[0]?.id ?? '')
  world.bells.length = 0
  const made = peer.made.at(-1)
  if (!made) throw new Error('nothing was asked for')
  world.passTime(RUN_MS / 1000 + 1)
  const { body, headers } = peer.delivery(made)
  const delivery = {
    provider: 'replicate',
    rawBody: body,
    headers: new Headers(headers),
    idempotencyKey: null,
  }
  return {
    ...rest,
    async run(services) {
      await takeWebhook(services, delivery)
      await answerBells(services)
    },
  }
}

/** Whoever is left sweeps, at least once, until every picture of the round is settled. */
async function sweep({ round }: Case): Promise<void> {
  const open: TaskStatus[] = ['queued', 'rendering']
  for (let turn = 0; turn < 12; turn += 1) {
    world.passTime(120)
    for (const { id, job } of await dueTasks(world.db, world.services.wall()))
      await world.services.ring(job, id)
    await answerBells(world.services)
    if ((await world.db.task.count({ where: { roundRowId: round.rowId, status: { in: open } } })) === 0)
      return
  }
}

/** What is there in the end, told without names that differ from round to round. */
async function endOf({ round, signed }: Case) {
  const { db, storage } = world.services
  const where = { roundRowId: round.rowId }
  const tasks = await db.task.findMany({ where, include: { verdicts: true, candidate: true } })
  const assets = await db.asset.findMany({
    where: { contentHash: { in: tasks.flatMap(({ contentHash }) => contentHash ?? []) } },
  })
  const audits = await db.auditEntry.groupBy({
    by: ['action'],
    _count: true,
    where: {
      OR: [
        { subject: { in: tasks.map(({ id }) => id) } },
        { subject: { in: assets.map(({ contentHash }) => contentHash) } },
      ],
      action: { in: ['candidate.admit', 'task.fail', 'task.refuse'] },
    },
  })
  const named = assets.flatMap(({ contentHash, renditions }) => [
    contentHash,
    ...(renditions as { sha256: string }[]).map(({ sha256 }) => sha256),
  ])
  const hashes = [...named, ...tasks.map(({ recipeHash }) => recipeHash)]
  const kept = await Promise.all(hashes.map((hash) => storage.has(hash.slice('sha256:'.length))))
  return {
    briefs: await db.brief.count({ where }),
    tasks: tasks.map(({ status, candidate, verdicts, errorCode }) => ({
      status,
      hangs: candidate !== null,
      verdicts: verdicts.map(({ gate, passed }) => `${gate} ${passed}`).toSorted(),
      errorCode,
    })),
    candidates: await db.candidate.count({ where }),
    assets: assets.length,
    files: kept.filter(Boolean).length,
    audits: audits.map(({ action, _count }) => `${action} ${_count}`),
    money: await roundBudget(db, round.rowId),
    open: await db.execution.count({ where: { roundRowId: round.rowId, endedAt: null } }),
    paidFor: peer.made.filter(({ input }) => input.prompt === signed.brief.prompt).length,
  }
}

/** The job comes again, twice at once, and the bells that were rung are answered. */
async function comeTwice({ run }: Case): Promise<void> {
  await Promise.all([run(world.services), run(world.services)])
  await answerBells(world.services)
}

/** No bell rings any more. A creator sends again what was not answered, as nobody else can know of it. */
async function comeNever(given: Case, isAsked: boolean): Promise<void> {
  world.bells.length = 0
  if (!isAsked) await given.run(world.services)
  world.bells.length = 0
}

let cases = 0
const nextPrompt = () => `a pier in the rain, seen ${++cases} times`

it.each<[string, Scene]>([
  ...PROVIDERS.map((provider): [string, Scene] => [`a brief for ${provider}`, briefBy(provider)]),
  ...PROVIDERS.map((provider): [string, Scene] => [`a picture by ${provider}`, pictureBy(provider)]),
  ['a report by the provider', report],
])(
  '%s: stopped at each step, it comes twice or never, and in the end it is as if nothing had happened',
  {
    timeout: 120_000,
  },
  async (_, scene) => {
    const clean = await scene(nextPrompt())
    const process = stoppableProcess(null)
    await clean.run(servicesOf(process))
    await answerBells(world.services)
    const expected = await endOf(clean)
    expect(expected).toMatchObject({ candidates: expected.tasks.length, briefs: 1, open: 0 })
    const spentMicroUsd = expected.paidFor * PRICE_MICRO_USD
    expect(expected.money).toMatchObject({ reservedMicroUsd: 0, spentMicroUsd })
    for (const { before, name, comes } of stopsOf(process.calls)) {
      const given = await scene(nextPrompt())
      const stopped = stoppableProcess(before)
      await given.run(servicesOf(stopped)).catch((error: unknown) => {
        if (!stopped.isStopped()) throw error
      })
      const isAsked = (await world.db.brief.count({ where: { roundRowId: given.round.rowId } })) > 0
      await (comes === 'twice' ? comeTwice(given) : comeNever(given, isAsked))
      await sweep(given)
      const found = await endOf(given)
      expect(found, `stopped before ${name} (${before}), comes ${comes}`).toEqual(expected)
    }
  },
)
