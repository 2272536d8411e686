import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readWork } from '#lib/candidates/data.ts'
import { findTask } from '#lib/generation/data.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { replicateProvider } from '#lib/generation/providers/replicate.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { askProvider, type Outcome } from '#scripts/testing/ask-provider.ts'
import { type Fault, type ReplicatePeer, startReplicatePeer } from '#scripts/testing/peers/replicate-peer.ts'
import { type Generation, type TestRound, withGeneration } from '#scripts/testing/with-generation.ts'
import { renderTask } from './render-task.ts'
import { takeWebhook } from './take-webhook.ts'

let world: Generation
let peer: ReplicatePeer
let round: TestRound

/** The vendor's clock goes with ours. */
const now = () => world?.services.wall().getTime() ?? Date.now()

beforeAll(async () => {
  peer = await startReplicatePeer({ now })
  const replicate = replicateProvider({ ...peer.settings, timeoutMs: 400 })
  world = await withGeneration(providersFrom([proceduralProvider(), replicate]))
  round = await world.openRound()
})
afterEach(() => {
  peer.faults.length = 0
  world.bells.length = 0
})
afterAll(async () => {
  await Promise.all([world.close(), peer.stop()])
})

const ask = (prompt: string, ...faults: Fault[]) =>
  askProvider({ world, round, peer, provider: 'replicate' }, prompt, faults)

describe('a picture by Replicate', () => {
  it('hangs with what is known of it, and no more', async () => {
    const asked = await ask('a lighthouse in the fog, seen from a small boat. Grain.')
    await world.work()
    expect(await asked.progress()).toMatchObject({ state: 'passed', reason: null })
    expect(asked.asked()).toEqual({ creates: 1, made: 1 })
    const task = await findTask(world.db, asked.taskId)
    const work = await readWork(world.db, round.rowId, { contentHash: task?.contentHash ?? '' })
    expect(work).toMatchObject({
      title: 'A lighthouse in the fog, seen',
      medium: `replicate: black-forest-labs/flux-schnell, seed ${task?.recipe.seed}`,
      execution: { provider: 'replicate', facts: { prediction: peer.made.at(-1)?.id } },
    })
    expect(work?.recipe).not.toHaveProperty('execution')
  })
})

