import { admitTask } from '#lib/flows/admit/admit-task.ts'
import type { GenerationServices } from '#lib/flows/generate/generation-services.ts'
import { renderTask } from '#lib/flows/generate/render-task.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { drawPng } from '#lib/generation/artist/draw.ts'
import type { RenderRequest } from '#lib/generation/port.ts'
import type { SimProvider } from '#lib/generation/providers/sim.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import type { RoutingPolicy } from '#lib/generation/routing/policy.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import { memoryStorage } from './memory-storage.ts'
import type { TestDatabase } from './template-postgres.ts'
import { creatorOf, signBrief, type TestRound, withGeneration } from './with-generation.ts'

const SIDE = 96
const GATES = [
  { id: 'decodes', version: '1', threshold: 1 },
  { id: 'size', version: '1', threshold: 16 },
  { id: 'exact-duplicate', version: '1', threshold: 1 },
]

/** A small sheet: what is drilled is the way of a picture, not the picture. */
export const smallPicture = async ({ recipe }: RenderRequest): Promise<Uint8Array> =>
  drawPng({ prompt: recipe.template.text, seed: Number(recipe.seed), width: SIDE, height: SIDE }).png

type Bell = { job: 'render' | 'admit'; taskId: string; dueMs: number; place: number }

/** A clock that stands until somebody waits. */
export type DrillClock = { nowMs: number }

export type DrillOptions = {
  clock: DrillClock
  providers: readonly SimProvider[]
  policy?: Partial<RoutingPolicy>
  /** Whether pictures are judged; where only their way there is looked at, they need not be. */
  admits?: boolean
  /** A test's own database unless another is given. */
  open?: () => Promise<TestDatabase>
}

/**
 * The whole way of pictures, with its database and its workers' code, in a time of its own: bells ring in the order in
 * which they are due, and nobody waits for real.
 */
export async function openDrill({ clock, providers, policy, admits = true, open }: DrillOptions) {
  const all = providersFrom(providers)
  const world = await withGeneration(all, open)
  const bells: Bell[] = []
  let rung = 0
  const services: GenerationServices = {
    ...world.services,
    storage: memoryStorage(),
    wall: () => new Date(clock.nowMs),
    ring: async (job, taskId, afterSeconds = 0) => {
      if (job === 'admit' && !admits) return
      bells.push({ job, taskId, dueMs: clock.nowMs + afterSeconds * 1000, place: rung++ })
    },
  }
  const round = await world.openRound({ gates: GATES })
  if (policy) await world.db.round.update({ where: { id: round.rowId }, data: { routing: policy } })
  const actor = creatorOf('ada').address.toLowerCase()

  const next = (): Bell | undefined => {
    const first = bells.reduce<Bell | undefined>(
      (best, bell) =>
        !best || bell.dueMs < best.dueMs || (bell.dueMs === best.dueMs && bell.place < best.place)
          ? bell
          : best,
      undefined,
    )
    if (first) bells.splice(bells.indexOf(first), 1)
    return first
  }

  return {
    world,
    services,
    round: round as TestRound,
    /** A brief for any provider; its pictures are rung for at once. */
    async ask(prompt: string, count = 1, provider: string = ANY_PROVIDER): Promise<string[]> {
      const signed = await signBrief(round, { prompt, count }, { provider })
      const { tasks } = await submitBrief(services, { roundId: round.roundId, signed }, actor)
      return tasks.map(({ id }) => id)
    },
    /** Answers bells until none is left, or none before a moment. @returns how many */
    async run(untilMs = Number.POSITIVE_INFINITY): Promise<number> {
      let answered = 0
      for (let bell = next(); bell; bell = next()) {
        if (bell.dueMs > untilMs) {
          bells.push(bell)
          break
        }
        clock.nowMs = Math.max(clock.nowMs, bell.dueMs)
        await (bell.job === 'render' ? renderTask(services, bell.taskId) : admitTask(services, bell.taskId))
        answered += 1
      }
      if (Number.isFinite(untilMs)) clock.nowMs = Math.max(clock.nowMs, untilMs)
      return answered
    },
    close: () => world.close(),
  }
}

export type Drill = Awaited<ReturnType<typeof openDrill>>
