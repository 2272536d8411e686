import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ensureCredentials } from '#lib/provenance/adapters/credential-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-root-'))
process.env.VERSO_DATA = folder
const { GET } = await import('./route.ts')
const ask = () => GET(new Request('http://localhost/verso-credentials.pem'), { params: Promise.resolve({}) })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the root of the credentials', () => {
  it('is handed out to any page once a worker has made it, alone', async () => {
    expect((await ask()).status).toBe(404)
    await ensureCredentials(folder, 'verso.example')
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const pem = await response.text()
    expect(pem).not.toContain('PRIVATE')
    const root = new X509Certificate(pem)
    expect(root.ca).toBe(true)
    expect(root.subject).toContain('O=verso.example')
    expect(root.checkIssued(root)).toBe(true)
  })
})
