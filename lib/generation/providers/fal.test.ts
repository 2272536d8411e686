import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { recipeOf } from '#lib/generation/template.ts'
import type { Answer, FalFault } from '#scripts/testing/peers/fal-faults.ts'
import { type FalPeerOptions, startFalPeer } from '#scripts/testing/peers/fal-peer.ts'
import { falProvider } from './fal.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function scene(options: FalPeerOptions = {}, ...faults: FalFault[]) {
  const start = Date.now()
  let now = start
  const peer = await startFalPeer({ now: () => now, ...options })
  ends.push(() => peer.stop())
  peer.faults.push(...faults)
  const provider = falProvider({ ...peer.settings, timeoutMs: 300 })
  const pass = (seconds: number) => {
    now += seconds * 1000
  }
  return { peer, provider, pass, since: Math.floor(start / 1000) }
}

function requestFor({ model }: ReturnType<typeof falProvider>, place = 0, webhookUrl: string | null = null) {
  const brief = { prompt: 'a pier', style: '', traits: '', licence: 'CC-BY-4.0' }
  const recipe = recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model, parent: null }, place)
  return { recipe, idempotencyKey: 'one', webhookUrl }
}

const unknown = { failure: { kind: 'unknown-outcome' } }
const none: ReadonlySet<string> = new Set()

describe('a request to fal', () => {
  it('is made of the recipe alone, and tells fal to try once, for a while, with this model', async () => {
    const { peer, provider } = await scene()
    const request = requestFor(provider, 0, 'https://verso.example/api/v1/webhooks/fal?task=a&b=c')
    await provider.submit(request)
    const [made] = peer.made
    expect(made).toMatchObject({
      model: 'fal-ai/flux/schnell',
      webhook: 'https://verso.example/api/v1/webhooks/fal?task=a&b=c',
      headers: {
        'x-fal-no-retry': '1',
        'x-fal-request-timeout': '600',
        'x-fal-disable-fallbacks': 'true',
      },
    })
    expect(made?.input).toEqual({
      prompt: 'a pier',
      seed: Number(request.recipe.seed),
      image_size: 'square_hd',
      num_images: 1,
      num_inference_steps: 4,
      output_format: 'png',
      enable_safety_checker: true,
    })
  })

  it('is followed under owner and app, and ends with its price', async () => {
    const { peer, provider, pass } = await scene({ latencyMs: 4_000 })
    const request = requestFor(provider)
    const { externalId, state } = await provider.submit(request)
    expect([state, (await provider.poll(externalId)).state]).toEqual(['waiting', 'waiting'])
    pass(3)
    expect(await provider.poll(externalId)).toMatchObject({ state: 'running', costMicroUsd: null })
    pass(1)
    expect(await provider.poll(externalId)).toMatchObject({
      state: 'succeeded',
      costMicroUsd: 3_000,
      facts: {
        request: externalId,
        model: 'fal-ai/flux/schnell',
        seed: request.recipe.seed,
        inferenceMs: 2_000,
      },
    })
    const asked = peer.heard.map(({ line }) => line.replace(externalId, '{id}'))
    expect(new Set(asked)).toEqual(
      new Set([
        'POST /fal-ai/flux/schnell',
        'GET /fal-ai/flux/requests/{id}/status',
        'GET /fal-ai/flux/requests/{id}',
      ]),
    )
  })

  it.each<[FalFault, number | null]>([
    ['nsfw', 3_000],
    ['policy', null],
    ['crashes', 0],
    ['no-machine', 0],
  ])('that ends with %s costs %s', async (fault, costMicroUsd) => {
    const { provider } = await scene({}, fault)
    const { externalId } = await provider.submit(requestFor(provider))
    expect(await provider.poll(externalId)).toMatchObject({ state: 'failed', costMicroUsd })
  })

  it('may have been taken when its answer is lost, and was not where nobody listens', async () => {
    const { peer, provider } = await scene({}, 'lost', 'hangs', 'broken-after', 'answers-oddly')
    for (let count = 0; count < 4; count++)
      await expect(provider.submit(requestFor(provider))).rejects.toMatchObject(unknown)
    expect(peer.creates).toBe(4)
    const gone = await startFalPeer()
    const nobody = falProvider(gone.settings)
    await gone.stop()
    await expect(nobody.submit(requestFor(provider))).rejects.toMatchObject({
      failure: { kind: 'transient' },
    })
  })

  it('is taken back while it waits or runs, and read when it has ended', async () => {
    const { peer, provider, pass } = await scene({ latencyMs: 4_000 })
    for (const seconds of [0, 3]) {
      const { externalId } = await provider.submit(requestFor(provider))
      pass(seconds)
      await provider.cancel(externalId)
      expect(peer.made.at(-1)?.cancelledAt).not.toBeNull()
      expect(await provider.poll(externalId)).toMatchObject({
        state: 'failed',
        failure: { failure: { kind: 'transient' } },
      })
    }
    const { externalId } = await provider.submit(requestFor(provider))
    pass(4)
    await expect(provider.cancel(externalId)).rejects.toMatchObject({ failure: { kind: 'transient' } })
    expect((await provider.poll(externalId)).state).toBe('succeeded')
  })

  it('that fal no longer knows is no reason to pay again at once', async () => {
    const { provider } = await scene()
    await expect(provider.poll('unheard-of')).rejects.toMatchObject({ failure: { kind: 'transient' } })
  })
})

