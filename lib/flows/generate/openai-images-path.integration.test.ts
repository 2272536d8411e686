import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readWork } from '#lib/candidates/data.ts'
import { admitTask } from '#lib/flows/admit/admit-task.ts'
import { dueTasks, findTask } from '#lib/generation/data.ts'
import type { Provider } from '#lib/generation/port.ts'
import { openAiImagesProvider } from '#lib/generation/providers/openai-images.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { askProvider, type Outcome } from '#scripts/testing/ask-provider.ts'
import { type ImagesPeer, startImagesPeer } from '#scripts/testing/peers/openai-images-peer.ts'
import type { ImagesFault } from '#scripts/testing/peers/openai-images-refusals.ts'
import { type StoppableProcess, stoppableProcess, stopsOf } from '#scripts/testing/stop-at.ts'
import { type Generation, type TestRound, withGeneration } from '#scripts/testing/with-generation.ts'
import { renderTask } from './render-task.ts'
import { openRoutingFeed } from './routing-feed.ts'

/** Small sheets but for one: the host draws in this very process. */
const SIDE = 96
const GATES = [
  { id: 'decodes', version: '1', threshold: 1 },
  { id: 'size', version: '1', threshold: 16 },
  { id: 'exact-duplicate', version: '1', threshold: 1 },
]

let world: Generation
let peer: ImagesPeer
let round: TestRound
let images: Provider

const patient = () => openAiImagesProvider({ ...peer.settings, timeoutMs: 60_000 })

/** What is on record, read each time: here the clock runs faster than a worker's news of the others gets old. */
const routing = () => openRoutingFeed({ db: world.db, providers: world.services.providers })

beforeAll(async () => {
  peer = await startImagesPeer({ side: SIDE })
  images = patient()
  world = await withGeneration({ list: () => [images], find: () => images })
  Object.defineProperty(world.services, 'routing', { get: routing })
  round = await world.openRound({ gates: GATES })
})
afterEach(() => {
  peer.faults.length = 0
  world.bells.length = 0
  // What failed is forgiven, and the host's limit of a minute is no concern of the next test.
  world.passTime(120)
})
afterAll(async () => {
  await Promise.all([world.close(), peer.stop()])
})

const ask = (prompt: string, ...faults: ImagesFault[]) =>
  askProvider({ world, round, peer, provider: 'openai-images' }, prompt, faults)

const hung = (taskId: string) => world.db.candidate.count({ where: { taskId } })

const outcomeOf = async (fault: ImagesFault) => {
  const asked = await ask(`a pier, ${fault}`, fault)
  await world.work()
  const outcome = await asked.outcome()
  expect(await hung(asked.taskId)).toBe(outcome.state === 'passed' ? 1 : 0)
  if (outcome.code) expect((await asked.progress())?.reason?.next).not.toBe('')
  return outcome
}

const refused = (code: string): Outcome => ({ state: 'failed', code, creates: 1, made: 0 })

/** Paid perhaps, and never asked for again. */
const unknown = (made: number): Outcome => ({
  state: 'failed',
  code: 'provider-unknown-outcome',
  creates: 1,
  made,
})

const passed = (creates: number, made: number): Outcome => ({ state: 'passed', code: null, creates, made })

describe('a picture by OpenAI', () => {
  it('hangs through the usual gates with what is known of it, and no more', async () => {
    const usual = await world.openRound()
    peer.side = 1024
    const prompt = 'a lighthouse in the fog, seen from a small boat. Grain.'
    const asked = await askProvider({ world, round: usual, peer, provider: 'openai-images' }, prompt, [])
    await world.work()
    peer.side = SIDE
    expect(await asked.progress()).toMatchObject({ state: 'passed', reason: null })
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
    const task = await findTask(world.db, asked.taskId)
    const work = await readWork(world.db, usual.rowId, { contentHash: task?.contentHash ?? '' })
    expect(work).toMatchObject({
      mime: 'image/png',
      width: 1024,
      height: 1024,
      recipe: {
        model: { id: 'gpt-image-2', version: 'latest', weightsHash: null },
        parameters: { size: '1024x1024', quality: 'medium' },
      },
      execution: {
        provider: 'openai-images',
        facts: { model: 'gpt-image-2', quality: 'medium', outputTokens: 1_756 },
      },
    })
    expect(peer.made.at(-1)?.key).toBe(task?.idempotencyKey)
  })
})

