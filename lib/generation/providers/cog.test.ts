import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Provider } from '#lib/generation/port.ts'
import { recipeOf } from '#lib/generation/template.ts'
import { type CogFault, type CogPeerOptions, startCogPeer } from '#scripts/testing/peers/cog-peer.ts'
import { cogProvider } from './cog.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const TOKEN = 'a secret of the house'

async function peerWith(options: CogPeerOptions = {}, ...faults: CogFault[]) {
  const peer = await startCogPeer({ token: TOKEN, side: 256, ...options })
  ends.push(() => peer.stop())
  peer.faults.push(...faults)
  return { peer, provider: cogProvider({ ...peer.settings, timeoutMs: 2_000 }) }
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function requestFor({ model }: Provider) {
  const brief = { prompt: 'a pier', style: 'ink', traits: '', licence: 'CC-BY-4.0' }
  const recipe = recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model, parent: null }, 0)
  return { recipe, idempotencyKey: randomUUID(), webhookUrl: 'https://verso.example/hook' }
}

const failing = (kind: string) => ({ failure: { kind } })

describe('a prediction at a container', () => {
  it('is asked for in the words of its recipe, waited for, and comes with its picture', async () => {
    const { peer, provider } = await peerWith()
    const request = requestFor(provider)
    const run = await provider.submit(request)
    expect(run).toMatchObject({
      externalId: request.idempotencyKey,
      state: 'succeeded',
      costMicroUsd: 0,
      facts: { prediction: request.idempotencyKey, predictMs: 1_250 },
    })
    expect(peer.lastPrefer).toBeUndefined()
    expect(peer.made).toEqual([
      {
        id: request.idempotencyKey,
        fault: null,
        input: {
          prompt: 'a pier, ink',
          seed: Number(request.recipe.seed),
          aspect_ratio: '1:1',
          num_outputs: 1,
          output_format: 'png',
        },
      },
    ])
    const [artifact] = await provider.fetchArtifacts(request, run)
    expect(artifact).toMatchObject({ mime: 'image/png', description: null })
  })

  it('may put its picture where the container was told to, which is asked with the token', async () => {
    const { peer, provider } = await peerWith({ uploads: true })
    const request = requestFor(provider)
    const [artifact] = await provider.fetchArtifacts(request, await provider.submit(request))
    expect([artifact?.mime, peer.lastAuthorization]).toEqual(['image/png', `Bearer ${TOKEN}`])
  })

  it('is cancelled when its connection breaks, and then made once', async () => {
    const { peer, provider } = await peerWith({}, 'lost', 'hangs')
    const request = requestFor(provider)
    for (const _ of ['lost', 'hangs'])
      await expect(provider.submit(request)).rejects.toMatchObject(failing('unknown-outcome'))
    await expect.poll(() => peer.cancelled).toEqual([request.idempotencyKey, request.idempotencyKey])
    expect(await provider.submit(request)).toMatchObject({ state: 'succeeded' })
    expect(peer.made).toHaveLength(1)
  })

  it('is waited for where an old server runs on without a connection', async () => {
    let time = 0
    const { peer, provider } = await peerWith({ now: () => time }, 'lost-and-runs-on')
    const request = requestFor(provider)
    await expect(provider.submit(request)).rejects.toMatchObject(failing('unknown-outcome'))
    await expect(provider.submit(request)).rejects.toMatchObject(failing('capacity'))
    await expect(provider.submit(requestFor(provider))).rejects.toMatchObject(failing('capacity'))
    time = 20_000
    expect(await provider.submit(request)).toMatchObject({ state: 'succeeded' })
    expect(peer.creates).toBe(4)
  })

  it('cannot be asked about once it has ended', async () => {
    const { peer, provider } = await peerWith()
    const request = requestFor(provider)
    const { externalId } = await provider.submit(request)
    await expect(provider.poll(externalId)).rejects.toMatchObject(failing('expired'))
    expect(await provider.reconcile(request, 0, new Set())).toBeNull()
    await provider.cancel(externalId)
    expect(peer.creates).toBe(1)
  })

  it('is not taken on the word of a report, which anybody could have sent', async () => {
    const { provider } = await peerWith()
    expect(provider.capabilities().webhook).toBe(false)
    await expect(provider.parseWebhook('{}', new Headers(), 0)).rejects.toMatchObject({
      code: 'webhook-forged',
    })
  })
})

describe('a container', () => {
  it('is known by its version, once its model is loaded', async () => {
    const { peer, provider } = await peerWith()
    expect(await provider.probe()).toEqual({ server: 'Cog 0.23.1', models: null, waiting: null })
    expect(peer.creates).toBe(0)
  })

  it.each([
    ['BUSY', null],
    ['STARTING', 'capacity'],
    ['SETUP_FAILED', 'transient'],
    ['DEFUNCT', 'transient'],
    ['UNHEALTHY', 'transient'],
  ])('that says %s', async (health, kind) => {
    const { provider } = await peerWith({ health })
    const probed = provider.probe().then(
      () => null,
      (error: { failure: { kind: string } }) => error.failure.kind,
    )
    expect(await probed).toBe(kind)
  })

  it('whose model takes other inputs says so before a picture is asked for', async () => {
    const { provider } = await peerWith({ inputs: ['prompt', 'seed', 'aspect_ratio'] })
    const error = await provider.probe().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(failing('invalid-input'))
    expect(String(error)).toContain('num_outputs, output_format')
    const asked = await provider.submit(requestFor(provider)).catch((thrown: unknown) => thrown)
    expect(asked).toMatchObject(failing('invalid-input'))
    expect(String(asked)).toContain('Unexpected field')
  })

  it('with a model that nobody knows is asked for words and a seed alone', async () => {
    const { peer } = await peerWith({ inputs: ['prompt', 'seed'] })
    const provider = cogProvider({ ...peer.settings, model: 'somebody/something' })
    await provider.submit(requestFor(provider))
    expect(Object.keys(peer.made[0]?.input ?? {})).toEqual(['prompt', 'seed'])
    expect(provider.terms).toEqual({ licence: 'unknown', outputs: 'unknown' })
  })

  it('lets in who has the token', async () => {
    const { peer } = await peerWith()
    const stranger = cogProvider({ ...peer.settings, token: 'wrong' })
    await expect(stranger.probe()).rejects.toMatchObject(failing('auth'))
    await expect(stranger.submit(requestFor(stranger))).rejects.toMatchObject(failing('auth'))
  })

  it('that sends us elsewhere gets no further, and nobody else the token', async () => {
    const heard: unknown[] = []
    const elsewhere = await serve((request, response) => {
      heard.push(request.headers.authorization)
      response.end('{}')
    })
    const moved = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end())
    const provider = cogProvider({ id: 'cog-moved', baseUrl: moved, model: 'a/b', token: TOKEN })
    const error = await provider.submit(requestFor(provider)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(failing('unknown-outcome'))
    expect(String(error)).not.toContain(TOKEN)
    await expect(provider.probe()).rejects.toMatchObject(failing('transient'))
    expect(heard).toEqual([])
  })

  it('where nobody listens has taken nothing', async () => {
    const { peer, provider } = await peerWith()
    await peer.stop()
    ends.length = 0
    await expect(provider.submit(requestFor(provider))).rejects.toMatchObject(failing('transient'))
  })
})
