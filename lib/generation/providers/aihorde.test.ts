import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { recipeOf } from '#lib/generation/template.ts'
import { type HordeFault, startHordePeer } from '#scripts/testing/peers/aihorde-peer.ts'
import { hordeProvider } from './aihorde.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function peerWith(...faults: HordeFault[]) {
  let now = Date.now()
  const peer = await startHordePeer({ now: () => now, latencyMs: 20_000 })
  ends.push(() => peer.stop())
  peer.faults.push(...faults)
  const pass = (seconds: number) => {
    now += seconds * 1000
  }
  return { peer, pass, provider: hordeProvider({ ...peer.settings, timeoutMs: 1_000 }) }
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  ends.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const settings = { apiKey: 'a secret', model: 'stable_diffusion', clientAgent: 'verso:0.1.0:tests' } as const

function requestFor({ model }: ReturnType<typeof hordeProvider>) {
  const brief = { prompt: 'a pier', style: '', traits: '', licence: 'CC-BY-4.0' }
  const recipe = recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model, parent: null }, 0)
  return { recipe, idempotencyKey: 'one', webhookUrl: null }
}

describe('a request to the network', () => {
  it('is looked at by the question that is not counted, and fetched once', async () => {
    const { peer, pass, provider } = await peerWith()
    const { externalId } = await provider.submit(requestFor(provider))
    for (let polls = 0; polls < 12; polls += 1)
      expect((await provider.poll(externalId)).state).toBe('waiting')
    pass(20)
    expect((await provider.poll(externalId)).state).toBe('succeeded')
    expect(peer.heard).toEqual(['POST async', ...Array(13).fill('GET check'), 'GET status'])
  })

  it('that volunteers gave up has failed at once', async () => {
    const { provider } = await peerWith('faulted')
    const { externalId } = await provider.submit(requestFor(provider))
    const { state, failure } = await provider.poll(externalId)
    expect([state, failure?.failure.kind]).toEqual(['failed', 'transient'])
  })

  it('may have been taken when its answer is lost, and was not where nobody listens', async () => {
    const { peer, provider } = await peerWith('lost')
    const submit = () => provider.submit(requestFor(provider))
    await expect(submit()).rejects.toMatchObject({ failure: { kind: 'unknown-outcome' } })
    await peer.stop()
    ends.length = 0
    await expect(submit()).rejects.toMatchObject({ failure: { kind: 'transient' } })
  })

  it('is taken back also when it is gone, and not when the network fails', async () => {
    const { peer, provider } = await peerWith()
    const { externalId } = await provider.submit(requestFor(provider))
    await provider.cancel(externalId)
    expect(peer.made[0]?.cancelled).toBe(true)
    await provider.cancel(externalId)
    const broken = await serve((_, response) => response.writeHead(500).end())
    await expect(hordeProvider({ ...settings, baseUrl: broken }).cancel(externalId)).rejects.toMatchObject({
      failure: { kind: 'transient' },
    })
  })

  it('carries its key to nobody else', async () => {
    let heard = 0
    const elsewhere = await serve((_, response) => {
      heard += 1
      response.end('{}')
    })
    const moved = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end())
    const provider = hordeProvider({ ...settings, baseUrl: moved })
    await expect(provider.submit(requestFor(provider))).rejects.toMatchObject({
      failure: { kind: 'unknown-outcome' },
    })
    await expect(provider.poll('any')).rejects.toMatchObject({ failure: { kind: 'transient' } })
    expect(heard).toBe(0)
  })
})

describe('a probe of the network', () => {
  it('says whose key it is and who is there, without asking for a picture', async () => {
    const { peer, provider } = await peerWith()
    expect(await provider.probe()).toEqual({
      server: 'AI Horde, as Anonymous#0',
      models: ['stable_diffusion'],
      waiting: 4,
    })
    expect(peer.creates).toBe(0)
  })

  it('with a key that nobody has says so, and does not repeat it', async () => {
    const { peer } = await peerWith()
    const provider = hordeProvider({ ...peer.settings, apiKey: 'a secret' })
    await expect(provider.probe()).rejects.toMatchObject({
      failure: { kind: 'auth' },
      message: "User with api_key '…' not found.",
    })
  })
})
