import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readWork } from '#lib/candidates/data.ts'
import { findTask } from '#lib/generation/data.ts'
import { cogProvider } from '#lib/generation/providers/cog.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { askProvider, type Outcome } from '#scripts/testing/ask-provider.ts'
import { type CogFault, type CogPeer, startCogPeer } from '#scripts/testing/peers/cog-peer.ts'
import { type Generation, type TestRound, withGeneration } from '#scripts/testing/with-generation.ts'
import { renderTask } from './render-task.ts'

let world: Generation
let peer: CogPeer
let round: TestRound

/** The container's clock goes with ours. */
const now = () => world?.services.wall().getTime() ?? Date.now()

beforeAll(async () => {
  peer = await startCogPeer({ now, token: 'a token' })
  const cog = cogProvider({ ...peer.settings, timeoutMs: 8_000 })
  world = await withGeneration(providersFrom([proceduralProvider(), cog]))
  round = await world.openRound()
})
afterEach(() => {
  peer.faults.length = 0
  world.bells.length = 0
})
afterAll(async () => {
  await Promise.all([world.close(), peer.stop()])
})

const ask = (prompt: string, ...faults: CogFault[]) =>
  askProvider({ world, round, peer, provider: 'cog-home' }, prompt, faults)

describe('a picture by a container', () => {
  it('hangs with what is known of it', async () => {
    const asked = await ask('a lighthouse in the fog, seen from a small boat. Grain.')
    await world.work()
    expect(await asked.progress()).toMatchObject({ state: 'passed', reason: null })
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
    const task = await findTask(world.db, asked.taskId)
    const work = await readWork(world.db, round.rowId, { contentHash: task?.contentHash ?? '' })
    expect(work).toMatchObject({
      mime: 'image/png',
      recipe: { model: { id: 'black-forest-labs/flux-schnell', version: 'latest', weightsHash: null } },
      execution: { provider: 'cog-home', facts: { prediction: task?.idempotencyKey, predictMs: 1_250 } },
    })
  })
})

describe('a container that fails', () => {
  it.each<[CogFault, Outcome]>([
    ['bad-token', { state: 'failed', code: 'provider-auth', creates: 1, made: 0 }],
    ['no-credit', { state: 'failed', code: 'provider-budget', creates: 1, made: 0 }],
    ['invalid-input', { state: 'failed', code: 'provider-invalid-input', creates: 1, made: 0 }],
    ['rate-limited', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['busy', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['starting', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['moved', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['broken-before', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['lost', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['hangs', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['gateway-gives-up', { state: 'passed', code: null, creates: 2, made: 1 }],
    // Twice, but never two at once: nobody keeps what an old server makes without a connection.
    ['lost-and-runs-on', { state: 'passed', code: null, creates: 6, made: 2 }],
    ['lost-at-end', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['broken-after', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['crashes', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['out-of-memory', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['canceled', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['nsfw', { state: 'failed', code: 'provider-moderated', creates: 1, made: 0 }],
    ['no-output', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-html', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-huge', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-cut', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-gone', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-private', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-redirects', { state: 'passed', code: null, creates: 2, made: 2 }],
  ])('%s', async (fault, outcome) => {
    const asked = await ask(`a pier, ${fault}`, fault)
    await world.work(100)
    expect(await asked.outcome()).toEqual(outcome)
    if (outcome.code) expect((await asked.progress())?.reason?.next).not.toBe('')
    expect(await world.db.candidate.count({ where: { taskId: asked.taskId } })).toBe(
      outcome.state === 'passed' ? 1 : 0,
    )
  })

  it('waits as long as the proxy asks', async () => {
    const asked = await ask('a slow pier', 'rate-limited')
    expect(await renderTask(world.services, asked.taskId)).toBe('paused')
    expect(world.bells.at(-1)).toEqual({ job: 'render', taskId: asked.taskId, afterSeconds: 7 })
  })

  it('is patient while its model is loaded, and not for ever', async () => {
    const asked = await ask('an early pier', ...Array<CogFault>(20).fill('starting'))
    await world.work(100)
    expect(await asked.progress()).toMatchObject({
      state: 'failed',
      reason: { code: 'provider-capacity' },
      attempts: 12,
    })
  })
})
