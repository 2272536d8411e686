import { duePins } from '#lib/distribution/pinning/data.ts'
import type { Pinning } from '#lib/distribution/pinning/port.ts'
import { openPinning } from '#lib/distribution/pinning/registry.ts'
import { admitTask } from '#lib/flows/admit/admit-task.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { askChains } from '#lib/flows/ask-chains/ask-chains.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { collectNightly } from '#lib/flows/collect/collect-nightly.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { generationServices, type Ring, sharedWall } from '#lib/flows/generate/generation-services.ts'
import { renderTask } from '#lib/flows/generate/render-task.ts'
import { JOBS, type JobName } from '#lib/flows/jobs.ts'
import { holdersToKnow, knowHolders } from '#lib/flows/know-holders/know-holders.ts'
import { endMissed, numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { pinBlob } from '#lib/flows/pin/pin-blob.ts'
import { planPins } from '#lib/flows/pin/plan-pins.ts'
import { recordProofs } from '#lib/flows/publish/record-proofs.ts'
import { type Services, services } from '#lib/flows/services.ts'
import { dueRounds } from '#lib/flows/sweep/due-rounds.ts'
import { fillNearHashes } from '#lib/flows/sweep/fill-near-hashes.ts'
import { forgetOverDrafts } from '#lib/flows/sweep/forget-over-drafts.ts'
import { dueTasks } from '#lib/generation/data.ts'
import type { Draw } from '#lib/generation/providers/procedural.ts'
import { openProviders } from '#lib/generation/registry.ts'
import { isLocalChain } from '#lib/platform/chain.ts'
import { env } from '#lib/platform/env.ts'
import { logger } from '#lib/platform/logger.ts'
import { type Handlers, openQueue, type Queue } from '#lib/platform/queue.ts'
import { ensureCredentials } from '#lib/provenance/adapters/credential-folder.ts'
import type { SignPicture } from '#lib/provenance/port.ts'
import { roundsToProve } from '#lib/rounds/chain/data.ts'
import { openDrawingPool } from '#scripts/drawing/drawing-pool.ts'
import { openSigningPool } from '#scripts/signing/signing-pool.ts'

const CONCURRENCY = 4
const FOLLOW_MS = isLocalChain() ? 1_000 : 4_000
const SWEEP_MS = 1_000
const PROOFS_MS = 10_000
const CHAINS_MS = 10_000
const HOLDERS_MS = 10_000
const LOOKS_MS = 600_000
const COLLECT_MS = 900_000
const PINS_MS = 10_000
const PINS_AT_ONCE = 100

/** Repeats until the signal; a failure is said and the next turn comes all the same. */
async function repeat(name: string, everyMs: number, signal: AbortSignal, turn: () => Promise<void>) {
  while (!signal.aborted) {
    try {
      await turn()
    } catch (error) {
      logger().warn({ err: error, loop: name }, 'a turn failed')
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs)
      signal.addEventListener('abort', () => [clearTimeout(timer), resolve()], { once: true })
    })
  }
}

const RETRY_MS = 2_000

/** Opens the queue, however long the database takes to answer; null when the signal came first. */
async function openQueueWhenThere(signal: AbortSignal): Promise<Queue<JobName> | null> {
  while (!signal.aborted) {
    try {
      return await openQueue(env().DATABASE_URL, JOBS, logger())
    } catch (error) {
      logger().warn({ err: error }, 'the queue cannot be opened yet')
      await new Promise((wait) => setTimeout(wait, RETRY_MS))
    }
  }
  return null
}

type Hands = { draw: Draw; sign: SignPicture; pinning: readonly Pinning[] }

function handlersFor(own: Services, ring: Ring, { draw, sign, pinning }: Hands): Handlers<JobName> {
  const generation = generationServices(ring, openProviders(env(), draw), sign)
  return {
    render: async (id) => void (await renderTask(generation, id)),
    admit: async (id) => void (await admitTask(generation, id)),
    'number-candidates': (id) => numberCandidates(own, id),
    'close-round': async (id) => void (await countRound(own, id)),
    'record-proofs': (id) => recordProofs(own, id),
    'know-holders': async (id) => void (await knowHolders(own, id, new Date())),
    pin: async (id) => void (await pinBlob({ ...own, pinning }, id, sharedWall().now())),
    'anchor-head': async (id) => void (await anchorHead(own, id)),
  }
}

async function sweep(own: Services, queue: Queue<JobName>): Promise<void> {
  for (const { id, job } of await dueTasks(own.db, sharedWall().now())) await queue.enqueue(job, id)
  const { head } = await followChain(own)
  const { timestamp } = await own.chain.getBlock({ blockNumber: BigInt(head) })
  for (const { job, rowId } of await dueRounds(own, Number(timestamp))) {
    if (job === 'end-missed') await endMissed(own, rowId)
    else await queue.enqueue(job, rowId)
  }
  await forgetOverDrafts(own)
}

/** Lists what counted rounds publish, and rings for what is due. */
async function sweepPins(own: Services, queue: Queue<JobName>, pinning: readonly Pinning[]): Promise<void> {
  const services = pinning.map(({ id }) => id)
  if (services.length === 0) return
  await planPins(own, services)
  const at = sharedWall().now()
  for (const id of await duePins(own.db, { services, at, take: PINS_AT_ONCE })) await queue.enqueue('pin', id)
}

async function main(): Promise<void> {
  const log = logger()
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort())
  const own = services()
  const { signal } = ending
  const queue = await openQueueWhenThere(signal)
  if (!queue) return
  const ring: Ring = (job, taskId, afterSeconds = 0) => queue.enqueue(job, taskId, { afterSeconds })
  await sharedWall().adjust()
  const { VERSO_DATA, PUBLIC_URL } = env()
  await ensureCredentials(VERSO_DATA, new URL(PUBLIC_URL).host).catch((error: unknown) =>
    log.warn({ err: error }, 'pictures will be unsigned'),
  )
  const pinning = openPinning(env())
  const [drawing, signing] = [openDrawingPool(), openSigningPool(VERSO_DATA)]
  log.info({ operator: own.operator().address }, 'worker started')
  await Promise.all([
    queue.work(handlersFor(own, ring, { draw: drawing.draw, sign: signing.sign, pinning }), {
      concurrency: CONCURRENCY,
      signal,
      logger: log,
    }),
    repeat('follow', FOLLOW_MS, signal, async () => void (await followChain(own))),
    repeat('sweep', SWEEP_MS, signal, () => sweep(own, queue)),
    repeat('looks', LOOKS_MS, signal, async () => void (await fillNearHashes(own, signal))),
    repeat('chains', CHAINS_MS, signal, () => askChains(own, new Date())),
    repeat('holders', HOLDERS_MS, signal, async () => {
      for (const id of await holdersToKnow(own, new Date())) await queue.enqueue('know-holders', id)
    }),
    repeat('pins', PINS_MS, signal, () => sweepPins(own, queue, pinning)),
    repeat('collect', COLLECT_MS, signal, async () => void (await collectNightly(own, sharedWall().now()))),
    repeat('proofs', PROOFS_MS, signal, async () => {
      for (const id of await roundsToProve(own.db)) await queue.enqueue('record-proofs', id)
    }),
  ])
  await Promise.all([drawing.close(), signing.close()])
  await queue.stop()
  await Promise.all([own.db.$disconnect(), own.pool.end()])
  log.info('worker ended')
}

await main()