describe('the key', () => {
  it('goes to the queue and to the platform, never after a redirect, and into no error', async () => {
    let heard = 0
    const elsewhere = await serve((_, response) => {
      heard += 1
      response.end('{}')
    })
    const moved = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end())
    const { peer } = await scene()
    const settings = { ...peer.settings, queueUrl: moved, apiUrl: moved }
    const provider = falProvider({ ...settings, timeoutMs: 300 })
    const request = requestFor(provider)
    const calls: (() => Promise<unknown>)[] = [
      () => provider.submit(request),
      () => provider.poll('any'),
      () => provider.cancel('any'),
      () => provider.reconcile(request, Math.floor(Date.now() / 1000), none),
      () => provider.probe(),
    ]
    for (const call of calls) {
      const error = await call().catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ name: 'ProviderError' })
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('key-secret')
    }
    expect(heard).toBe(0)
  })
})

describe('a probe', () => {
  it('says that address, key and model work, without a picture', async () => {
    const { peer, provider } = await scene()
    expect(await provider.probe()).toEqual({ server: 'fal', models: ['fal-ai/flux/schnell'], waiting: null })
    expect(peer.creates).toBe(0)
  })

  it.each<[string, object, string]>([
    ['a wrong key', { key: 'wrong' }, 'auth'],
    ['a model that is not there', { model: 'fal-ai/none', priceMicroUsd: 1 }, 'invalid-input'],
  ])('tells of %s', async (_what, settings, kind) => {
    const { peer } = await scene()
    const provider = falProvider({ ...peer.settings, ...settings })
    await expect(provider.probe()).rejects.toMatchObject({ failure: { kind } })
  })

  it('tells of a key that may not read the history', async () => {
    const { peer, provider } = await scene()
    peer.historyFails = [403, { detail: 'Admin scope required' }]
    await expect(provider.probe()).rejects.toMatchObject({ failure: { kind: 'auth' } })
  })
})