describe('a picture by Together', () => {
  it('hangs, and is drawn by the seed of its recipe', async () => {
    const together = await startImagesPeer({ side: SIDE, speaks: 'together' })
    images = openAiImagesProvider({ ...together.settings, timeoutMs: 60_000 })
    const at = { world, round, peer: together, provider: 'openai-images' }
    const asked = await askProvider(at, 'a mole at noon', [])
    await world.work()
    expect(await asked.outcome()).toEqual(passed(1, 1))
    const task = await findTask(world.db, asked.taskId)
    expect(together.made[0]?.asked).toMatchObject({ seed: Number(task?.recipe.seed), steps: 4 })
    expect(task).toMatchObject({
      recipe: { model: { id: 'black-forest-labs/FLUX.1-schnell' }, parameters: { width: 1024, steps: 4 } },
      execution: { facts: { request: together.made[0]?.id } },
    })
    images = patient()
    await together.stop()
  })
})

describe('a host that fails', () => {
  it.each<[ImagesFault, Outcome]>([
    ['rate-limited', passed(2, 1)],
    ['limit-used-up', passed(2, 1)],
    ['crowded', passed(2, 1)],
    ['overloaded', passed(2, 1)],
    ['no-quota', refused('provider-budget')],
    ['hard-limit', refused('provider-budget')],
    ['no-credit', refused('provider-budget')],
    ['bad-key', refused('provider-auth')],
    ['invalid-input', refused('provider-invalid-input')],
    ['unprocessable', refused('provider-invalid-input')],
    ['moderated', refused('provider-moderated')],
    ['broken-before', unknown(0)],
    ['redirected', unknown(0)],
    ['broken-after', unknown(1)],
    ['lost', unknown(1)],
    ['cut', unknown(1)],
    ['no-picture', unknown(1)],
    ['picture-html', passed(2, 2)],
    ['picture-huge', passed(2, 2)],
  ])('%s', async (fault, outcome) => {
    expect(await outcomeOf(fault)).toEqual(outcome)
  })

  it.each<[ImagesFault, Outcome]>([
    ['picture-late', passed(1, 1)],
    ['picture-cut', unknown(1)],
    ['picture-gone', { ...unknown(1), code: 'provider-expired' }],
    ['picture-html', passed(2, 2)],
    ['picture-private', passed(2, 2)],
    ['picture-redirects', passed(2, 2)],
  ])('behind an address, %s', async (fault, outcome) => {
    peer.onlyAddresses = true
    try {
      expect(await outcomeOf(fault)).toEqual(outcome)
    } finally {
      peer.onlyAddresses = false
    }
  })

  it('by its silence', async () => {
    images = openAiImagesProvider({ ...peer.settings, timeoutMs: 200 })
    expect(await outcomeOf('hangs')).toEqual(unknown(1))
    images = patient()
  })

  it.each<[ImagesFault, number]>([
    ['rate-limited', 7],
    ['limit-used-up', 12],
    ['crowded', 10],
  ])('waits as long as it asks, %s', async (fault, afterSeconds) => {
    const asked = await ask(`a slow pier, ${fault}`, fault)
    expect(await renderTask(world.services, asked.taskId)).toBe('paused')
    expect(world.bells.at(-1)).toEqual({ job: 'render', taskId: asked.taskId, afterSeconds })
    await world.work()
    expect(await asked.outcome()).toEqual(passed(2, 1))
  })

  it('whose answer is lost is asked again by its creator alone', async () => {
    const asked = await ask('a lost pier', 'lost')
    expect(await renderTask(world.services, asked.taskId)).toBe('failed')
    expect(world.bells.filter(({ job }) => job === 'render')).toEqual([
      { job: 'render', taskId: asked.taskId, afterSeconds: 0 },
    ])
    world.passTime(3_600)
    expect(await dueTasks(world.db, world.services.wall())).toEqual([])
    expect(await renderTask(world.services, asked.taskId)).toBe('settled')
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
    expect((await asked.progress())?.triesLeft).toBe(2)
  })
})

