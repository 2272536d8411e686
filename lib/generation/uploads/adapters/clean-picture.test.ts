import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  fromTelephone,
  HTML_TAIL,
  png,
  refusedFiles,
  stripes,
  withChunk,
  withTail,
} from '#scripts/testing/hostile-pictures.ts'
import { cleanPicture } from './clean-picture.ts'

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const pixelsOf = (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer()

/** Largest difference of a channel. */
async function farthest(one: Uint8Array, two: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(two)])
  expect(a.length).toBe(b.length)
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0)
}

it.each(await refusedFiles())('turns away %s: %s', async (_name, code, file) => {
  await expect(cleanPicture(file)).rejects.toMatchObject({ code })
})

describe('what is kept of a picture', () => {
  it.each([
    ['PNG', stripes().png(), 'image/png'],
    ['PNG with a palette', stripes().png({ palette: true, colours: 4 }), 'image/png'],
    ['interlaced PNG', stripes().png({ progressive: true }), 'image/png'],
    ['PNG with alpha', stripes().ensureAlpha(0.5).png(), 'image/png'],
    ['grey PNG', stripes().greyscale().png(), 'image/png'],
    ['WebP without loss', stripes().webp({ lossless: true }), 'image/png'],
    ['WebP with loss', stripes().webp({ quality: 60 }), 'image/png'],
  ] as const)('%s: every pixel of it', async (_name, picture, mime) => {
    const sent = new Uint8Array(await picture.toBuffer())
    const kept = await cleanPicture(sent)
    expect(kept).toMatchObject({ mime, width: 48, height: 32 })
    expect(await farthest(sent, kept.bytes)).toBe(0)
  })

  it.each([
    ['JPEG', stripes().jpeg({ quality: 90 })],
    ['JPEG in halves', stripes().jpeg({ quality: 80, chromaSubsampling: '4:2:0' })],
    ['progressive JPEG', stripes().jpeg({ quality: 90, progressive: true })],
  ])('%s: a JPEG that the eye cannot tell from it', async (_name, picture) => {
    const sent = new Uint8Array(await picture.toBuffer())
    const kept = await cleanPicture(sent)
    expect(kept.mime).toBe('image/jpeg')
    expect(await farthest(sent, kept.bytes)).toBeLessThanOrEqual(12)
  })

  it('sixteen bits a channel become eight', async () => {
    const sent = await stripes().toColourspace('rgb16').png().toBuffer()
    expect((await sharp(sent).metadata()).depth).toBe('ushort')
    const kept = await cleanPicture(new Uint8Array(sent))
    expect((await sharp(kept.bytes).metadata()).depth).toBe('uchar')
    expect(await farthest(await png(), (await cleanPicture(await png())).bytes)).toBe(0)
  })

  it('four inks become three colours', async () => {
    const sent = new Uint8Array(await stripes().toColourspace('cmyk').jpeg().toBuffer())
    const { bytes } = await cleanPicture(sent)
    expect(await sharp(bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
  })
})

describe('what is not kept', () => {
  it('the place, the owner, the telephone, the profile; and the picture stands upright', async () => {
    const sent = await fromTelephone()
    const before = await sharp(sent).metadata()
    expect(before).toMatchObject({ orientation: 6, width: 48, height: 32 })
    for (const part of [before.exif, before.xmp, before.icc]) expect(part).toBeInstanceOf(Buffer)
    expect(latin(sent)).toContain('Telephone 9')

    const kept = await cleanPicture(sent)
    expect(kept).toMatchObject({ width: 32, height: 48 })
    const after = await sharp(kept.bytes).metadata()
    expect([after.exif, after.xmp, after.icc, after.iptc, after.orientation]).toEqual(
      Array(5).fill(undefined),
    )
    for (const word of ['Exif', 'Telephone', 'Ada', 'http', '<html', 'ICC_PROFILE'])
      expect(latin(kept.bytes)).not.toContain(word)
    const { data } = await sharp(kept.bytes).raw().toBuffer({ resolveWithObject: true })
    const upperRight = data.subarray(29 * 3, 30 * 3)
    expect(upperRight[0]).toBeGreaterThan(180)
    expect(upperRight[1]).toBeLessThan(80)
  })

  it('colours outside sRGB are brought into it, not relabelled', async () => {
    const inP3 = await stripes().withIccProfile('p3').png().toBuffer()
    const bare = new Uint8Array(
      await sharp(await sharp(inP3, { ignoreIcc: true }).png().toBuffer()).toBuffer(),
    )
    const kept = await cleanPicture(new Uint8Array(inP3))
    expect(await farthest(kept.bytes, await png(undefined))).toBeLessThanOrEqual(2)
    expect(await farthest(bare, kept.bytes)).toBeGreaterThan(10)
  })

  it('a page behind a picture, or inside it', async () => {
    const whole = await png()
    const inside = withChunk(whole, 'tEXt', new TextEncoder().encode(`Comment\0${HTML_TAIL}`))
    const jpeg = new Uint8Array(await stripes().jpeg().toBuffer())
    for (const sent of [withTail(whole), inside, withTail(jpeg)]) {
      expect(latin(sent)).toContain('<script>')
      const kept = await cleanPicture(sent)
      expect(latin(kept.bytes)).not.toContain('<script>')
      expect(await farthest(sent, kept.bytes)).toBeLessThanOrEqual(12)
    }
    const clean = await cleanPicture(whole)
    expect((await cleanPicture(withTail(whole))).bytes).toEqual(clean.bytes)
    const types = [...latin(clean.bytes).matchAll(/IHDR|PLTE|IDAT|IEND|pHYs|tEXt|iTXt|eXIf|iCCP|gAMA|cHRM/g)]
    expect(types.map(([type]) => type)).not.toContain('tEXt')
  })
})