describe('the history', () => {
  it.each([2, 100])('shows a lost request among others, %i on a page', async (pageSize) => {
    const { peer, provider, since } = await scene({ pageSize })
    for (const place of [1, 2, 3, 4, 5, 6, 7]) await provider.submit(requestFor(provider, place))
    const third = peer.made[2]?.id ?? ''
    expect(await provider.reconcile(requestFor(provider, 3), since, none)).toMatchObject({
      externalId: third,
      state: 'succeeded',
    })
    const known = new Set([third])
    await expect(provider.reconcile(requestFor(provider, 3), since, known)).rejects.toMatchObject(unknown)
    await expect(provider.reconcile(requestFor(provider, 9), since, none)).rejects.toMatchObject(unknown)
  })

  it('has none only when one that was taken would have ended and been listed', async () => {
    const { provider, pass, since } = await scene()
    const request = requestFor(provider)
    pass(1_798)
    await expect(provider.reconcile(request, since, none)).rejects.toMatchObject(unknown)
    pass(3)
    expect(await provider.reconcile(request, since, none)).toBeNull()
  })

  it('is waited for while a request that was taken still waits or runs', async () => {
    const { provider, pass, since, peer } = await scene({ latencyMs: 590_000 }, 'lost')
    const request = requestFor(provider)
    await expect(provider.submit(request)).rejects.toMatchObject(unknown)
    pass(300)
    await expect(provider.reconcile(request, since, none)).rejects.toMatchObject(unknown)
    pass(300)
    expect((await provider.reconcile(request, since, none))?.externalId).toBe(peer.made[0]?.id)
  })

  it('does not take an earlier attempt that failed for the lost one that still runs', async () => {
    const { peer, provider, pass, since } = await scene({ latencyMs: 20_000 }, 'crashes')
    const request = requestFor(provider)
    await provider.submit(request)
    pass(21)
    peer.faults.push('lost')
    await expect(provider.submit(request)).rejects.toMatchObject(unknown)
    await expect(provider.reconcile(request, since + 21, none)).rejects.toMatchObject(unknown)
    pass(21)
    expect((await provider.reconcile(request, since + 21, none))?.externalId).toBe(peer.made[1]?.id)
  })

  it('that may not say what was asked for leaves it open for ever', async () => {
    const { provider, pass, since } = await scene({ storesInput: false }, 'lost')
    const request = requestFor(provider)
    await expect(provider.submit(request)).rejects.toMatchObject(unknown)
    pass(100_000)
    await expect(provider.reconcile(request, since, none)).rejects.toMatchObject(unknown)
  })

  it.each<[string, Answer]>([
    ['cannot be reached', [503, 'down']],
    ['is closed to our key', [403, { detail: 'no permission' }]],
    ['is not where it was', [404, { detail: 'not found' }]],
    ['asks us to wait', [429, {}, { 'retry-after': '60' }]],
    ['is of another shape', [200, { requests: [] }]],
  ])('that %s leaves it open for ever', async (_how, answer) => {
    const { peer, provider, pass, since } = await scene()
    peer.historyFails = answer
    pass(100_000)
    await expect(provider.reconcile(requestFor(provider), since, none)).rejects.toMatchObject(unknown)
  })

  it('that names a request which cannot be read leaves it open', async () => {
    const { peer, provider, pass, since } = await scene({}, 'result-broken')
    const request = requestFor(provider)
    await provider.submit(request)
    pass(10)
    await expect(provider.reconcile(request, since, none)).rejects.toMatchObject(unknown)
    expect((await provider.reconcile(request, since, none))?.externalId).toBe(peer.made[0]?.id)
  })

  it('that never ends leaves it open', async () => {
    const { peer, provider, since } = await scene()
    let pages = 0
    const apiUrl = await serve((_, response) => {
      pages += 1
      response.end(JSON.stringify({ items: [], next_cursor: 'again', has_more: true }))
    })
    const endless = falProvider({ ...peer.settings, apiUrl, now: () => Date.now() + 10_000_000 })
    await expect(endless.reconcile(requestFor(provider), since, none)).rejects.toMatchObject(unknown)
    expect(pages).toBe(50)
  })

  it.each([
    ['its defaults beside ours', { guidance_scale: 3.5 }, true],
    ['another prompt', { prompt: 'another pier' }, false],
    ['another seed', { seed: 1 }, false],
    ['a seed in words', { seed: 'the same' }, false],
    ['another size', { image_size: 'square' }, false],
  ])('with %s', async (_how, changes, found) => {
    const { peer, provider, since } = await scene()
    await provider.submit(requestFor(provider))
    const [made] = peer.made
    Object.assign(made?.input ?? {}, changes)
    const looked = provider.reconcile(requestFor(provider), since, none).then(
      (run) => run?.externalId === made?.id,
      () => false,
    )
    expect(await looked).toBe(found)
  })
})
