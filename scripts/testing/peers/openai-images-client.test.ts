import OpenAI, {
  APIConnectionTimeoutError,
  AuthenticationError,
  BadRequestError,
  RateLimitError,
} from 'openai'
import { afterEach, describe, expect, it } from 'vitest'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { type ImagesPeer, type ImagesPeerOptions, startImagesPeer } from './openai-images-peer.ts'
import type { ImagesFault } from './openai-images-refusals.ts'

const peers: ImagesPeer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.stop()
})

/** The peer, and OpenAI's own client as it comes: its retries, its fetch, its parsing. */
async function peerAndClient(options: ImagesPeerOptions = {}, ...faults: ImagesFault[]) {
  const peer = await startImagesPeer({ side: 64, ...options })
  peers.push(peer)
  peer.faults.push(...faults)
  const { apiKey, baseUrl, model } = peer.settings
  return { peer, model, client: new OpenAI({ apiKey, baseURL: baseUrl }) }
}

const mimeOf = (base64: string | undefined) => sniffMime(Buffer.from(base64 ?? '', 'base64'))

describe('OpenAI’s client', () => {
  it('gets a picture with what it has cost', async () => {
    const { client, model } = await peerAndClient()
    const answer = await client.images.generate({
      model,
      prompt: 'a pier',
      quality: 'low',
      size: '1024x1024',
      output_format: 'png',
      background: 'opaque',
    })
    expect(mimeOf(answer.data?.[0]?.b64_json)).toBe('image/png')
    expect(answer).toMatchObject({ quality: 'low', size: '1024x1024', output_format: 'png' })
    expect(answer.usage?.total_tokens).toBe(
      (answer.usage?.input_tokens ?? 0) + (answer.usage?.output_tokens ?? 0),
    )
    expect(answer._request_id).toMatch(/^req_/)
  })

  it.each(['jpeg', 'webp'] as const)('gets it as %s', async (format) => {
    const { client, model } = await peerAndClient()
    const answer = await client.images.generate({ model, prompt: 'a pier', output_format: format })
    expect([answer.output_format, mimeOf(answer.data?.[0]?.b64_json)]).toEqual([format, `image/${format}`])
  })

  it('lists models and finds one', async () => {
    const { client, model } = await peerAndClient()
    const { data } = await client.models.list()
    expect(data.map(({ id }) => id)).toContain(model)
    expect(await client.models.retrieve(model)).toMatchObject({ id: model, object: 'model' })
    await expect(client.models.retrieve('gpt-image-0')).rejects.toMatchObject({ status: 404 })
  })

  it('reads errors as those of the service', async () => {
    const { client, model, peer } = await peerAndClient({}, 'moderated', 'hard-limit')
    const ask = () => client.images.generate({ model, prompt: 'a pier' })
    const moderated = await ask().catch((error: unknown) => error)
    expect(moderated).toBeInstanceOf(BadRequestError)
    expect(moderated).toMatchObject({ code: 'moderation_blocked', type: 'image_generation_user_error' })
    await expect(ask()).rejects.toMatchObject({ code: 'billing_hard_limit_reached' })
    await expect(client.images.generate({ model, prompt: '' })).rejects.toMatchObject({ status: 400 })
    await expect(
      client.images.generate({ model, prompt: 'a pier', response_format: 'url' }),
    ).rejects.toMatchObject({ code: 'unknown_parameter' })
    const stranger = new OpenAI({ apiKey: 'another', baseURL: peer.settings.baseUrl })
    await expect(stranger.models.list()).rejects.toBeInstanceOf(AuthenticationError)
    expect(peer.made).toHaveLength(0)
  })

  it('asks again by itself when it was refused for now', async () => {
    const { client, model, peer } = await peerAndClient({}, 'overloaded', 'crowded')
    const { data } = await client.images.generate({ model, prompt: 'a pier' })
    expect(data).toHaveLength(1)
    expect([peer.creates, peer.made.length]).toEqual([3, 1])
  })

  it('knows a limit that stays', async () => {
    const { client, model } = await peerAndClient({}, 'no-quota')
    const asked = client.images.generate({ model, prompt: 'a pier' }, { maxRetries: 0 })
    await expect(asked).rejects.toBeInstanceOf(RateLimitError)
  })

  it('pays three times for one lost answer, which is why it is not used here', async () => {
    const { client, model, peer } = await peerAndClient({}, 'lost', 'broken-after')
    await client.images.generate({ model, prompt: 'a pier' })
    expect(peer.made).toHaveLength(3)
  })

  it('gives up on a host that says nothing', async () => {
    const { client, model } = await peerAndClient({}, 'hangs')
    const asked = client.images.generate({ model, prompt: 'a pier' }, { timeout: 100, maxRetries: 0 })
    await expect(asked).rejects.toBeInstanceOf(APIConnectionTimeoutError)
  })
})

describe('OpenAI’s client at Together', () => {
  it('gets an address where it asks for nothing else', async () => {
    const { client, model } = await peerAndClient({ speaks: 'together' })
    const { data } = await client.images.generate({ model, prompt: 'a pier' })
    const file = await fetch(data?.[0]?.url ?? '')
    expect(sniffMime(new Uint8Array(await file.arrayBuffer()))).toBe('image/png')
  })

  it('gets the same picture for the same seed', async () => {
    const { client, model } = await peerAndClient({ speaks: 'together' })
    const draw = (seed: number) =>
      client.post<{ id: string; data: { b64_json: string }[] }>('/images/generations', {
        body: { model, prompt: 'a pier', seed, width: 1024, height: 1024, response_format: 'base64' },
      })
    const [one, same, other] = [await draw(1), await draw(1), await draw(2)]
    expect(mimeOf(one.data[0]?.b64_json)).toBe('image/png')
    expect(same.data).toEqual(one.data)
    expect(other.data).not.toEqual(one.data)
    expect(same.id).not.toBe(one.id)
  })
})
