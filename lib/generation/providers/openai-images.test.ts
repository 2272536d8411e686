import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { recipeOf } from '#lib/generation/template.ts'
import { type ImagesPeerOptions, startImagesPeer } from '#scripts/testing/peers/openai-images-peer.ts'
import type { ImagesFault } from '#scripts/testing/peers/openai-images-refusals.ts'
import { type OpenAiImagesOptions, openAiImagesProvider } from './openai-images.ts'

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

async function peerWith(options: ImagesPeerOptions = {}, ...faults: ImagesFault[]) {
  const peer = await startImagesPeer({ side: 64, ...options })
  ends.push(() => peer.stop())
  peer.faults.push(...faults)
  return {
    peer,
    provider: openAiImagesProvider({ ...peer.settings, timeoutMs: faults.includes('hangs') ? 300 : 20_000 }),
  }
}

function requestFor({ model }: ReturnType<typeof openAiImagesProvider>) {
  const brief = { prompt: 'a pier', style: '', traits: '', licence: 'CC-BY-4.0' }
  const recipe = recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model, parent: null }, 0)
  return { recipe, idempotencyKey: 'key-of-one', webhookUrl: null }
}

const kindOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: { failure?: { kind: string } }) => error.failure?.kind ?? String(error),
  )

describe('a request', () => {
  it('to OpenAI is made of the recipe alone, and has no seed', async () => {
    const { peer, provider } = await peerWith()
    const request = requestFor(provider)
    await provider.submit(request)
    expect(peer.made[0]).toMatchObject({ key: 'key-of-one' })
    expect(peer.made[0]?.asked).toEqual({
      model: 'gpt-image-2',
      prompt: 'a pier',
      n: 1,
      size: '1024x1024',
      quality: 'medium',
      output_format: 'png',
      background: 'opaque',
    })
    expect(provider.capabilities().seed).toBe('ignored')
  })

  it('to Together has the recipe’s seed', async () => {
    const { peer, provider } = await peerWith({ speaks: 'together' })
    const request = requestFor(provider)
    await provider.submit(request)
    expect(peer.made[0]?.asked).toEqual({
      model: 'black-forest-labs/FLUX.1-schnell',
      prompt: 'a pier',
      n: 1,
      width: 1024,
      height: 1024,
      steps: 4,
      output_format: 'png',
      response_format: 'base64',
      seed: Number(request.recipe.seed),
    })
    expect(provider.capabilities().seed).toBe('alike')
  })

  it.each<[string, string, Record<string, unknown>]>([
    ['gpt-image-1', 'https://api.openai.com/v1', { size: '1024x1024', quality: 'medium' }],
    ['gpt-image-2.6-sunburst', 'https://gateway.example/openai/v1', { quality: 'medium' }],
    ['chatgpt-image-latest', 'https://api.openai.com/v1', { quality: 'medium' }],
    ['black-forest-labs/FLUX.1.1-pro', 'https://api.together.xyz/v1', { width: 1024, steps: 4 }],
    ['Qwen/Qwen-Image', 'https://api.together.ai/v1', { width: 1024 }],
    ['stable-diffusion', 'https://not-together.xyz/v1', { size: '1024x1024' }],
    ['dall-e-3', 'http://192.168.0.5:8080/v1', { size: '1024x1024' }],
  ])('for %s at %s is in its dialect', (model, baseUrl, parameters) => {
    const provider = openAiImagesProvider({ apiKey: 'k', baseUrl, model, priceMicroUsd: 1 })
    expect(provider.model).toMatchObject({ id: model, parameters })
    expect(provider.terms).toEqual({ licence: 'unknown', outputs: 'unknown' })
  })

  it('to a host of no dialect asks for the picture in the answer', async () => {
    let body = ''
    const baseUrl = await serve((request, response) => {
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => response.end('{"data":[{"b64_json":"AAAA"}]}'))
    })
    const provider = openAiImagesProvider({ apiKey: 'k', baseUrl, model: 'sdxl', priceMicroUsd: 7 })
    const run = await provider.submit(requestFor(provider))
    expect(JSON.parse(body)).toEqual({
      model: 'sdxl',
      prompt: 'a pier',
      n: 1,
      size: '1024x1024',
      response_format: 'b64_json',
    })
    expect(run).toMatchObject({ costMicroUsd: 7, outputs: ['data:image/png;base64,AAAA'] })
  })
})

describe('a price', () => {
  const at = (settings: Partial<OpenAiImagesOptions>) =>
    openAiImagesProvider({
      apiKey: 'k',
      baseUrl: 'https://api.openai.com/v1/',
      model: 'gpt-image-2',
      ...settings,
    })

  it('is the published one with the model’s own host alone', () => {
    expect(at({}).quote().costMicroUsd).toBe(53_000)
    expect(at({ model: 'gpt-image-2-2026-04-21' }).quote().costMicroUsd).toBe(53_000)
    expect(at({ priceMicroUsd: 40_000 }).quote().costMicroUsd).toBe(40_000)
    expect(() => at({ baseUrl: 'https://gateway.example/v1' })).toThrow('OPENAI_IMAGES_PRICE_MICRO_USD')
    expect(() => at({ model: 'gpt-image-9' })).toThrow('OPENAI_IMAGES_PRICE_MICRO_USD')
    expect(at({ baseUrl: 'https://gateway.example/v1', priceMicroUsd: 1 }).terms).toEqual({
      licence: 'unknown',
      outputs: 'unknown',
    })
  })

  it('is settled by the tokens that were used, unless whoever runs the instance said one', async () => {
    const { peer, provider } = await peerWith()
    const asked = requestFor(provider)
    const tokens = 6 + Math.ceil('a pier'.length / 4)
    const { costMicroUsd, facts } = await provider.submit(asked)
    expect(costMicroUsd).toBe(tokens * 5 + 1_756 * 30)
    expect(facts).toEqual({
      model: 'gpt-image-2',
      quality: 'medium',
      size: '1024x1024',
      inputTokens: tokens,
      outputTokens: 1_756,
    })
    const own = openAiImagesProvider({ ...peer.settings, priceMicroUsd: 60_000 })
    expect((await own.submit(asked)).costMicroUsd).toBe(60_000)
  })
})

