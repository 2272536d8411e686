import { afterAll, beforeAll, expect, it } from 'vitest'
import { admitTask } from '#lib/flows/admit/admit-task.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { dueTasks } from '#lib/generation/data.ts'
import { cogProvider } from '#lib/generation/providers/cog.ts'
import { comfyuiProvider } from '#lib/generation/providers/comfyui.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { memoryStorage } from '#scripts/testing/memory-storage.ts'
import { type CogPeer, startCogPeer } from '#scripts/testing/peers/cog-peer.ts'
import { type ComfyPeer, startComfyPeer } from '#scripts/testing/peers/comfyui-peer.ts'
import { type StoppableProcess, stoppableProcess, stopsOf } from '#scripts/testing/stop-at.ts'
import { creatorOf, type Generation, signBrief, withGeneration } from '#scripts/testing/with-generation.ts'
import type { GenerationServices } from './generation-services.ts'
import { renderTask } from './render-task.ts'
import { openRoutingFeed } from './routing-feed.ts'

const GATES = [
  { id: 'decodes', version: '1', threshold: 1 },
  { id: 'exact-duplicate', version: '1', threshold: 1 },
]

const ada = creatorOf('ada').address.toLowerCase()
let world: Generation
let comfyui: ComfyPeer
let cog: CogPeer
const now = () => world?.services.wall().getTime() ?? Date.now()

beforeAll(async () => {
  // The smallest squares: what is looked at here is how often they are made.
  comfyui = await startComfyPeer({ now, latencyMs: 3_000, side: 256 })
  cog = await startCogPeer({ now, side: 256 })
  const own = [
    comfyuiProvider({ ...comfyui.settings, now }),
    cogProvider({ ...cog.settings, timeoutMs: 5_000 }),
  ]
  world = await withGeneration(providersFrom(own))
  world.services.storage = memoryStorage()
})
afterAll(async () => {
  await Promise.all([world.close(), comfyui.stop(), cog.stop()])
})

/** The world as one process sees it. Bells it has rung outlast it. */
function servicesOf(process: StoppableProcess): GenerationServices {
  const { services } = world
  return {
    ...services,
    ...process.of('', { ring: services.ring }),
    db: process.of('db.', services.db),
    storage: process.of('storage.', services.storage),
    providers: providersFrom(services.providers.list().map((one) => process.of(`${one.id}.`, one))),
    // What a process knows of the past dies with it.
    routing: openRoutingFeed({ db: process.of('db.', services.db), providers: services.providers }),
  }
}

async function answerBells(services: GenerationServices): Promise<void> {
  for (let bell = world.bells.shift(); bell; bell = world.bells.shift()) {
    world.passTime(bell.afterSeconds)
    await (bell.job === 'render' ? renderTask : admitTask)(services, bell.taskId)
  }
}

let asked = 0

/** A picture that is asked for, in a round of its own. */
async function askFor(provider: string) {
  const round = await world.openRound({ gates: GATES })
  const signed = await signBrief(round, { prompt: `a pier, seen ${++asked} times` }, { provider })
  const { tasks } = await submitBrief(world.services, { roundId: round.roundId, signed }, ada)
  world.bells.length = 0
  return tasks[0]?.id ?? ''
}

async function work(services: GenerationServices, taskId: string): Promise<void> {
  await renderTask(services, taskId)
  await answerBells(services)
}

/** Whoever is left sweeps until the picture is settled; no bell of the dead rings. */
async function sweep(taskId: string): Promise<void> {
  world.bells.length = 0
  for (let turn = 0; turn < 8; turn += 1) {
    world.passTime(120)
    for (const { id, job } of await dueTasks(world.db, world.services.wall()))
      await world.services.ring(job, id)
    await answerBells(world.services)
    const { status } = await world.db.task.findUniqueOrThrow({ where: { id: taskId } })
    if (status !== 'queued' && status !== 'rendering') return
  }
}

const hung = (taskId: string) => world.db.candidate.count({ where: { taskId } })

it.each([
  // Its history is looked at before it is asked again.
  { provider: 'comfyui-home', madeAtMost: 1, made: () => comfyui.made.length },
  // It keeps nothing: what died with the worker is made again, and no more than that.
  { provider: 'cog-home', madeAtMost: 2, made: () => cog.made.length },
])(
  '$provider: stopped at each step, a picture hangs once, and is made $madeAtMost times at most',
  { timeout: 120_000 },
  async ({ provider, madeAtMost, made }) => {
    const clean = stoppableProcess(null)
    const first = await askFor(provider)
    await work(servicesOf(clean), first)
    expect(await hung(first)).toBe(1)
    const stops = stopsOf(clean.calls).filter(({ comes }) => comes === 'never')
    expect(stops.length).toBeGreaterThan(8)
    for (const { before, name } of stops) {
      const taskId = await askFor(provider)
      const earlier = made()
      const stopped = stoppableProcess(before)
      await work(servicesOf(stopped), taskId).catch((error: unknown) => {
        if (!stopped.isStopped()) throw error
      })
      await sweep(taskId)
      expect(await hung(taskId), `stopped before ${name} (${before})`).toBe(1)
      expect(made() - earlier, `stopped before ${name} (${before})`).toBeLessThanOrEqual(madeAtMost)
    }
  },
)
