import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drawPng } from '#lib/generation/artist/draw.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-works-'))
const sockets = new Set<Socket>()
/** Takes connections and says nothing. */
const silent = createServer((socket) => void sockets.add(socket))

beforeAll(async () => {
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  const { port } = silent.address() as AddressInfo
  process.env.VERSO_DATA = folder
  process.env.DATABASE_URL = `postgresql://verso@127.0.0.1:${port}/verso`
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  silent.close()
  rmSync(folder, { recursive: true, force: true })
})

it('does not keep a picture waiting for a database that says nothing', async () => {
  const { storage } = await import('#lib/platform/storage.ts')
  const { GET } = await import('./route.ts')
  const { png } = drawPng({ prompt: 'a lighthouse', seed: 1, width: 64, height: 64 })
  const hash = await storage().put(png)
  const request = new Request(`http://localhost/works/${hash}`)
  const response = await GET(request, { params: Promise.resolve({ hash }) })
  expect([response.status, response.headers.get('link')]).toEqual([200, null])
  expect((await response.arrayBuffer()).byteLength).toBe(png.length)
  expect(sockets.size).toBeGreaterThan(0)
}, 10_000)
