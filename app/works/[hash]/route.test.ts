import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { BEHIND_THE_HOOK, type Hooked, withPictureHook } from '#scripts/testing/with-hook.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-works-'))
process.env.VERSO_DATA = folder

let works: typeof import('./route.ts')
let hook: Hooked
let picture: string
let text: string
const { png } = drawPng({ prompt: 'a lighthouse', seed: 1, width: 64, height: 64 })

beforeAll(async () => {
  const { storage } = await import('#lib/platform/storage.ts')
  picture = await storage().put(png)
  text = await storage().put(new TextEncoder().encode('<script>alert(1)</script>'))
  works = await import('./route.ts')
  hook = await withPictureHook()
})
afterAll(async () => {
  await hook.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Ask = (hash: string, init?: RequestInit) => Promise<Response>
const ways: Record<string, Ask> = {
  'the route of Next': (hash, init = {}) =>
    works[init.method === 'HEAD' ? 'HEAD' : 'GET'](new Request(`http://localhost/works/${hash}`, init), {
      params: Promise.resolve({ hash }),
    }),
  'the hook before it': (hash, init) => fetch(`http://127.0.0.1:${hook.port}/works/${hash}`, init),
}

describe.each(Object.entries(ways))('a picture by its hash: %s', (_, ask) => {
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

  it('comes in parts, to whoever has the beginning of this very picture', async () => {
    const half = png.length >> 1
    const part = await ask(picture, { headers: { range: `bytes=${half}-` } })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes ${half}-${png.length - 1}/${png.length}`,
      String(png.length - half),
    ])
    expect(part.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(Buffer.compare(Buffer.from(await part.arrayBuffer()), png.subarray(half))).toBe(0)
    const last = await ask(picture, { headers: { range: 'bytes=-3', 'if-range': `"${picture}"` } })
    expect(Buffer.compare(Buffer.from(await last.arrayBuffer()), png.subarray(-3))).toBe(0)
  })

  it('comes whole when something else was begun, several parts are asked for, or only headers', async () => {
    for (const headers of [
      { range: 'bytes=1-2', 'if-range': `"${text}"` },
      { range: 'bytes=1-2', 'if-range': `W/"${picture}"` },
      { range: 'bytes=0-1,4-5' },
    ] as Record<string, string>[]) {
      const response = await ask(picture, { headers })
      expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, png.length])
    }
    const head = await ask(picture, { method: 'HEAD', headers: { range: 'bytes=1-2' } })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(png.length)])
    expect(head.headers.get('accept-ranges')).toBe('bytes')
  })

  it('has nothing beyond its end', async () => {
    const response = await ask(picture, { headers: { range: `bytes=${png.length}-` } })
    expect([response.status, response.headers.get('content-range')]).toEqual([416, `bytes */${png.length}`])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe('')
  })

  it('is let go by whoever stops reading', async () => {
    const { storage } = await import('#lib/platform/storage.ts')
    // So large that no socket takes it all unread.
    const big = await storage().put(Buffer.concat([png, Buffer.alloc(40_000_000)]))
    const held = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).endsWith(big)
        } catch {
          return false
        }
      }).length
    const reader = (await ask(big)).body?.getReader()
    await reader?.read()
    expect(held()).toBe(1)
    await reader?.cancel()
    await expect.poll(held).toBe(0)
  })

  it('breaks off where the store has other bytes than the hash says', async () => {
    const { storage } = await import('#lib/platform/storage.ts')
    const other = await storage().put(new Uint8Array([...png, 7]))
    writeFileSync(join(folder, 'blobs', other.slice(0, 2), other), Buffer.concat([png, Buffer.from([8])]))
    await expect(ask(other).then((response) => response.arrayBuffer())).rejects.toThrow()
  })
})

it('leaves to Next what is no picture that somebody reads', async () => {
  const at = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${hook.port}${path}`, { method }).then(({ status }) => status)
  expect([
    await at(`/works/${picture}`, 'POST'),
    await at(`/works/${picture}/back`),
    await at(`/works/`),
    await at(`/rounds/low-tide/works/${picture}`),
    await at(`/works/${picture}?copy=1`),
  ]).toEqual([BEHIND_THE_HOOK, BEHIND_THE_HOOK, BEHIND_THE_HOOK, BEHIND_THE_HOOK, 200])
})
