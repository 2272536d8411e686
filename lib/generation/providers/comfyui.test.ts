import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Provider } from '#lib/generation/port.ts'
import { recipeOf } from '#lib/generation/template.ts'
import {
  type ComfyFault,
  type ComfyPeerOptions,
  startComfyPeer,
} from '#scripts/testing/peers/comfyui-peer.ts'
import { comfyuiProvider } from './comfyui.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const TOKEN = 'a secret of the house'
const LATENCY_SECONDS = 20

async function peerWith(options: ComfyPeerOptions = {}, ...faults: ComfyFault[]) {
  let time = Date.now()
  const now = () => time
  const peer = await startComfyPeer({ now, latencyMs: LATENCY_SECONDS * 1000, token: TOKEN, ...options })
  ends.push(() => peer.stop())
  peer.faults.push(...faults)
  const pass = (seconds: number) => {
    time += seconds * 1000
  }
  return { peer, pass, provider: comfyuiProvider({ ...peer.settings, now, timeoutMs: 1_000 }) }
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function requestFor({ model }: Provider, prompt = 'a pier') {
  const brief = { prompt, style: '', traits: '', licence: 'CC-BY-4.0' }
  const recipe = recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model, parent: null }, 0)
  return { recipe, idempotencyKey: randomUUID(), webhookUrl: null }
}

const failing = (kind: string) => ({ failure: { kind } })