/** A worker from the bell of a picture to the wall, as far as it lives. */
async function workOn(services: Generation['services'], taskId: string): Promise<void> {
  await renderTask(services, taskId)
  for (let bell = world.bells.shift(); bell; bell = world.bells.shift()) {
    world.passTime(bell.afterSeconds)
    await (bell.job === 'render' ? renderTask : admitTask)(services, bell.taskId)
  }
}

/** The world as one process sees it. Bells it has rung outlast it. */
function servicesOf(process: StoppableProcess): Generation['services'] {
  const { services } = world
  return {
    ...services,
    get routing() {
      return routing()
    },
    db: process.of('db.', services.db),
    storage: process.of('storage.', services.storage),
    providers: providersFrom(services.providers.list().map((one) => process.of(`${one.id}.`, one))),
    ring: process.of('', { ring: services.ring }).ring,
  }
}

/** Whoever is left sweeps, until there is nothing to do. */
async function sweep(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    world.passTime(400)
    for (const { id, job } of await dueTasks(world.db, world.services.wall()))
      await world.services.ring(job, id)
    await world.work()
  }
}

/** A picture that nothing happens to: the provider is trusted again, and its limit of a minute is far. */
async function trustAgain(): Promise<void> {
  world.passTime(120)
  const asked = await ask(`a pier, undisturbed, at ${world.services.wall().toISOString()}`)
  await world.work()
  expect(await asked.outcome()).toEqual(passed(1, 1))
  world.passTime(120)
}

/** How a picture ended whose worker was stopped before a call. */
async function endAfterStop(before: number, comes: 'twice' | 'never'): Promise<Outcome> {
  const asked = await ask(`a pier, stopped at ${before}, ${comes}`)
  world.bells.length = 0
  const stopped = stoppableProcess(before)
  await workOn(servicesOf(stopped), asked.taskId).catch((error: unknown) => {
    if (!stopped.isStopped()) throw error
  })
  if (comes === 'never') world.bells.length = 0
  else await Promise.all([workOn(world.services, asked.taskId), workOn(world.services, asked.taskId)])
  await sweep()
  const outcome = await asked.outcome()
  expect(await hung(asked.taskId)).toBe(outcome.state === 'passed' ? 1 : 0)
  return outcome
}

const ENDS: readonly [string, Outcome][] = [
  ['hangs', passed(1, 1)],
  ['given up unasked', { ...unknown(0), creates: 0 }],
  ['given up when paid', unknown(1)],
]

it('a picture is paid once at most, wherever its worker is stopped', { timeout: 120_000 }, async () => {
  const whole = await ask('a pier, undisturbed')
  world.bells.length = 0
  const process = stoppableProcess(null)
  await workOn(servicesOf(process), whole.taskId)
  expect(await whole.outcome()).toEqual(passed(1, 1))
  const met: string[] = []
  await trustAgain()
  for (const { before, name, comes } of stopsOf(process.calls)) {
    const outcome = await endAfterStop(before, comes)
    const end = ENDS.find(([, one]) => isDeepStrictEqual(one, outcome))?.[0]
    expect(
      end,
      `stopped before ${name} (${before}), comes ${comes}: ${JSON.stringify(outcome)}`,
    ).toBeDefined()
    if (end && met.at(-1) !== end) met.push(end)
    if (outcome.state !== 'passed') await trustAgain()
  }
  // From the lease until the file is kept there is no way back; before and after it there is.
  expect(met).toEqual(['hangs', 'given up unasked', 'given up when paid', 'hangs'])
})
