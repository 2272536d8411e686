import { ApiError, createFalClient, ValidationError } from '@fal-ai/client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FalFault } from './fal-faults.ts'
import { type FalPeer, startFalPeer } from './fal-peer.ts'

/** The vendor's own client, unchanged, judges the peer: only the name of the host is another. */
const MODEL = 'fal-ai/flux/schnell'
const input = { prompt: 'a pier', seed: 7, image_size: 'square_hd', output_format: 'png' } as const

let peer: FalPeer
let now = Date.now()

beforeAll(async () => {
  peer = await startFalPeer({ now: () => now, latencyMs: 4_000 })
})
afterEach(() => {
  peer.faults.length = 0
})
afterAll(() => peer.stop())

function clientOf(credentials = peer.settings.key) {
  const toPeer: typeof fetch = (url, init) => {
    const { origin, pathname, search } = new URL(String(url))
    if (origin !== 'https://queue.fal.run') throw new Error(`nobody is at ${origin}`)
    return fetch(`${peer.origin}${pathname}${search}`, init)
  }
  return createFalClient({ credentials, fetch: toPeer, suppressLocalCredentialsWarning: true })
}

async function ended(...faults: FalFault[]) {
  peer.faults.push(...faults)
  const { request_id: requestId } = await clientOf().queue.submit(MODEL, { input })
  now += 4_000
  return { requestId, result: clientOf().queue.result(MODEL, { requestId }) }
}

describe('the official client', () => {
  it('submits, with a webhook and its headers', async () => {
    const webhookUrl = 'http://127.0.0.1:9/hook?task=a b&c=d'
    const headers = { 'x-fal-no-retry': '1' }
    const taken = await clientOf().queue.submit(MODEL, { input, webhookUrl, headers, startTimeout: 60 })
    expect(taken).toMatchObject({ status: 'IN_QUEUE', request_id: expect.any(String) })
    expect(peer.made.at(-1)).toMatchObject({
      model: MODEL,
      input,
      webhook: webhookUrl,
      headers: { 'x-fal-no-retry': '1', 'x-fal-request-timeout': '60' },
    })
  })

  it('follows a request to its end, and reads what it made', async () => {
    const { queue } = clientOf()
    const { request_id: requestId } = await queue.submit(MODEL, { input })
    const status = () => queue.status(MODEL, { requestId, logs: true })
    expect(await status()).toMatchObject({ status: 'IN_QUEUE', queue_position: 1 })
    now += 3_000
    expect(await status()).toMatchObject({ status: 'IN_PROGRESS' })
    now += 1_000
    expect(await status()).toMatchObject({ status: 'COMPLETED', metrics: { inference_time: 2 } })
    const { data, requestId: named } = await queue.result(MODEL, { requestId })
    expect(named).toBe(requestId)
    expect(data).toMatchObject({ seed: 7, prompt: 'a pier', has_nsfw_concepts: [false] })
    const picture = await fetch(data.images[0]?.url ?? '')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
  })

  it('waits for one by itself', async () => {
    const waited = clientOf().subscribe(MODEL, {
      input,
      pollInterval: 5,
      onQueueUpdate: () => {
        now += 2_000
      },
    })
    expect((await waited).data.images).toHaveLength(1)
  })

  it('cancels', async () => {
    const { queue } = clientOf()
    const { request_id: requestId } = await queue.submit(MODEL, { input })
    await queue.cancel(MODEL, { requestId })
    expect(peer.made.at(-1)?.cancelledAt).toBe(now)
    await expect(queue.cancel(MODEL, { requestId })).rejects.toMatchObject({
      status: 400,
      body: { status: 'ALREADY_COMPLETED' },
    })
  })

  it.each<[FalFault, string]>([
    ['policy', 'content_policy_violation'],
    ['invalid-run', 'type_error.integer'],
  ])('knows what a model does not like: %s', async (fault, type) => {
    const error = await (await ended(fault)).result.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ValidationError)
    expect((error as ValidationError).fieldErrors).toMatchObject([{ type }])
  })

  it('knows a run that broke', async () => {
    const error = await (await ended('crashes')).result.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 500, body: { error_type: 'runner_server_error' } })
  })

  it.each<[FalFault, number]>([
    ['locked', 403],
    ['no-credit', 402],
    ['invalid-input', 422],
    ['broken-before', 500],
  ])('is refused at the door: %s', async (fault, status) => {
    peer.faults.push(fault)
    await expect(clientOf().queue.submit(MODEL, { input })).rejects.toMatchObject({ status })
  })

  it('is refused with a wrong key, and finds nothing under the sub-path', async () => {
    await expect(clientOf('wrong:key').queue.submit(MODEL, { input })).rejects.toMatchObject({ status: 401 })
    const { requestId } = await ended()
    const astray = await fetch(`${peer.origin}/${MODEL}/requests/${requestId}`, {
      headers: { authorization: `Key ${peer.settings.key}` },
    })
    expect(astray.status).toBe(404)
  })

  it('repeats a create whose answer was lost, which is why ours is another', async () => {
    const creates = peer.creates
    peer.faults.push('lost')
    const { queue } = clientOf()
    await queue.submit(MODEL, { input })
    expect(peer.creates - creates).toBe(2)
  })
})
