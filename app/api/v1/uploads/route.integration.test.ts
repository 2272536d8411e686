import { createServer, request as requestHttp } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Services } from '#lib/flows/services.ts'
import { UPLOAD_MOST_BYTES } from '#lib/generation/uploads/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { png, withTail } from '#scripts/testing/hostile-pictures.ts'
import { memoryStorage } from '#scripts/testing/memory-storage.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'

const own = vi.hoisted(() => ({
  services: undefined as Pick<Services, 'db' | 'storage'> | undefined,
  signedIn: null as `0x${string}` | null,
}))
vi.mock('#lib/flows/services.ts', async (original) => ({
  ...(await original<typeof import('#lib/flows/services.ts')>()),
  services: () => own.services,
}))
vi.mock('#lib/platform/cookies.ts', () => ({
  requireSession: async () => {
    if (!own.signedIn) throw new AppError('not-signed-in')
    return { address: own.signedIn, chainId: 31_337 }
  },
}))
const { POST } = await import('./route.ts')

const storage = memoryStorage()
let database: TestDatabase
let address: URL
/** The route behind a real socket, as a server hands it a request: its body as it comes. */
const server = createServer(async (incoming, outgoing) => {
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  const init = { method: 'POST', headers, body: Readable.toWeb(incoming), duplex: 'half' }
  const request = new Request(new URL('/api/v1/uploads', address), init as RequestInit)
  const answer = await POST(request, { params: Promise.resolve({}) })
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
})

beforeAll(async () => {
  database = await withDatabase()
  own.services = { db: database.db, storage }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.close()
})
let accounts = 0
beforeEach(() => {
  accounts += 1
  own.signedIn = `0x${String(accounts).padStart(40, '0')}`
})

async function send(file: BodyInit, headers: Record<string, string> = {}) {
  const answer = await fetch(address, { method: 'POST', body: file, headers })
  return { status: answer.status, said: await answer.json() }
}

it('takes the file itself as the body and says what is kept', async () => {
  const file = await png(40)
  const { status, said } = await send(withTail(file), { 'content-type': 'image/png' })
  expect(status).toBe(201)
  const kept = await storage.get(String(said.sha256).slice('sha256:'.length))
  expect(said).toEqual({
    sha256: kept && fileHashOf(kept),
    mime: 'image/png',
    width: 40,
    height: 40,
    bytes: kept?.length,
  })
})

it('believes no header: a page is none of what it is called', async () => {
  const { status, said } = await send('<svg onload="alert(1)"/>', { 'content-type': 'image/png' })
  expect([status, said.code]).toEqual([415, 'upload-kind'])
  expect(said.title).toContain('PNG')
})

it('takes nothing from whoever is not signed in', async () => {
  own.signedIn = null
  const { status, said } = await send(await png())
  expect([status, said.code]).toEqual([401, 'not-signed-in'])
  expect(await database.db.upload.count({ where: { width: 48 } })).toBe(0)
})

it('answers in the middle of a body without end', async () => {
  const answer = await new Promise<{ status: number | undefined; sent: number }>((resolve, reject) => {
    let sent = 0
    const chunk = new Uint8Array(1 << 20)
    const asked = requestHttp(address, { method: 'POST' }, (response) => {
      response.resume()
      resolve({ status: response.statusCode, sent })
      asked.destroy()
    })
    asked.on('error', reject)
    const pour = () => {
      do sent += chunk.length
      while (asked.write(chunk))
      asked.once('drain', pour)
    }
    pour()
  })
  expect(answer.status).toBe(413)
  expect(answer.sent).toBeLessThan(UPLOAD_MOST_BYTES + (8 << 20))
})

it('refuses what is announced as too large before it comes', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { 'content-length': String(UPLOAD_MOST_BYTES + 1) }
    const asked = requestHttp(address, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
      asked.destroy()
    })
    asked.on('error', reject)
    asked.flushHeaders()
  })
  expect(status).toBe(413)
})

it('has thirty a minute for one account', async () => {
  const answers = []
  for (let count = 0; count < 31; count++) answers.push((await send('x')).status)
  expect(answers).toEqual([...Array(30).fill(415), 429])
  own.signedIn = `0x${'f'.repeat(40)}`
  expect((await send(await png())).status).toBe(201)
})
