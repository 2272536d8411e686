import { webcrypto } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { recipeOf } from '#lib/generation/template.ts'
import { type FalPeer, startFalPeer } from '#scripts/testing/peers/fal-peer.ts'
import { falProvider } from './fal.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const at = 1_790_000_000
const DAY = 86_400

type Delivery = ReturnType<FalPeer['delivery']>

async function scene({ webhookUserId }: { webhookUserId?: string } = {}) {
  const peer = await startFalPeer({ now: () => at * 1000 })
  ends.push(() => peer.stop())
  const provider = falProvider({ ...peer.settings, timeoutMs: 300, ...(webhookUserId && { webhookUserId }) })
  const brief = { prompt: 'a pier', style: '', traits: '', licence: 'CC-BY-4.0' }
  const recipeAt = (place: number) =>
    recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model: provider.model, parent: null }, place)
  await provider.submit({ recipe: recipeAt(0), idempotencyKey: 'one', webhookUrl: null })
  const [made] = peer.made
  if (!made) throw new Error('nothing was made')
  const take = (delivery: Delivery, receivedAt = at) =>
    provider.parseWebhook(delivery.body, new Headers(delivery.headers), receivedAt)
  const reads = () => peer.heard.filter(({ line }) => line === 'GET /.well-known/jwks.json')
  return { peer, made, take, reads, recipeAt, delivery: (options = {}) => peer.delivery(made, options) }
}