describe('an answer', () => {
  it('holds the picture', async () => {
    const { provider } = await peerWith()
    const request = requestFor(provider)
    const run = await provider.submit(request)
    const [artifact] = await provider.fetchArtifacts(request, run)
    expect(artifact).toMatchObject({ mime: 'image/png', description: null })
  })

  it.each<[ImagesFault | null, string, number]>([
    [null, 'answered', 1],
    ['picture-late', 'answered', 2],
    ['picture-cut', 'unknown-outcome', 3],
    ['picture-gone', 'expired', 0],
    ['picture-html', 'artifact-invalid', 1],
    ['picture-private', 'artifact-invalid', 0],
    ['picture-redirects', 'artifact-invalid', 1],
  ])('names the picture’s address, %s', async (fault, kind, fetched) => {
    const { peer, provider } = await peerWith({ onlyAddresses: true }, ...(fault ? [fault] : []))
    const request = requestFor(provider)
    const run = await provider.submit(request)
    expect(run.outputs[0]).not.toMatch(/^data:/)
    expect(await kindOf(provider.fetchArtifacts(request, run))).toBe(kind)
    expect(peer.made[0]?.fetched).toBe(fetched)
  })

  it.each<[ImagesFault, string]>([
    ['lost', 'unknown-outcome'],
    ['hangs', 'unknown-outcome'],
    ['cut', 'unknown-outcome'],
    ['no-picture', 'unknown-outcome'],
    ['broken-before', 'unknown-outcome'],
    ['broken-after', 'unknown-outcome'],
    ['redirected', 'unknown-outcome'],
    ['overloaded', 'capacity'],
  ])('%s', async (fault, kind) => {
    const { provider } = await peerWith({}, fault)
    expect(await kindOf(provider.submit(requestFor(provider)))).toBe(kind)
  })

  it('was never given where nobody listens', async () => {
    const { peer, provider } = await peerWith()
    await peer.stop()
    ends.length = 0
    expect(await kindOf(provider.submit(requestFor(provider)))).toBe('transient')
  })

  it('that is gone cannot be asked for again', async () => {
    const { peer, provider } = await peerWith()
    const request = requestFor(provider)
    const { externalId } = await provider.submit(request)
    expect(await kindOf(provider.poll(externalId))).toBe('unknown-outcome')
    expect(await kindOf(provider.reconcile(request, 0, new Set()))).toBe('unknown-outcome')
    expect(peer.creates).toBe(1)
    expect(provider.capabilities()).toMatchObject({
      paid: true,
      idempotent: false,
      cancel: 'none',
      retentionSeconds: 0,
    })
  })
})

describe('the key', () => {
  it('goes to its host and to nobody else', async () => {
    const heard: (string | undefined)[] = []
    const elsewhere = await serve((request, response) => {
      heard.push(request.headers.authorization)
      response.end('{}')
    })
    const moved = await serve((_, response) => response.writeHead(307, { location: elsewhere }).end())
    const options = { apiKey: 'a secret', model: 'gpt-image-2', baseUrl: moved }
    const provider = openAiImagesProvider(options)
    expect(await kindOf(provider.submit(requestFor(provider)))).toBe('unknown-outcome')
    expect(await kindOf(provider.probe())).toBe('transient')
    expect(heard).toEqual([])
  })

  it('is not sent to where the picture lies', async () => {
    const heard: IncomingHttpHeaders[] = []
    const baseUrl = await serve((request, response) => {
      heard.push(request.headers)
      const url = `http://${request.headers.host}/a.png`
      response.end(request.method === 'POST' ? JSON.stringify({ data: [{ url }] }) : 'no picture')
    })
    const provider = openAiImagesProvider({ apiKey: 'a secret', model: 'gpt-image-2', baseUrl })
    const request = requestFor(provider)
    const run = await provider.submit(request)
    expect(await kindOf(provider.fetchArtifacts(request, run))).toBe('artifact-invalid')
    expect(heard.map(({ authorization }) => authorization)).toEqual(['Bearer a secret', undefined])
  })

  it('is in no error, though the host repeats it', async () => {
    const baseUrl = await serve((request, response) => {
      const { authorization } = request.headers
      response.writeHead(403).end(JSON.stringify({ error: { message: `no rights: ${authorization}` } }))
    })
    const provider = openAiImagesProvider({ apiKey: 'a secret', model: 'gpt-image-2', baseUrl })
    await expect(provider.submit(requestFor(provider))).rejects.toMatchObject({
      message: 'no rights: Bearer …',
      failure: { kind: 'auth' },
    })
  })
})

describe('a probe', () => {
  it.each(['openai', 'together'] as const)('lists the models of %s, and pays nothing', async (speaks) => {
    const { peer, provider } = await peerWith({ speaks })
    const { server, models, waiting } = await provider.probe()
    expect([server, waiting]).toEqual([new URL(peer.origin).host, null])
    expect(models).toContain(peer.settings.model)
    expect(peer.creates).toBe(0)
  })

  it('says when the key is wrong', async () => {
    const { peer } = await peerWith()
    const provider = openAiImagesProvider({ ...peer.settings, apiKey: 'another' })
    expect(await kindOf(provider.probe())).toBe('auth')
  })
})