describe('a provider that fails', () => {
  it.each<[Fault, Outcome]>([
    ['rate-limited', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['no-credit', { state: 'failed', code: 'provider-budget', creates: 1, made: 0 }],
    ['invalid-input', { state: 'failed', code: 'provider-invalid-input', creates: 1, made: 0 }],
    ['bad-token', { state: 'failed', code: 'provider-auth', creates: 1, made: 0 }],
    ['broken-before', { state: 'passed', code: null, creates: 2, made: 1 }],
    ['broken-after', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['hangs', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['lost', { state: 'passed', code: null, creates: 1, made: 1 }],
    ['nsfw', { state: 'failed', code: 'provider-moderated', creates: 1, made: 1 }],
    ['crashes', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['stalls', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-gone', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-html', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-huge', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-cut', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-private', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['output-redirects', { state: 'passed', code: null, creates: 2, made: 2 }],
    ['no-output', { state: 'passed', code: null, creates: 2, made: 2 }],
  ])('%s', async (fault, outcome) => {
    const asked = await ask(`a pier, ${fault}`, fault)
    await world.work(150)
    expect(await asked.outcome()).toEqual(outcome)
    if (outcome.code) expect((await asked.progress())?.reason?.next).not.toBe('')
  })

  it('waits as long as the provider asks', async () => {
    const asked = await ask('a slow pier', 'rate-limited')
    expect(await renderTask(world.services, asked.taskId)).toBe('paused')
    expect(world.bells.at(-1)).toEqual({ job: 'render', taskId: asked.taskId, afterSeconds: 7 })
    expect(await asked.progress()).toMatchObject({
      state: 'queued',
      reason: { code: 'provider-rate-limited' },
    })
  })

  it('gives up in the end, and says so', async () => {
    const asked = await ask('a broken pier', ...Array<Fault>(5).fill('crashes'))
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
    const provider = world.services.providers.find('replicate')
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

  it.each([true, false])('finds a lost run behind many others, listed whole: %s', async (listsInput) => {
    const small = await startReplicatePeer({ pageSize: 2, listsInput, now })
    const provider = replicateProvider({ ...small.settings, timeoutMs: 400 })
    const asked = await ask('a pier in a crowd')
    const task = await findTask(world.db, asked.taskId)
    if (!task) throw new Error('no task')
    const requestOf = (seed: string) => ({
      recipe: { ...task.recipe, seed },
      idempotencyKey: seed,
      webhookUrl: null,
    })
    for (const seed of ['1', '2', '3', '4', '5', '6']) await provider.submit(requestOf(seed))
    const since = Math.floor(now() / 1000)
    expect((await provider.reconcile(requestOf('1'), since, new Set()))?.externalId).toBe(small.made[0]?.id)
    expect(await provider.reconcile(requestOf('1'), since, new Set([small.made[0]?.id ?? '']))).toBeNull()
    expect(await provider.reconcile(requestOf('9'), since, new Set())).toBeNull()
    await small.stop()
  })
})

describe('a webhook', () => {
  async function lostRun(prompt: string) {
    // Whatever failed before is forgiven by now.
    world.passTime(120)
    const asked = await ask(prompt, 'lost')
    expect(await renderTask(world.services, asked.taskId)).toBe('paused')
    world.bells.length = 0
    const task = await findTask(world.db, asked.taskId)
    const made = peer.made.at(-1)
    if (!task || !made) throw new Error('nothing was made')
    const take = (
      delivery: { body: string; headers: Record<string, string> },
      key: string | null = task.idempotencyKey,
    ) =>
      takeWebhook(world.services, {
        provider: 'replicate',
        rawBody: delivery.body,
        headers: new Headers(delivery.headers),
        idempotencyKey: key,
      })
    return { ...asked, task, made, take }
  }

  it('tells of a run whose answer was lost, once', async () => {
    const { taskId, made, take, progress } = await lostRun('a quay')
    const delivery = peer.delivery(made)
    expect(await take(delivery)).toBe('taken')
    expect((await findTask(world.db, taskId))?.externalId).toBe(made.id)
    expect(world.bells).toEqual([{ job: 'render', taskId, afterSeconds: 0 }])
    expect(await take(delivery)).toBe('repeated')
    expect(world.bells).toHaveLength(1)
    await world.work()
    expect(await progress()).toMatchObject({ state: 'passed' })
    expect(await take(delivery)).toBe('repeated')
    expect(await take(peer.delivery(made))).toBe('taken')
    expect(await world.work()).toEqual(['render settled'])
  })

  it.each<[string, (delivery: ReturnType<ReplicatePeer['delivery']>) => void, string]>([
    [
      'a changed body',
      (delivery) => Object.assign(delivery, { body: delivery.body.replace('succeeded', 'failed') }),
      'webhook-forged',
    ],
    [
      'another signature',
      ({ headers }) => Object.assign(headers, { 'webhook-signature': `v1,${'A'.repeat(43)}=` }),
      'webhook-forged',
    ],
    ['no signature', ({ headers }) => Object.assign(headers, { 'webhook-signature': '' }), 'webhook-forged'],
    [
      'a fresh time on an old signature',
      ({ headers }) => Object.assign(headers, { 'webhook-timestamp': '1' }),
      'webhook-forged',
    ],
  ])('with %s is refused', async (_name, spoil, code) => {
    const { taskId, made, take } = await lostRun(`a quay, ${_name}`)
    const delivery = peer.delivery(made)
    spoil(delivery)
    await expect(take(delivery)).rejects.toMatchObject({ code })
    expect((await findTask(world.db, taskId))?.externalId).toBeNull()
    expect(world.bells).toEqual([])
  })

  it('that is too old, or from the future, is refused', async () => {
    const { made, take } = await lostRun('an old quay')
    const now = Math.floor(world.services.wall().getTime() / 1000)
    for (const at of [now - 301, now + 301])
      await expect(take(peer.delivery(made, { at }))).rejects.toMatchObject({ code: 'webhook-stale' })
    expect(await take(peer.delivery(made, { at: now - 299 }))).toBe('taken')
  })

  it('cannot give a run to a task that it was not made for', async () => {
    const first = await lostRun('one quay')
    const second = await lostRun('another quay')
    expect(await first.take(peer.delivery(second.made))).toBe('unrelated')
    expect((await findTask(world.db, first.taskId))?.externalId).toBeNull()
  })

  it('for the provider that sends none is refused', async () => {
    const delivery = { provider: 'procedural', rawBody: '{}', headers: new Headers(), idempotencyKey: null }
    await expect(takeWebhook(world.services, delivery)).rejects.toMatchObject({ code: 'provider-unknown' })
  })
})
