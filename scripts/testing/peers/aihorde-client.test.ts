// @ts-expect-error The package has types, and does not export them.
import * as hordeClient from '@zeldafan0225/ai_horde'
import { afterEach, describe, expect, it } from 'vitest'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { type HordeFault, type HordePeer, startHordePeer } from './aihorde-peer.ts'

const { AIHorde, APIError } =
  hordeClient as typeof import('../../../node_modules/@zeldafan0225/ai_horde/index.d.ts')
type Client = InstanceType<typeof AIHorde>

const peers: HordePeer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.stop()
})

/** The peer, and the network's most used client as it comes. */
async function peerAndClient(...faults: HordeFault[]) {
  let now = Date.now()
  const peer = await startHordePeer({ latencyMs: 20_000, now: () => now })
  peers.push(peer)
  peer.faults.push(...faults)
  const { apiKey, baseUrl, clientAgent } = peer.settings
  const client = new AIHorde({ default_token: apiKey, api_route: baseUrl, client_agent: clientAgent })
  const pass = (seconds: number) => {
    now += seconds * 1_000
  }
  return { peer, client, apiKey, pass }
}

const WANTED = {
  prompt: 'a pier',
  params: { sampler_name: 'k_euler_a', seed: '7', width: 512, height: 512, steps: 30, n: 1 },
  models: ['stable_diffusion'],
  nsfw: false,
  r2: true,
} as const

const ask = (client: Client, changes: object = {}) =>
  client.postAsyncImageGenerate({
    ...WANTED,
    params: { ...WANTED.params },
    models: ['stable_diffusion'],
    ...changes,
  })

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error instanceof APIError ? [error.status, error.rawError.rc] : error),
  )

describe('the network’s client', () => {
  it('asks, waits and gets a picture', async () => {
    const { client, pass } = await peerAndClient()
    const { id = '' } = await ask(client)
    expect(await client.getImageGenerationCheck(id)).toMatchObject({ done: false, queue_position: 3 })
    pass(10)
    expect(await client.getImageGenerationCheck(id)).toMatchObject({ processing: 1, queue_position: 0 })
    pass(10)
    expect(await client.getImageGenerationCheck(id)).toMatchObject({ done: true, finished: 1 })
    const { generations } = await client.getImageGenerationStatus(id)
    const [made] = generations ?? []
    expect(made).toMatchObject({ seed: '7', model: 'stable_diffusion', state: 'ok', censored: false })
    const file = await fetch(made?.img ?? '')
    expect(sniffMime(new Uint8Array(await file.arrayBuffer()))).toBe('image/webp')
  })

  it('takes a request back, after which it is gone', async () => {
    const { client, peer } = await peerAndClient()
    const { id = '' } = await ask(client)
    await client.deleteImageGenerationRequest(id)
    expect(peer.made[0]?.cancelled).toBe(true)
    expect(await refusalOf(client.getImageGenerationCheck(id))).toEqual([404, 'RequestNotFound'])
  })

  it('finds out whose key it is and which models are served', async () => {
    const { client, apiKey } = await peerAndClient()
    expect(await client.findUser({ token: apiKey })).toMatchObject({ username: 'Anonymous#0', id: 0 })
    expect(await refusalOf(client.findUser({ token: 'another' }))).toEqual([404, 'UserNotFound'])
    expect(await refusalOf(client.findUser())).toEqual([401, 'InvalidAPIKey'])
    const [model] = await client.getModels()
    expect(model).toMatchObject({ name: 'stable_diffusion', count: 12 })
  })

  it.each<[HordeFault, number, string | undefined]>([
    ['too-fast', 429, undefined],
    ['too-many-prompts', 429, 'TooManyPrompts'],
    ['timeout-ip', 403, 'TimeoutIP'],
    ['maintenance', 400, 'MaintenanceMode'],
    ['kudos-upfront', 403, 'KudosUpfront'],
    ['corrupt-prompt', 400, 'CorruptPrompt'],
    ['bad-key', 401, 'InvalidAPIKey'],
  ])('reads %s as the network’s own refusal', async (fault, status, rc) => {
    const { client, peer } = await peerAndClient(fault)
    expect(await refusalOf(ask(client))).toEqual([status, rc])
    expect(peer.made).toHaveLength(0)
  })

  it('is refused a size that nobody renders', async () => {
    const { client } = await peerAndClient()
    const params = { ...WANTED.params, width: 500 }
    expect(await refusalOf(ask(client, { params }))).toEqual([400, 'InvalidSize'])
  })

  it('sees what volunteers gave up or hid', async () => {
    const { client, pass } = await peerAndClient('faulted', 'censored')
    const { id: faulted = '' } = await ask(client)
    const { id: censored = '' } = await ask(client)
    pass(20)
    expect(await client.getImageGenerationCheck(faulted)).toMatchObject({ faulted: true, done: false })
    const { generations } = await client.getImageGenerationStatus(censored)
    expect(generations?.[0]).toMatchObject({ censored: true, gen_metadata: [{ type: 'censorship' }] })
  })
})
