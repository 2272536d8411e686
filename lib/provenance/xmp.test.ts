import { deepEqual } from 'node:assert'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { apng, png, stripes, withChunk } from '#scripts/testing/hostile-pictures.ts'
import { xmpFieldsOf } from './xmp-fields.ts'
import { withXmp, xmpIn } from './xmp-in-file.ts'
import { xmpPacketOf } from './xmp-packet.ts'

const bytesOf = (buffer: Uint8Array) => new Uint8Array(buffer)
const rgba = (file: Uint8Array) => sharp(file).ensureAlpha().raw().toBuffer()
const translucent = () => sharp({ create: { width: 33, height: 20, channels: 4, background: '#a3305580' } })

const FILES = [
  ['a PNG', 'image/png', () => png(40)],
  ['an animated PNG', 'image/png', apng],
  ['a JPEG', 'image/jpeg', async () => bytesOf(await stripes(47, 31).jpeg().toBuffer())],
  [
    'a JPEG with EXIF',
    'image/jpeg',
    async () =>
      bytesOf(
        await stripes()
          .withExif({ IFD0: { Artist: 'x' } })
          .jpeg()
          .toBuffer(),
      ),
  ],
  ['a WebP with loss', 'image/webp', async () => bytesOf(await stripes(47, 31).webp().toBuffer())],
  [
    'a WebP without',
    'image/webp',
    async () => bytesOf(await stripes(300, 257).webp({ lossless: true }).toBuffer()),
  ],
  ['a WebP one can see through', 'image/webp', async () => bytesOf(await translucent().webp().toBuffer())],
  [
    'a lossless WebP one can see through',
    'image/webp',
    async () => bytesOf(await translucent().webp({ lossless: true }).toBuffer()),
  ],
  [
    'a PNG with a packet of its own',
    'image/png',
    async () => bytesOf(await stripes().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').png().toBuffer()),
  ],
  [
    'a JPEG with a packet of its own',
    'image/jpeg',
    async () => bytesOf(await stripes().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg().toBuffer()),
  ],
  [
    'a WebP with a packet of its own',
    'image/webp',
    async () => bytesOf(await stripes().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').webp().toBuffer()),
  ],
] as const

describe('an XMP packet', () => {
  it.each(FILES)('goes into %s, which shows what it showed', async (_name, mime, make) => {
    const file = await make()
    const packet = xmpPacketOf(birthRecord())
    const labelled = withXmp(file, mime, packet)
    deepEqual(await rgba(labelled), await rgba(file))
    expect(xmpIn(labelled, mime)).toBe(packet)
    // Another library finds the same one, once.
    const { xmp, format, width } = await sharp(labelled).metadata()
    expect(xmp?.toString()).toBe(packet)
    expect({ format, width }).toEqual({ format: mime.slice(6), width: (await sharp(file).metadata()).width })
    expect(withXmp(labelled, mime, packet)).toEqual(labelled)
  })

  it('is read where another program wrote it, as attributes, and packed', async () => {
    const compact =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description Iptc4xmpExt:AISystemUsed="a &amp; b"/></x:xmpmeta>'
    const file = bytesOf(await stripes().withXmp(compact).webp().toBuffer())
    expect(xmpFieldsOf(xmpIn(file, 'image/webp') ?? '')).toEqual({ system: 'a & b' })
  })

  it('is read packed, and as far as a packet may be long', async () => {
    const packet = '<rdf:Description Iptc4xmpExt:AISystemUsed="a"/>'
    const packed = (text: Uint8Array) =>
      Uint8Array.from([...new TextEncoder().encode('XML:com.adobe.xmp\0\x01\0\0\0'), ...deflateSync(text)])
    const file = await png(40)
    const small = withChunk(file, 'iTXt', packed(new TextEncoder().encode(packet)))
    expect(xmpIn(small, 'image/png')).toBe(packet)
    const bomb = withChunk(file, 'iTXt', packed(new Uint8Array(200_000_000)))
    const before = process.memoryUsage().arrayBuffers
    expect(xmpIn(bomb, 'image/png')).toBeNull()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000)
    expect(xmpIn(withChunk(file, 'iTXt', packed(new Uint8Array(9)).subarray(0, 26)), 'image/png')).toBeNull()
  })

  it('carries any words without losing its form', () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(words, words, (text, name) => {
        const creator = { address: `0x${'a1'.repeat(20)}` as const, name }
        const packet = xmpPacketOf({
          ...birthRecord({ creator, title: text }),
          recipe: { ...birthRecord().recipe, template: { id: 'brief', version: '1', text } },
        })
        const fields = xmpFieldsOf(packet)
        const written = (given: string) =>
          given
            .toWellFormed()
            .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
            .trim()
        expect(fields.prompt).toBe(written(text))
        expect(fields.title).toBe(written(text))
        expect(fields.promptWriter).toBe(written(name))
        expect(fields.system).toBe('black-forest-labs/flux-schnell')
      }),
    )
  })

  it.each([
    ['CC0-1.0', 'DMI-ALLOWED'],
    ['CC-BY-4.0', 'DMI-PROHIBITED-SEECONSTRAINT'],
  ])('says of a work under %s what machines may learn: %s', (licence, term) => {
    const { dataMining } = xmpFieldsOf(xmpPacketOf(birthRecord({ recipe: { licence } })))
    expect(dataMining).toBe(`http://ns.useplus.org/ldf/vocab/${term}`)
  })

  it.each([
    ['verso/artist', 0, 'algorithmicMedia'],
    ['black-forest-labs/flux-dev', 0, 'trainedAlgorithmicMedia'],
    ['black-forest-labs/flux-dev', 1, 'compositeWithTrainedAlgorithmicMedia'],
  ])('calls what %s made of %i pictures %s', (id, count, kind) => {
    const inputs = Array.from({ length: count }, () => ({
      role: 'reference',
      sha256: `sha256:${'0'.repeat(64)}` as const,
    }))
    const recipe = { model: { id, version: '1', weightsHash: null }, inputs }
    const { sourceType } = xmpFieldsOf(xmpPacketOf(birthRecord({ recipe })))
    expect(sourceType).toBe(`http://cv.iptc.org/newscodes/digitalsourcetype/${kind}`)
  })

  it('is never cut short: one that a JPEG has no room for is refused', async () => {
    const file = bytesOf(await stripes().jpeg().toBuffer())
    expect(() => withXmp(file, 'image/jpeg', 'x'.repeat(65_536))).toThrow('too long')
  })

  it('is looked for in anything, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        for (const mime of ['image/png', 'image/jpeg', 'image/webp'] as const) xmpIn(noise, mime)
        xmpFieldsOf(String.fromCharCode(...noise))
      }),
    )
  })
})
