import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ensureRoot, readSigning, rotateSigner } from './credential-folder.ts'
import { credentialsIn, fingerprintOf } from './root-certificate.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'verso-credentials-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('the root of an instance', () => {
  it('is one for whoever asks at once, and the same ever after', async () => {
    const folder = newFolder()
    const all = await Promise.all(Array.from({ length: 6 }, () => ensureRoot(folder, 'verso.example')))
    await rotateSigner(folder, 'verso.example')
    const digests = [...all, await ensureRoot(folder, 'verso.example')].map((der) =>
      createHash('sha256').update(der).digest('hex'),
    )
    expect(new Set(digests)).toEqual(new Set([fingerprintOf(readSigning(folder).root)]))
    expect(new X509Certificate(all[0] ?? '').ca).toBe(true)
    expect(readdirSync(folder)).toEqual(['credentials'])
  })

  it('keeps its keys for their owner alone', async () => {
    const folder = newFolder()
    await ensureRoot(folder, 'verso.example')
    for (const name of ['root.key', 'signer.pem'])
      expect(statSync(join(credentialsIn(folder), name)).mode & 0o777).toBe(0o600)
  })

  it('is not made where half of one is, nor read where it is no certificate', async () => {
    const [half, spoilt] = [newFolder(), newFolder()]
    mkdirSync(credentialsIn(half))
    writeFileSync(join(credentialsIn(half), 'root.key'), 'left over')
    await expect(ensureRoot(half, 'verso.example')).rejects.toThrow('ENOTEMPTY')
    expect(readdirSync(half)).toEqual(['credentials'])
    await ensureRoot(spoilt, 'verso.example')
    writeFileSync(join(credentialsIn(spoilt), 'root.pem'), 'not a certificate')
    await expect(ensureRoot(spoilt, 'verso.example')).rejects.toThrow()
  })
})
