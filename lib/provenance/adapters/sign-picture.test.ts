import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PictureMime } from '#lib/generation/sniff-mime.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { miningPreferenceOf } from '#lib/provenance/mining-preference.ts'
import { xmpFieldsOf } from '#lib/provenance/xmp-fields.ts'
import { xmpIn } from '#lib/provenance/xmp-in-file.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import { isWhole } from '#scripts/testing/independent-reader.ts'
import { ensureCredentials, readSigning, rotateSigner, type SigningCredentials } from './credential-folder.ts'
import { readCredentials, readSidecar } from './read-credentials.ts'
import { fingerprintOf } from './root-certificate.ts'
import { signPicture } from './sign-picture.ts'

const folders: string[] = []
async function newInstance(): Promise<{ dataDir: string; keys: SigningCredentials }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'verso-credentials-'))
  folders.push(dataDir)
  await ensureCredentials(dataDir, 'verso.example')
  return { dataDir, keys: readSigning(dataDir) }
}
let ours: Awaited<ReturnType<typeof newInstance>>
let theirs: Awaited<ReturnType<typeof newInstance>>
beforeAll(async () => {
  ours = await newInstance()
  theirs = await newInstance()
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const KINDS = ['image/png', 'image/jpeg', 'image/webp'] as const
const picture = async (mime: PictureMime) =>
  new Uint8Array(
    await stripes(96, 64)
      .toFormat(mime.slice(6) as 'png' | 'jpeg' | 'webp')
      .toBuffer(),
  )
const sign = async (mime: PictureMime, keys = ours.keys, record = birthRecord()) =>
  signPicture({ bytes: await picture(mime), mime, record }, keys)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a signed picture', () => {
  it.each(KINDS)('%s says how it was made, and its instance vouches for it', async (mime) => {
    const record = birthRecord()
    const { bytes, sidecar, received } = await sign(mime)
    expect({ sidecar, received }).toEqual({ sidecar: null, received: 'none' })
    expect(await readCredentials(bytes, mime, ours.keys.root)).toEqual({
      standing: 'trusted',
      failures: [],
      signer: 'Verso signer, verso.example',
      generator: 'Verso',
      title: 'Lighthouse',
      began: {
        action: 'c2pa.created',
        sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
        agent: 'black-forest-labs/flux-schnell',
        agentVersion: 'c846a699',
      },
      prompt: 'A lighthouse at dusk, two inks',
      recipe: expect.objectContaining({
        recipeHash: recipeHashOf(record.recipe),
        round: record.round.id,
        creator: record.creator.address,
      }),
      mining: miningPreferenceOf(record.recipe.licence).cawg,
      boundTo: null,
    })
    expect(xmpFieldsOf(xmpIn(bytes, mime) ?? '').prompt).toBe('A lighthouse at dusk, two inks')
    const [before, after] = await Promise.all(
      [await picture(mime), bytes].map((file) => sharp(file).raw().toBuffer()),
    )
    expect(before?.equals(after ?? Buffer.of())).toBe(true)
  })

  it.each(['image/png', 'image/jpeg'] as const)('%s is whole to an independent reader', async (mime) => {
    const { bytes } = await sign(mime)
    expect(await isWhole(bytes, mime)).toBe(true)
    const changed = Uint8Array.from(bytes)
    changed[bytes.length - 20] = (changed[bytes.length - 20] ?? 0) ^ 1
    expect(await isWhole(changed, mime)).toBe(false)
  })

  it('grows by 6,500 bytes at most', async () => {
    for (const mime of KINDS) {
      const { bytes } = await sign(mime)
      expect(bytes.length - (await picture(mime)).length).toBeLessThanOrEqual(6_500)
    }
  })

  it('is somebody else’s to whoever trusts another root, or none', async () => {
    const { bytes } = await sign('image/png')
    for (const root of [theirs.keys.root, null]) {
      const read = await readCredentials(bytes, 'image/png', root)
      expect(read).toMatchObject({ standing: 'foreign', failures: ['signingCredential.untrusted'] })
    }
  })

  it('is broken by any byte that changes, where there is one to change', async () => {
    const { bytes } = await sign('image/jpeg')
    let broken = 0
    const places = Array.from({ length: 40 }, (_, at) => Math.floor((at * bytes.length) / 40) + 3)
    for (const place of places) {
      const changed = Uint8Array.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 0x40
      const read = await readCredentials(changed, 'image/jpeg', ours.keys.root)
      // The padding of the reserve is covered by nothing, and a changed mark hides the whole of it.
      if (read?.standing !== 'trusted') broken += 1
    }
    expect(broken).toBeGreaterThanOrEqual(places.length - 2)
  })

  it('has none any more once it was saved anew', async () => {
    const { bytes } = await sign('image/png')
    const again = new Uint8Array(await sharp(bytes).png().toBuffer())
    expect(await readCredentials(again, 'image/png', ours.keys.root)).toBeNull()
  })

  it('stays trusted when the signer is replaced, and so is what the next one signs', async () => {
    const { dataDir, keys } = await newInstance()
    const before = await sign('image/png', keys)
    expect(await rotateSigner(dataDir, 'verso.example')).toEqual({ root: fingerprintOf(keys.root) })
    const rotated = readSigning(dataDir)
    expect(rotated.root).toBe(keys.root)
    expect(rotated.signer).not.toBe(keys.signer)
    const after = await sign('image/png', rotated)
    for (const { bytes } of [before, after])
      expect(await readCredentials(bytes, 'image/png', keys.root)).toMatchObject({ standing: 'trusted' })
  })

  it('is not handed out when its own instance would not trust it', async () => {
    const mixed = { root: theirs.keys.root, signer: ours.keys.signer }
    await expect(sign('image/png', mixed)).rejects.toThrow('the signed file reads as foreign')
  })

  it('does not grow without end', async () => {
    const endless = sign('image/png', ours.keys, birthRecord({ title: 'x'.repeat(1 << 20) }))
    await expect(endless).rejects.toThrow('too long')
  })

  it('keeps the longest prompt word for word', async () => {
    const text = '🜁"&<'.repeat(2_000)
    const record = birthRecord({ recipe: { template: { id: 'brief', version: '1', text } } })
    const { bytes } = await sign('image/png', ours.keys, record)
    expect((await readCredentials(bytes, 'image/png', ours.keys.root))?.prompt).toBe(text)
    expect(xmpFieldsOf(xmpIn(bytes, 'image/png') ?? '').prompt).toBe(text)
  })
})

