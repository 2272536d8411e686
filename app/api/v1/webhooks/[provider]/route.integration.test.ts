import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReplicatePeer, startReplicatePeer } from '#scripts/testing/peers/replicate-peer.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-webhook-'))
let database: TestDatabase
let peer: ReplicatePeer
let POST: typeof import('./route.ts').POST

beforeAll(async () => {
  ;[database, peer] = await Promise.all([withDatabase(), startReplicatePeer()])
  Object.assign(process.env, {
    LOG_LEVEL: 'silent',
    VERSO_DATA: folder,
    DATABASE_URL: database.url,
    REPLICATE_API_TOKEN: peer.settings.token,
    REPLICATE_BASE_URL: peer.settings.baseUrl,
  })
  POST = (await import('./route.ts')).POST
})
afterAll(async () => {
  const { db } = await import('#lib/platform/db.ts')
  await db().$disconnect()
  await Promise.all([database.close(), peer.stop()])
  rmSync(folder, { recursive: true, force: true })
})

async function made() {
  const response = await fetch(`${peer.settings.baseUrl}/models/black-forest-labs/flux-schnell/predictions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${peer.settings.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ input: { prompt: 'a pier', seed: 1 } }),
  })
  expect(response.status).toBe(201)
  const prediction = peer.made.at(-1)
  if (!prediction) throw new Error('nothing was made')
  return prediction
}

async function deliver(body: string, headers: Record<string, string>) {
  const url = 'http://localhost/api/v1/webhooks/replicate?task=00000000-0000-4000-8000-000000000000'
  const response = await POST(new Request(url, { method: 'POST', body, headers }), {
    params: Promise.resolve({ provider: 'replicate' }),
  })
  return { status: response.status, body: await response.json() }
}

describe('POST /api/v1/webhooks/{provider}', () => {
  it('takes a signed report once, by the secret that the provider gives out', async () => {
    const { body, headers } = peer.delivery(await made())
    expect(await deliver(body, headers)).toEqual({ status: 200, body: { outcome: 'unrelated' } })
    expect(await deliver(body, headers)).toEqual({ status: 200, body: { outcome: 'repeated' } })
    expect(await database.db.webhookDelivery.count()).toBe(1)
  })

  it('refuses a forged, a stale and an unsigned one with a stable code', async () => {
    const { body, headers } = peer.delivery(await made())
    const stale = peer.delivery(await made(), { at: Math.floor(Date.now() / 1000) - 3_600 })
    const before = await database.db.webhookDelivery.count()
    expect(await deliver(`${body} `, headers)).toMatchObject({
      status: 401,
      body: { code: 'webhook-forged' },
    })
    expect(await deliver(stale.body, stale.headers)).toMatchObject({
      status: 401,
      body: { code: 'webhook-stale' },
    })
    expect(await deliver(body, {})).toMatchObject({ status: 401, body: { code: 'webhook-forged' } })
    expect(await database.db.webhookDelivery.count()).toBe(before)
  })

  it('refuses a body without end', async () => {
    const { headers } = peer.delivery(await made())
    expect(await deliver('x'.repeat(1_048_577), headers)).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    })
  })
})
