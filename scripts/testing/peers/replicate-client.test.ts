import Replicate, { validateWebhook } from 'replicate'
import { afterEach, describe, expect, it } from 'vitest'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { type Fault, type PeerOptions, type ReplicatePeer, startReplicatePeer } from './replicate-peer.ts'

const peers: ReplicatePeer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.stop()
})

const MODEL = 'black-forest-labs/flux-schnell'
const input = { prompt: 'a pier', seed: 7, num_outputs: 1, output_format: 'png' }

/** The peer, and Replicate's own client as it comes: its fetch, its retries, its files. */
async function peerAndClient(options: PeerOptions = {}, ...faults: Fault[]) {
  const peer = await startReplicatePeer({ side: 64, ...options })
  peers.push(peer)
  peer.faults.push(...faults)
  const { token, baseUrl } = peer.settings
  return { peer, client: new Replicate({ auth: token, baseUrl }) }
}

const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (error: { response?: Response }) => error.response?.status,
  )

describe('Replicate’s client', () => {
  it('runs a model and gets its file', async () => {
    const { client } = await peerAndClient()
    // An address that is not https it hands on as it is.
    const output = await client.run(MODEL, { input })
    const file = await fetch(String(output))
    expect(sniffMime(new Uint8Array(await file.arrayBuffer()))).toBe('image/png')
  })

  it('asks, waits and gets a prediction with what it was asked for', async () => {
    const { client } = await peerAndClient({ latencyMs: 300 })
    const asked = await client.predictions.create({ model: MODEL, input })
    expect(asked).toMatchObject({ status: 'starting', model: MODEL, input })
    const done = await client.wait(asked, { interval: 50 })
    expect(done).toMatchObject({ id: asked.id, status: 'succeeded', metrics: { predict_time: 0.15 } })
    expect(await client.predictions.get(asked.id)).toMatchObject({ output: done.output })
  })

  it('takes a prediction back', async () => {
    const { client } = await peerAndClient({ latencyMs: 60_000 })
    const { id } = await client.predictions.create({ model: MODEL, input })
    expect(await client.predictions.cancel(id)).toMatchObject({ id, status: 'canceled' })
  })

  it('lists predictions page by page, newest first', async () => {
    const { client, peer } = await peerAndClient({ pageSize: 2 })
    for (let count = 0; count < 5; count += 1) await client.predictions.create({ model: MODEL, input })
    const listed: string[] = []
    for await (const page of client.paginate(client.predictions.list))
      listed.push(...page.map(({ id }) => id))
    expect(listed).toEqual(peer.made.map(({ id }) => id).toReversed())
  })

  it('knows whose token it is, and which models are there', async () => {
    const { client, peer } = await peerAndClient()
    expect(await client.accounts.current()).toMatchObject({ type: 'organization', username: 'verso' })
    const model = await client.models.get('black-forest-labs', 'flux-schnell')
    expect(model).toMatchObject({ owner: 'black-forest-labs', name: 'flux-schnell' })
    expect(await statusOf(client.models.get('nobody', 'nothing'))).toBe(404)
    const stranger = new Replicate({ auth: 'another', baseUrl: peer.settings.baseUrl })
    expect(await statusOf(stranger.accounts.current())).toBe(401)
  })

  it('believes a report by its signature, and no other', async () => {
    const { client, peer } = await peerAndClient()
    await client.predictions.create({ model: MODEL, input })
    const [made] = peer.made
    if (!made) throw new Error('nothing was made')
    const { key: secret } = await client.webhooks.default.secret.get()
    const { body, headers } = peer.delivery(made)
    const report = {
      id: headers['webhook-id'],
      timestamp: headers['webhook-timestamp'],
      signature: headers['webhook-signature'],
      body,
      secret,
    }
    expect(await validateWebhook(report)).toBe(true)
    expect(await validateWebhook({ ...report, body: body.replace('succeeded', 'failed') })).toBe(false)
  })

  it.each<[Fault, number]>([
    ['no-credit', 402],
    ['invalid-input', 422],
    ['bad-token', 401],
    ['broken-before', 500],
  ])('reads %s as %i, and asks once', async (fault, status) => {
    const { client, peer } = await peerAndClient({}, fault)
    expect(await statusOf(client.predictions.create({ model: MODEL, input }))).toBe(status)
    expect([peer.creates, peer.made.length]).toEqual([1, 0])
  })

  it('asks again by itself when it was too fast', async () => {
    const { client, peer } = await peerAndClient({}, 'rate-limited')
    await client.predictions.create({ model: MODEL, input })
    expect([peer.creates, peer.made.length]).toEqual([2, 1])
  })

  it('pays three times for one lost answer, which is why its fetch is held here', async () => {
    const { client, peer } = await peerAndClient({}, 'lost', 'lost')
    await client.predictions.create({ model: MODEL, input })
    expect(peer.made).toHaveLength(3)
  })

  it('says what a prediction ended with', async () => {
    const { client } = await peerAndClient({}, 'nsfw')
    const asked = client.run(MODEL, { input })
    await expect(asked).rejects.toThrow('Prediction failed: NSFW content detected')
  })
})
