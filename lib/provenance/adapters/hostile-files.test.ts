import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manifestDefinitionOf, PROMPT_RESOURCE } from '#lib/provenance/manifest-definition.ts'
import { SIDECAR } from '#lib/provenance/reading/read-store.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { png, withChunk } from '#scripts/testing/hostile-pictures.ts'
import { BytesBlob, openBuilder } from './c2pa-engine.ts'
import { claimSigner } from './cose-signature.ts'
import { ensureCredentials, readSigning, type SigningCredentials } from './credential-folder.ts'
import { readCredentials, readSidecar } from './read-credentials.ts'
import { signPicture } from './sign-picture.ts'

const MIME = 'image/png'
const folder = mkdtempSync(join(tmpdir(), 'verso-hostile-'))
let keys: SigningCredentials
let given: Uint8Array
let signed: Uint8Array
beforeAll(async () => {
  await ensureCredentials(folder, 'verso.example')
  keys = readSigning(folder)
  given = await png(64)
  signed = (await signPicture({ bytes: given, mime: MIME, record: birthRecord() }, keys)).bytes
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The chunk of a PNG that holds its credentials. */
function credentialsChunk(file: Uint8Array): { from: number; to: number } {
  const from = Buffer.from(file).indexOf('caBX') + 4
  return { from, to: from + new DataView(file.buffer, file.byteOffset).getUint32(from - 8) }
}

/** Boxes in boxes, so many deep. */
function nested(depth: number): Uint8Array {
  const description = Buffer.concat([
    Buffer.from([0, 0, 0, 30]),
    Buffer.from('jumdc2pa'),
    Buffer.from('00110010800000aa00389b71', 'hex'),
    Buffer.from([3]),
    Buffer.from('c2pa\0'),
  ])
  const size = 8 + description.length
  const all = Buffer.alloc(depth * size)
  for (let at = 0; at < depth; at += 1) {
    all.writeUInt32BE((depth - at) * size, at * size)
    all.write('jumb', at * size + 4, 'latin1')
    description.copy(all, at * size + 8)
  }
  return new Uint8Array(all)
}

describe('credentials that want something fetched', () => {
  it('are not, and the file counts as one without any', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    const builder = openBuilder({ ...manifestDefinitionOf(birthRecord(), 'made'), format: MIME }, keys.root)
    builder.addResourceFromBlob(PROMPT_RESOURCE, new BytesBlob(new Uint8Array(1), 'text/plain'))
    builder.setRemoteUrl(`http://127.0.0.1:${port}/manifest.c2pa`)
    builder.setNoEmbed(true)
    const file = await builder.sign(claimSigner(keys.signer), [], MIME, new BytesBlob(given, MIME))
    builder.free()
    expect(Buffer.from(file).includes(`127.0.0.1:${port}`)).toBe(true)
    expect(await readCredentials(file, MIME, keys.root)).toBeNull()
    expect(asked).toBe(0)
    await new Promise((closed) => server.close(closed))
  })
})

describe('credentials that are not what they should be', () => {
  it('are broken, or say what they said: some bytes of their boxes are covered by nothing', async () => {
    const whole = await readCredentials(signed, MIME, keys.root)
    expect(whole).toMatchObject({ standing: 'trusted' })
    const { from, to } = credentialsChunk(signed)
    const place = fc.integer({ min: from, max: to - 1 })
    await fc.assert(
      fc.asyncProperty(place, fc.uint8Array({ minLength: 1, maxLength: 24 }), async (at, noise) => {
        const hostile = Uint8Array.from(signed)
        hostile.set(noise.subarray(0, to - at), at)
        const read = await readCredentials(hostile, MIME, keys.root)
        if (read?.standing === 'trusted') expect(read).toEqual(whole)
      }),
      { numRuns: 150 },
    )
    // The engine has not been harmed by any of it.
    expect(await readCredentials(signed, MIME, keys.root)).toEqual(whole)
  })

  it.each([
    ['noise', new Uint8Array(5_000).fill(0xa5)],
    ['eight megabytes', new Uint8Array(8 << 20).fill(0x6a)],
    ['boxes in boxes', nested(100_000)],
  ])('are broken when they are %s', async (_name, store) => {
    expect(await readCredentials(withChunk(given, 'caBX', store), MIME, keys.root)).toMatchObject({
      standing: 'broken',
    })
    expect((await readSidecar(store, '0'.repeat(64), keys.root))?.standing ?? 'broken').toBe('broken')
  })

  it('are none in a file of noise', async () => {
    for (const mime of [MIME, 'image/jpeg', 'image/webp', SIDECAR]) {
      const read = await readCredentials(new Uint8Array(500).fill(7), mime, keys.root)
      expect(read?.standing ?? 'broken').toBe('broken')
    }
  })
})
