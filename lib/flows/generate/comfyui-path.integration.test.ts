import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readWork } from '#lib/candidates/data.ts'
import { findTask } from '#lib/generation/data.ts'
import { comfyuiProvider } from '#lib/generation/providers/comfyui.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { askProvider, type Outcome } from '#scripts/testing/ask-provider.ts'
import { type ComfyFault, type ComfyPeer, startComfyPeer } from '#scripts/testing/peers/comfyui-peer.ts'
import { type Generation, type TestRound, withGeneration } from '#scripts/testing/with-generation.ts'
import { renderTask } from './render-task.ts'

let world: Generation
let peer: ComfyPeer
let round: TestRound

/** The server's clock goes with ours. */
const now = () => world?.services.wall().getTime() ?? Date.now()

beforeAll(async () => {
  peer = await startComfyPeer({ now, latencyMs: 5_000, token: 'a token' })
  const comfyui = comfyuiProvider({ ...peer.settings, now, timeoutMs: 400 })
  world = await withGeneration(providersFrom([proceduralProvider(), comfyui]))
  round = await world.openRound()
})
afterEach(() => {
  peer.faults.length = 0
  world.bells.length = 0
})
afterAll(async () => {
  await Promise.all([world.close(), peer.stop()])
})

const ask = (prompt: string, ...faults: ComfyFault[]) =>
  askProvider({ world, round, peer, provider: 'comfyui-home' }, prompt, faults)

describe('a picture by a server of our own', () => {
  it('hangs with what is known of it', async () => {
    const asked = await ask('a lighthouse in the fog, seen from a small boat. Grain.')
    await world.work()
    expect(await asked.progress()).toMatchObject({ state: 'passed', reason: null })
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
    const task = await findTask(world.db, asked.taskId)
    const work = await readWork(world.db, round.rowId, { contentHash: task?.contentHash ?? '' })
    expect(work).toMatchObject({
      mime: 'image/png',
      recipe: { model: { id: 'sd_xl_base_1.0.safetensors', version: 'latest', weightsHash: null } },
      execution: { provider: 'comfyui-home', facts: { prompt: task?.idempotencyKey, renderMs: 5_000 } },
    })
  })

  it('waits behind others, and says how many', async () => {
    peer.queueAnother()
    const asked = await ask('a patient pier')
    expect(await renderTask(world.services, asked.taskId)).toBe('waiting')
    const task = await findTask(world.db, asked.taskId)
    expect(task?.execution?.waiting ?? null).toBeNull()
    world.passTime(3)
    await renderTask(world.services, asked.taskId)
    expect((await findTask(world.db, asked.taskId))?.execution?.waiting).toEqual({ ahead: 1, seconds: 30 })
    world.bells.length = 0
    world.passTime(20)
    expect(await renderTask(world.services, asked.taskId)).toBe('drawn')
  })
})

describe('a server that fails', () => {
  it.each<[ComfyFault, Outcome]>([
    ['node-errors', { state: 'failed', code: 'provider-invalid-input', creates: 1, made: 0 }],
    ['bad-token', { state: 'failed', code: 'provider-auth', creates: 1, made: 0 }],
    ['no-credit', { state: 'failed', code: 'provider-budget', creates: 1, made: 0 }],
    ['rate-limited', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['slow-down', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['no-instance', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['moved', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['broken-before', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['broken-after', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['hangs', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['lost', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['crashes', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['out-of-memory', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['interrupted', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['restarts', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['elsewhere', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['no-output', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['picture-gone', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['picture-html', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['picture-huge', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['picture-redirects', { state: 'passed', code: null, creates: 2, made: 2 }],
    // What broke off is fetched again: the file is still there.
    ['picture-cut', { state: 'passed', code: null, creates: 1, made: 1 }],
  ])('%s', async (fault, outcome) => {
    const asked = await ask(`a pier, ${fault}`, fault)
    await world.work(400)
    expect(await asked.outcome()).toEqual(outcome)
    if (outcome.code) expect((await asked.progress())?.reason?.next).not.toBe('')
  })

  it('has what stalls taken back, so that the next one runs', async () => {
    const before = peer.queue.interrupted.length
    const { taskId, outcome } = await ask('a stalled pier', 'stalls')
    await renderTask(world.services, taskId)
    world.passTime(3_601)
    await world.work()
    expect(peer.queue.interrupted.slice(before)).toHaveLength(1)
    expect(peer.queue.running).toBeNull()
    expect(await outcome()).toEqual({ state: 'passed', code: null, creates: 2, made: 2 })
  })

  it('waits as long as the proxy asks', async () => {
    const asked = await ask('a slow pier', 'rate-limited')
    expect(await renderTask(world.services, asked.taskId)).toBe('paused')
    expect(world.bells.at(-1)).toEqual({ job: 'render', taskId: asked.taskId, afterSeconds: 7 })
  })

  it('is not asked for ever', async () => {
    const asked = await ask('a broken pier', ...Array<ComfyFault>(9).fill('crashes'))
    await world.work(100)
    expect(await asked.progress()).toMatchObject({
      state: 'failed',
      reason: { code: 'provider-transient' },
      attempts: 5,
    })
  })

  it('is not asked twice when a worker dies between the request and its answer', async () => {
    const asked = await ask('a pier at dusk', 'lost')
    const task = await findTask(world.db, asked.taskId)
    if (!task) throw new Error('no task')
    const provider = world.services.providers.find('comfyui-home')
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
