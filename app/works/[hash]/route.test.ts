import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawPng } from '#lib/generation/artist/draw.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-works-'))
process.env.VERSO_DATA = folder

let GET: typeof import('./route.ts').GET
let picture: string
let text: string
const { png } = drawPng({ prompt: 'a lighthouse', seed: 1, width: 64, height: 64 })

beforeAll(async () => {
  const { storage } = await import('#lib/platform/storage.ts')
  picture = await storage().put(png)
  text = await storage().put(new TextEncoder().encode('<script>alert(1)</script>'))
  GET = (await import('./route.ts')).GET
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (hash: string, init: RequestInit = {}) =>
  GET(new Request(`http://localhost/works/${hash}`, init), { params: Promise.resolve({ hash }) })

describe('a picture by its hash', () => {
  it('comes whole, with its kind, for ever, and can run nothing', async () => {
    const response = await ask(picture)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${picture}"`,
    })
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), png)).toBe(0)
  })

  it('is not sent again to somebody who has it', async () => {
    const response = await ask(picture, { headers: { 'if-none-match': `"${picture}"` } })
    expect(response.status).toBe(304)
    expect(await response.text()).toBe('')
  })

  it('sends only its headers when asked for them', async () => {
    const response = await ask(picture, { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe(String(png.length))
    expect(await response.text()).toBe('')
  })

  it('is nothing else that the store may hold', async () => {
    for (const [hash, status] of [
      [text, 404],
      ['0'.repeat(64), 404],
      ['..%2f..%2fetc%2fpasswd', 400],
      [picture.toUpperCase(), 400],
    ] as const) {
      const response = await ask(hash)
      expect([hash, response.status]).toEqual([hash, status])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    }
  })
})
