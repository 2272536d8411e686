import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readWork } from '#lib/candidates/data.ts'
import { dueTasks, findTask } from '#lib/generation/data.ts'
import { falProvider } from '#lib/generation/providers/fal.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { askProvider, type Outcome } from '#scripts/testing/ask-provider.ts'
import type { FalFault } from '#scripts/testing/peers/fal-faults.ts'
import { type FalPeer, startFalPeer } from '#scripts/testing/peers/fal-peer.ts'
import { type StoppableProcess, stoppableProcess, stopsOf } from '#scripts/testing/stop-at.ts'
import { type Generation, type TestRound, withGeneration } from '#scripts/testing/with-generation.ts'
import { renderTask } from './render-task.ts'
import { takeWebhook } from './take-webhook.ts'

let world: Generation
let peer: FalPeer
let round: TestRound

/** The vendor's clock goes with ours. */
const now = () => world?.services.wall().getTime() ?? Date.now()

beforeAll(async () => {
  peer = await startFalPeer({ now, historyLagMs: 30_000 })
  const fal = falProvider({ concurrency: 40, ...peer.settings, timeoutMs: 400 })
  world = await withGeneration(providersFrom([proceduralProvider(), fal]))
  // Time is passed in hours here.
  round = await world.openRound({ closesAt: Math.floor(Date.now() / 1000) + 90_000 })
})
afterEach(() => {
  peer.faults.length = 0
  peer.historyFails = null
  world.bells.length = 0
})
afterAll(async () => {
  await Promise.all([world.close(), peer.stop()])
})

const ask = (prompt: string, ...faults: FalFault[]) =>
  askProvider({ world, round, peer, provider: 'fal' }, prompt, faults)

/** What is left of the time after which a request that was taken is listed for certain. */
const HALF_AN_HOUR = 1_800

async function taskOf(asked: { taskId: string }) {
  const task = await findTask(world.db, asked.taskId)
  if (!task) throw new Error('no task')
  return task
}

describe('a picture by fal', () => {
  it('hangs with what is known of it, and no more', async () => {
    const asked = await ask('a lighthouse in the fog, seen from a small boat. Grain.')
    await world.work()
    expect(await asked.progress()).toMatchObject({ state: 'passed', reason: null })
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
    const task = await taskOf(asked)
    const work = await readWork(world.db, round.rowId, { contentHash: task.contentHash ?? '' })
    expect(work).toMatchObject({
      title: 'A lighthouse in the fog, seen',
      execution: {
        provider: 'fal',
        facts: { request: peer.made.at(-1)?.id, model: 'fal-ai/flux/schnell', seed: task.recipe.seed },
      },
      recipe: { model: { id: 'fal-ai/flux/schnell', version: 'latest', weightsHash: null } },
    })
    expect(work?.recipe).not.toHaveProperty('execution')
  })
})