describe('a webhook by fal', () => {
  it('is taken, with its keys read once and without ours', async () => {
    const { made, take, delivery, reads } = await scene()
    for (let count = 0; count < 3; count++)
      expect(await take(delivery())).toMatchObject({
        deliveryId: made.id,
        run: { externalId: made.id, state: 'succeeded', failure: null },
      })
    expect(reads()).toEqual([{ line: 'GET /.well-known/jwks.json', authorization: undefined }])
  })

  it('says which recipe its picture was made for', async () => {
    const { take, delivery, recipeAt } = await scene()
    const { isFor } = await take(delivery())
    const recipe = recipeAt(0)
    expect(isFor({ recipe })).toBe(true)
    expect(isFor({ recipe: recipeAt(1) })).toBe(false)
    expect(isFor({ recipe: { ...recipe, template: { ...recipe.template, text: 'another pier' } } })).toBe(
      false,
    )
  })

  it('is signed as the page has it, by another hand than ours', async () => {
    const pair = await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
    if (!('publicKey' in pair)) throw new Error('no pair')
    const jwk = await webcrypto.subtle.exportKey('jwk', pair.publicKey)
    const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ends.push(() => server.close())
    const restUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { peer } = await scene()
    const provider = falProvider({ ...peer.settings, restUrl })
    const id = '024ca5b1-45d3-4afd-883e-ad3abe2a1c4d'
    const body = `{ "request_id" : "${id}", "status":"OK", "payload": {"images":[{"url":"https://v3.fal.media/a.png"}]} }`
    const digest = await webcrypto.subtle.digest('SHA-256', Buffer.from(body))
    const text = `${id}\ngithub|7\n${at}\n${Buffer.from(digest).toString('hex')}`
    const signature = await webcrypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(text))
    const headers = new Headers({
      'X-Fal-Webhook-Request-Id': id,
      'X-Fal-Webhook-User-Id': 'github|7',
      'X-Fal-Webhook-Timestamp': String(at),
      'X-Fal-Webhook-Signature': Buffer.from(signature).toString('hex'),
    })
    const event = await provider.parseWebhook(body, headers, at)
    expect(event.run).toMatchObject({ externalId: id, outputs: ['https://v3.fal.media/a.png'] })
  })

  it.each<[string, (delivery: Delivery) => unknown]>([
    ['a changed body', (sent) => Object.assign(sent, { body: `${sent.body} ` })],
    ['another request', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-request-id': 'other' })],
    ['another user', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-user-id': 'github|1' })],
    ['a fresh time', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-timestamp': `${at + 1}` })],
    ['an odd time', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-timestamp': '179e7' })],
    ['a long time', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-timestamp': '1'.repeat(99) })],
    [
      'another signature',
      ({ headers }) => Object.assign(headers, { 'x-fal-webhook-signature': 'a'.repeat(128) }),
    ],
    ['no signature', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-signature': '' })],
    [
      'a longer signature',
      ({ headers }) =>
        Object.assign(headers, { 'x-fal-webhook-signature': `${headers['x-fal-webhook-signature']}00` }),
    ],
    ['no user', ({ headers }) => Object.assign(headers, { 'x-fal-webhook-user-id': '' })],
  ])('with %s is forged', async (_how, spoil) => {
    const { take, delivery } = await scene()
    const sent = delivery()
    spoil(sent)
    await expect(take(sent)).rejects.toMatchObject({ code: 'webhook-forged' })
  })

  it.each(['u'.repeat(257), 'u u', ''])(
    'of a user that is no plain name is forged, signed or not: %j',
    async (userId) => {
      const { take, delivery } = await scene()
      await expect(take(delivery({ userId }))).rejects.toMatchObject({ code: 'webhook-forged' })
    },
  )

  it('whose body is about another request than its headers is forged', async () => {
    const { take, delivery } = await scene()
    await expect(take(delivery({ about: 'another-id' }))).rejects.toMatchObject({ code: 'webhook-forged' })
  })

  it.each([
    [-300, 'taken'],
    [300, 'taken'],
    [-301, 'webhook-stale'],
    [301, 'webhook-stale'],
  ])('sent %i seconds away from our clock is %s', async (seconds, verdict) => {
    const { take, delivery } = await scene()
    const taken = take(delivery({ at: at + seconds })).then(
      () => 'taken',
      ({ code }) => code,
    )
    expect(await taken).toBe(verdict)
  })

  it('by another account is refused where ours is known, though fal signed it', async () => {
    const known = await scene({ webhookUserId: 'github|31337' })
    await expect(known.take(known.delivery({ userId: 'github|1' }))).rejects.toMatchObject({
      code: 'webhook-forged',
    })
    expect((await known.take(known.delivery())).deliveryId).toBe(known.made.id)
    const unknown = await scene()
    expect((await unknown.take(unknown.delivery({ userId: 'github|1' }))).deliveryId).toBe(unknown.made.id)
  })

  it.each([
    ['crashes', 'transient', 0],
    ['policy', 'moderated', null],
  ] as const)('of a run that %s says why, and not for which recipe', async (fault, kind, costMicroUsd) => {
    const { made, take, delivery, recipeAt } = await scene()
    Object.assign(made, { fault })
    const { run, isFor } = await take(delivery())
    expect(run).toMatchObject({ state: 'failed', failure: { failure: { kind } }, costMicroUsd })
    expect(isFor({ recipe: recipeAt(0) })).toBe(false)
  })
})

describe('the keys of webhooks', () => {
  it('are read again for a signature by none of them, and no more than once in five minutes', async () => {
    const { peer, take, delivery, reads } = await scene()
    await take(delivery())
    peer.rotateKeys()
    peer.rotateKeys()
    await expect(take(delivery({ at: at + 299 }), at + 299)).rejects.toMatchObject({ code: 'webhook-forged' })
    expect(reads()).toHaveLength(1)
    expect(await take(delivery({ at: at + 300 }), at + 300)).toMatchObject({ run: { state: 'succeeded' } })
    expect(reads()).toHaveLength(2)
    const forged = delivery({ at: at + 301 })
    Object.assign(forged.headers, { 'x-fal-webhook-signature': 'b'.repeat(128) })
    for (let count = 0; count < 20; count++)
      await expect(take(forged, at + 301)).rejects.toMatchObject({ code: 'webhook-forged' })
    expect(reads()).toHaveLength(2)
  })

  it('are kept for a day at most, and then not trusted though the new ones cannot be read', async () => {
    const { peer, take, delivery, reads } = await scene()
    await take(delivery())
    const late = at + DAY - 1
    await take(delivery({ at: late }), late)
    expect(reads()).toHaveLength(1)
    peer.keysFail = [503, 'down']
    await expect(take(delivery({ at: at + DAY }), at + DAY)).rejects.toMatchObject({
      failure: { kind: 'transient' },
    })
  })

  it.each([
    ['down', [503, 'down']],
    ['of another shape', [200, { keys: {} }]],
    ['too many', [200, { keys: Array(65).fill({}) }]],
  ] as const)(
    'that are %s have it sent again, and are not asked for by everybody at once',
    async (_how, answer) => {
      const { peer, take, delivery, reads } = await scene()
      peer.keysFail = answer
      const all = Array.from({ length: 5 }, () => take(delivery()))
      for (const one of all) await expect(one).rejects.toMatchObject({ failure: { kind: 'transient' } })
      await expect(take(delivery({ at: at + 9 }), at + 9)).rejects.toMatchObject({
        failure: { kind: 'transient' },
      })
      expect(reads()).toHaveLength(1)
      peer.keysFail = null
      expect(await take(delivery({ at: at + 10 }), at + 10)).toMatchObject({ run: { state: 'succeeded' } })
    },
  )

  it('that are of no kind we know sign nothing', async () => {
    const { peer, take, delivery } = await scene()
    peer.keysFail = [200, { keys: [{ kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) }, { kty: 'RSA' }] }]
    await expect(take(delivery())).rejects.toMatchObject({ code: 'webhook-forged' })
  })
})