describe('a file that comes with credentials', () => {
  it('keeps them as what it was made from', async () => {
    const { bytes: given } = await sign('image/png', theirs.keys)
    const order = { bytes: given, mime: 'image/png', record: birthRecord() } as const
    const { bytes, received } = await signPicture(order, ours.keys)
    expect(received).toBe('carried')
    expect(await readCredentials(bytes, 'image/png', ours.keys.root)).toMatchObject({
      standing: 'trusted',
      began: { action: 'c2pa.opened', sourceType: null },
    })
    expect(await isWhole(bytes, 'image/png')).toBe(true)
  })

  it('loses them when they do not belong to it', async () => {
    const { bytes: given } = await sign('image/png', theirs.keys)
    given[given.length - 20] = (given[given.length - 20] ?? 0) ^ 1
    const order = { bytes: given, mime: 'image/png', record: birthRecord() } as const
    const { bytes, received } = await signPicture(order, ours.keys)
    expect(received).toBe('broken')
    expect(await readCredentials(bytes, 'image/png', ours.keys.root)).toMatchObject({
      standing: 'trusted',
      began: { action: 'c2pa.created' },
    })
  })
})

describe('a finished work', () => {
  const work = async () => {
    const bytes = await picture('image/jpeg')
    const inputs = [{ role: 'work', sha256: `sha256:${sha256(bytes)}` as const }]
    const order = { bytes, mime: 'image/jpeg', record: birthRecord({ recipe: { inputs } }) } as const
    return { given: bytes, ...(await signPicture(order, ours.keys)) }
  }

  it('stays the file that its creator signed for, and has its credentials beside it', async () => {
    const { given, bytes, sidecar } = await work()
    expect(bytes).toEqual(given)
    if (!sidecar) throw new Error('no credentials')
    expect(await readSidecar(sidecar, sha256(bytes), ours.keys.root)).toMatchObject({
      standing: 'trusted',
      failures: [],
      began: { action: 'c2pa.opened', sourceType: null, agent: null },
      prompt: null,
    })
    expect(await readSidecar(sidecar, sha256(bytes), theirs.keys.root)).toMatchObject({ standing: 'foreign' })
  })

  it('is not vouched for by credentials of another file, or changed ones', async () => {
    const { bytes, sidecar } = await work()
    if (!sidecar) throw new Error('no credentials')
    const root = ours.keys.root
    expect(await readSidecar(sidecar, sha256(bytes.subarray(1)), root)).toMatchObject({ standing: 'broken' })
    const place = Buffer.from(sidecar).indexOf('recipeHash') + 20
    const changed = Uint8Array.from(sidecar)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(await readSidecar(changed, sha256(bytes), root)).toMatchObject({ standing: 'broken' })
  })
})