describe('a provider that fails', () => {
  it.each<[FalFault, Outcome]>([
    ['rate-limited', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['rate-limited-in-silence', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['no-credit', { state: 'failed', code: 'provider-budget', creates: 1, made: 0 }],
    ['locked', { state: 'failed', code: 'provider-budget', creates: 1, made: 0 }],
    ['bad-key', { state: 'failed', code: 'provider-auth', creates: 1, made: 0 }],
    ['forbidden', { state: 'failed', code: 'provider-auth', creates: 1, made: 0 }],
    ['invalid-input', { state: 'failed', code: 'provider-invalid-input', creates: 1, made: 0 }],
    ['broken-before', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['broken-after', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['hangs', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['lost', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['answers-oddly', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['invalid-run', { state: 'failed', code: 'provider-invalid-input', creates: 1, made: 1 }],
    ['policy', { state: 'failed', code: 'provider-moderated', creates: 1, made: 1 }],
    ['nsfw', { state: 'failed', code: 'provider-moderated', creates: 1, made: 1 }],
    ['crashes', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['no-machine', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['never-starts', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['stalls', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['result-broken', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['output-gone', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-html', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-huge', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-cut', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-private', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-redirects', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['no-output', { state: 'passed', code: null, creates: 2, made: 2 }],
  ])('%s', async (fault, outcome) => {
    const asked = await ask(`a pier, ${fault}`, fault)
    await world.work(250)
    expect(await asked.outcome()).toEqual(outcome)
    if (outcome.code) expect((await asked.progress())?.reason?.next).not.toBe('')
  })

  it.each<[FalFault, number]>([
    ['rate-limited', 7],
    ['rate-limited-in-silence', 10],
  ])('%s: waits as long as it is told, or ten seconds', async (fault, afterSeconds) => {
    world.passTime(120)
    const asked = await ask('a slow pier', fault)
    expect(await renderTask(world.services, asked.taskId)).toBe('paused')
    expect(world.bells.at(-1)).toEqual({ job: 'render', taskId: asked.taskId, afterSeconds })
  })

  it('gives up in the end, and says so', async () => {
    const asked = await ask('a broken pier', ...Array<FalFault>(5).fill('crashes'))
    await world.work(100)
    expect(await asked.progress()).toMatchObject({
      state: 'failed',
      reason: { code: 'provider-transient' },
      attempts: 5,
    })
  })

  it('is asked to stop what it will not finish', async () => {
    await ask('a pier without end', 'stalls')
    await world.work(250)
    expect(peer.made.at(-2)?.cancelledAt).not.toBeNull()
    expect(peer.made.at(-1)?.cancelledAt).toBeNull()
  })
})

describe('a request whose answer was lost', () => {
  /** Answers bells until so much time has passed since the submit. */
  async function workFor(seconds: number): Promise<void> {
    const end = now() + seconds * 1000
    while (now() < end && world.bells.length > 0) {
      const [bell] = world.bells.splice(0, 1)
      world.passTime(bell?.afterSeconds ?? 0)
      if (bell?.job === 'render') await renderTask(world.services, bell.taskId)
    }
  }

  it('is not made again before it can be told that it was not taken', async () => {
    const asked = await ask('a pier in doubt', 'broken-before')
    world.bells.splice(0, world.bells.length, { job: 'render', taskId: asked.taskId, afterSeconds: 0 })
    await workFor(HALF_AN_HOUR - 60)
    expect(asked.asked()).toEqual({ creates: 1, made: 0 })
    await world.work(100)
    expect(await asked.outcome()).toEqual({ state: 'passed', code: null, creates: 2, made: 1 })
  })

  it('is not paid for twice while the history is closed to us, however long', async () => {
    peer.historyFails = [403, { detail: 'no permission' }]
    const asked = await ask('a pier out of sight', 'lost')
    await workFor(3 * HALF_AN_HOUR)
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
    peer.historyFails = null
    await world.work(100)
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
  })

  it('is found also by the next worker, when one dies between the request and its answer', async () => {
    const asked = await ask('a pier at dusk', 'lost')
    const task = await taskOf(asked)
    const provider = world.services.providers.find('fal')
    // The process asks, and is gone before it can note anything down.
    const submittedAt = world.services.wall()
    await world.db.task.update({
      where: { id: task.id },
      data: {
        status: 'rendering',
        attempts: 1,
        submittedAt,
        dueAt: new Date(submittedAt.getTime() + 15_000),
      },
    })
    const request = { recipe: task.recipe, idempotencyKey: task.idempotencyKey, webhookUrl: null }
    await expect(provider?.submit(request)).rejects.toMatchObject({ failure: { kind: 'unknown-outcome' } })
    await world.work()
    expect(await asked.progress()).toMatchObject({ state: 'passed' })
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
  })
})

describe('a worker that is stopped', () => {
  it('at any step leaves a picture that was made once, and is fetched', async () => {
    // Small sheets: what is looked at here is how often they are made.
    const small = await startFalPeer({ now, historyLagMs: 30_000, side: 96 })
    const services = { ...world.services, providers: providersFrom([falProvider(small.settings)]) }
    const askSmall = (prompt: string) =>
      askProvider({ world, round, peer: small, provider: 'fal' }, prompt, [])

    /** A process that asks for one picture and fetches it, until it is stopped. */
    async function live(taskId: string, process: StoppableProcess): Promise<void> {
      const providers = services.providers.list().map((one) => process.of(`${one.id}.`, one))
      const ports = {
        db: process.of('db.', services.db),
        storage: process.of('storage.', services.storage),
        providers: providersFrom(providers),
      }
      await renderTask({ ...services, ...ports }, taskId).catch((error: unknown) => {
        if (!process.isStopped()) throw error
      })
    }

    /** Whoever is left sweeps, for an hour at most. */
    async function sweep(taskId: string): Promise<void> {
      for (let turn = 0; turn < 30; turn++) {
        world.passTime(120)
        const due = await dueTasks(world.db, world.services.wall())
        if (due.some(({ id, job }) => id === taskId && job === 'admit')) return
        if (due.some(({ id }) => id === taskId)) await renderTask(services, taskId)
      }
    }

    const whole = stoppableProcess(null)
    await live((await askSmall('a pier, undisturbed')).taskId, whole)
    const stops = stopsOf(whole.calls)
    expect(stops.length).toBeGreaterThan(5)
    for (const { before, name } of stops) {
      const asked = await askSmall(`a pier, until ${name} (${before})`)
      await live(asked.taskId, stoppableProcess(before))
      await sweep(asked.taskId)
      const { contentHash } = await taskOf(asked)
      const found = [contentHash !== null, asked.asked().made]
      expect(found, `stopped before ${name} (${before})`).toEqual([true, 1])
    }
    await small.stop()
  })
})

describe('a webhook', () => {
  type Delivery = ReturnType<FalPeer['delivery']>

  async function lostRun(prompt: string, fault: FalFault = 'lost') {
    // Whatever failed before is forgiven by now.
    world.passTime(120)
    const asked = await ask(prompt, fault)
    expect(await renderTask(world.services, asked.taskId)).toBe('paused')
    world.bells.length = 0
    const task = await taskOf(asked)
    const made = peer.made.at(-1)
    if (!made) throw new Error('nothing was made')
    const take = (delivery: Delivery) =>
      takeWebhook(world.services, {
        provider: 'fal',
        rawBody: delivery.body,
        headers: new Headers(delivery.headers),
        idempotencyKey: task.idempotencyKey,
      })
    return { ...asked, task, made, take }
  }

  it('tells of a run whose answer was lost, once, while the history is silent', async () => {
    peer.historyFails = [503, 'down']
    const { taskId, made, take, outcome } = await lostRun('a quay')
    const delivery = peer.delivery(made)
    expect(await take(delivery)).toBe('taken')
    expect((await findTask(world.db, taskId))?.externalId).toBe(made.id)
    expect(world.bells).toEqual([{ job: 'render', taskId, afterSeconds: 0 }])
    expect(await take(delivery)).toBe('repeated')
    expect(await take(peer.delivery(made, { at: Math.floor(now() / 1000) + 1 }))).toBe('repeated')
    expect(world.bells).toHaveLength(1)
    await world.work()
    expect(await outcome()).toEqual({ state: 'passed', code: null, creates: 1, made: 1 })
    expect(await take(delivery)).toBe('repeated')
  })

  it('that comes after the picture hangs changes nothing', async () => {
    const { taskId, made, take, outcome } = await lostRun('a late quay')
    world.bells.push({ job: 'render', taskId, afterSeconds: 60 })
    await world.work()
    expect(await outcome()).toMatchObject({ state: 'passed' })
    expect(await take(peer.delivery(made))).toBe('taken')
    expect(await world.work()).toEqual(['render settled'])
    expect(await outcome()).toEqual({ state: 'passed', code: null, creates: 1, made: 1 })
  })

  it('cannot give a run to a task that it was not made for', async () => {
    const first = await lostRun('one quay')
    const second = await lostRun('another quay')
    expect(await first.take(peer.delivery(second.made))).toBe('unrelated')
    expect((await findTask(world.db, first.taskId))?.externalId).toBeNull()
  })

  it('of a lost run that failed is told by the history', async () => {
    const { taskId, made, take, outcome } = await lostRun('a grey quay')
    Object.assign(made, { fault: 'crashes' })
    expect(await take(peer.delivery(made))).toBe('unrelated')
    world.bells.push({ job: 'render', taskId, afterSeconds: 60 })
    await world.work()
    expect(await outcome()).toEqual({ state: 'passed', code: null, creates: 2, made: 2 })
  })

  it.each<[string, (delivery: Delivery) => void]>([
    ['a changed body', (delivery) => Object.assign(delivery, { body: delivery.body.replace('OK', 'ERROR') })],
    ['another user', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-user-id': 'github|1' })],
    ['no signature', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-signature': '' })],
  ])('with %s is refused', async (how, spoil) => {
    const { taskId, made, take } = await lostRun(`a quay with ${how}`)
    const delivery = peer.delivery(made)
    spoil(delivery)
    await expect(take(delivery)).rejects.toMatchObject({ code: 'webhook-forged' })
    expect((await findTask(world.db, taskId))?.externalId).toBeNull()
    expect(world.bells).toEqual([])
  })
})