describe('a workflow at a server', () => {
  it('has the id of its request, waits its turn, runs, and is fetched', async () => {
    const { peer, pass, provider } = await peerWith()
    const another = peer.queueAnother()
    const request = requestFor(provider)
    const { externalId } = await provider.submit(request)
    expect(externalId).toBe(request.idempotencyKey)
    expect(await provider.poll(externalId)).toMatchObject({
      state: 'waiting',
      waiting: { ahead: 1, seconds: 30 },
    })
    pass(LATENCY_SECONDS)
    expect(await provider.poll(externalId)).toMatchObject({ state: 'running' })
    pass(LATENCY_SECONDS)
    const run = await provider.poll(externalId)
    expect(run).toMatchObject({ state: 'succeeded', facts: { prompt: externalId, renderMs: 20_000 } })
    const [artifact] = await provider.fetchArtifacts(request, run)
    expect(artifact).toMatchObject({ mime: 'image/png', description: null })
    expect(another).not.toBe(externalId)
  })

  it('counts those before it by their numbers, in whatever order they are listed', async () => {
    const { peer, provider } = await peerWith()
    peer.queueAnother()
    const { externalId } = await provider.submit(requestFor(provider))
    peer.queueAnother(null, -1)
    peer.queueAnother(null, 99)
    expect((await provider.poll(externalId)).waiting?.ahead).toBe(2)
  })

  it('leaves its words out of the file', async () => {
    const { pass, provider } = await peerWith()
    const request = requestFor(provider, 'a very private pier')
    const { externalId } = await provider.submit(request)
    pass(LATENCY_SECONDS)
    const run = await provider.poll(externalId)
    const [artifact] = await provider.fetchArtifacts(request, run)
    expect(Buffer.from(artifact?.bytes ?? []).includes('a very private pier')).toBe(false)
    const whole = await fetch(run.outputs[0]?.replace('&channel=rgb', '') ?? '', {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(Buffer.from(await whole.arrayBuffer()).includes('a very private pier')).toBe(true)
  })

  it.each<ComfyFault>(['lost', 'hangs', 'broken-after'])(
    'is not queued twice when its answer is %s',
    async (fault) => {
      const { peer, provider } = await peerWith({}, fault)
      const request = requestFor(provider)
      await expect(provider.submit(request)).rejects.toMatchObject(failing('unknown-outcome'))
      const again = await provider.submit(request)
      expect(again.externalId).toBe(request.idempotencyKey)
      expect(await provider.reconcile(request, 0, new Set())).toMatchObject({ externalId: again.externalId })
      expect(peer.made).toHaveLength(1)
    },
  )

  it('is found when it has ended meanwhile, and asked for again when it has failed', async () => {
    const { peer, pass, provider } = await peerWith({}, 'lost', 'crashes')
    const [good, bad] = [requestFor(provider), requestFor(provider)]
    await expect(provider.submit(good)).rejects.toMatchObject(failing('unknown-outcome'))
    await provider.submit(bad)
    pass(2 * LATENCY_SECONDS)
    expect(await provider.submit(good)).toMatchObject({ state: 'succeeded' })
    expect(await provider.poll(bad.idempotencyKey)).toMatchObject({ state: 'failed' })
    expect(await provider.submit(bad)).toMatchObject({ state: 'waiting' })
    expect(peer.made).toHaveLength(3)
    pass(LATENCY_SECONDS)
    expect(await provider.poll(bad.idempotencyKey)).toMatchObject({ state: 'succeeded' })
  })

  it('is followed under the id that an old server gives it', async () => {
    const { peer, pass, provider } = await peerWith({ mintsIds: true })
    const request = requestFor(provider)
    const { externalId } = await provider.submit(request)
    expect([externalId, externalId === request.idempotencyKey]).toEqual([peer.made[0]?.id, false])
    pass(LATENCY_SECONDS)
    expect(await provider.poll(externalId)).toMatchObject({ state: 'succeeded' })
  })

  it('that nobody knows is looked for a minute, and then gone', async () => {
    const { pass, provider } = await peerWith({}, 'restarts')
    const { externalId } = await provider.submit(requestFor(provider))
    for (const seconds of [0, 30, 29]) {
      pass(seconds)
      await expect(provider.poll(externalId)).rejects.toMatchObject(failing('transient'))
    }
    pass(1)
    await expect(provider.poll(externalId)).rejects.toMatchObject(failing('expired'))
  })

  it('that another machine did not know is waited for anew the next time', async () => {
    const { peer, pass, provider } = await peerWith({}, 'elsewhere')
    const { externalId } = await provider.submit(requestFor(provider))
    await expect(provider.poll(externalId)).rejects.toMatchObject(failing('transient'))
    await expect(provider.poll(externalId)).rejects.toMatchObject(failing('transient'))
    expect(await provider.poll(externalId)).toMatchObject({ state: 'running' })
    pass(90)
    peer.queue.restart()
    await expect(provider.poll(externalId)).rejects.toMatchObject(failing('transient'))
  })
})

describe('a run that is taken back', () => {
  it('leaves the queue, and what runs goes on', async () => {
    const { peer, provider } = await peerWith()
    const running = peer.queueAnother()
    const { externalId } = await provider.submit(requestFor(provider))
    await provider.cancel(externalId)
    expect([peer.queue.pending.length, peer.queue.running?.id, peer.queue.interrupted]).toEqual([
      0,
      running,
      [],
    ])
  })

  it.each([true, false])(
    'is interrupted only when it is the one that runs; an old server: %s',
    async (mintsIds) => {
      const { peer, provider } = await peerWith({ mintsIds })
      const { externalId } = await provider.submit(requestFor(provider))
      const next = peer.queueAnother()
      await provider.cancel('another')
      expect(peer.queue.interrupted).toEqual([])
      await provider.cancel(externalId)
      expect([peer.queue.interrupted, peer.queue.running?.id]).toEqual([[externalId], next])
    },
  )
})

describe('a server', () => {
  it('is known by its name, its card and its checkpoints', async () => {
    const checkpoints = ['sd_xl_base_1.0.safetensors', 'SD1.5/v1-5-pruned-emaonly.safetensors']
    const { peer, provider } = await peerWith({ checkpoints })
    peer.queueAnother()
    peer.queueAnother()
    expect(await provider.probe()).toEqual({
      server: 'ComfyUI 0.3.76 on cuda:0 NVIDIA GeForce RTX 4090 : cudaMallocAsync',
      models: checkpoints,
      waiting: 2,
    })
    expect(peer.creates).toBe(0)
  })

  it('gets its token, with every question and the picture', async () => {
    const { peer, pass, provider } = await peerWith()
    const request = requestFor(provider)
    const { externalId } = await provider.submit(request)
    pass(LATENCY_SECONDS)
    await provider.fetchArtifacts(request, await provider.poll(externalId))
    expect(peer.lastAuthorization).toBe(`Bearer ${TOKEN}`)
    const stranger = comfyuiProvider({ ...peer.settings, token: 'wrong' })
    await expect(stranger.probe()).rejects.toMatchObject(failing('auth'))
    await expect(stranger.submit(request)).rejects.toMatchObject(failing('auth'))
  })

  it('that sends us elsewhere gets no further, and nobody else the token', async () => {
    const heard: unknown[] = []
    const elsewhere = await serve((request, response) => {
      heard.push(request.headers.authorization)
      response.end('{}')
    })
    const moved = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end())
    const provider = comfyuiProvider({ id: 'comfyui-moved', baseUrl: moved, model: 'a', token: TOKEN })
    const errors = await Promise.all(
      [provider.submit(requestFor(provider)), provider.poll('any'), provider.probe()].map((asked) =>
        asked.catch((error: unknown) => error),
      ),
    )
    for (const error of errors) {
      expect(error).toMatchObject(failing('transient'))
      expect(String(error)).not.toContain(TOKEN)
    }
    expect(heard).toEqual([])
  })

  it('that lacks a LoRA is not asked to go without it', async () => {
    const { peer, provider } = await peerWith({ loras: ['ink.safetensors'] })
    const request = requestFor(provider)
    const withLora = (id: string) => {
      const loras = [{ id, version: '1', weightsHash: null, scalePermille: 1_000 }]
      return { ...request, recipe: { ...request.recipe, loras } }
    }
    await expect(provider.submit(withLora('someone/else'))).rejects.toMatchObject(failing('invalid-input'))
    expect(peer.creates).toBe(0)
    await provider.submit(withLora('someone/ink'))
    expect(JSON.stringify(peer.made[0]?.prompt)).toContain('ink.safetensors')
  })

  it('may be this machine, or another', () => {
    const privacyOf = (baseUrl: string) =>
      comfyuiProvider({ id: 'comfyui-home', baseUrl, model: 'a' }).capabilities().privacy
    expect(privacyOf('http://127.0.0.1:8188')).toBe('this-server')
    expect(privacyOf('http://192.168.1.20:8188')).toBe('provider')
    expect(privacyOf('https://gpu.example/comfy')).toBe('provider')
  })
})
