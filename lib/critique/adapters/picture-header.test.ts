import fc from 'fast-check'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictureHeaderOf } from '#lib/protocol/picture-header.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import { decodePicture } from './decode-picture.ts'

const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer())

const KINDS: [string, string, (picture: Sharp) => Sharp][] = [
  ['a PNG', 'image/png', (picture) => picture.png()],
  ['a baseline JPEG', 'image/jpeg', (picture) => picture.jpeg()],
  ['a progressive JPEG', 'image/jpeg', (picture) => picture.jpeg({ progressive: true })],
  ['a JPEG with a profile and EXIF', 'image/jpeg', (picture) => picture.withMetadata().jpeg()],
  ['a lossy WebP', 'image/webp', (picture) => picture.webp()],
  ['a lossless WebP', 'image/webp', (picture) => picture.webp({ lossless: true })],
  ['a WebP with alpha', 'image/webp', (picture) => picture.ensureAlpha(0.5).webp()],
  ['an extended WebP', 'image/webp', (picture) => picture.withMetadata().webp()],
]

describe('the header of a picture', () => {
  it.each(KINDS)('%s: kind and sides, as a decoder finds them', async (_name, mime, make) => {
    for (const [width, height] of [
      [97, 61],
      [300, 1000],
      [1, 1],
    ] as const)
      expect(pictureHeaderOf(await bytesOf(make(stripes(width, height))))).toEqual({ mime, width, height })
  })

  it('is found behind bytes that a decoder passes over', async () => {
    const jpeg = await bytesOf(stripes(97, 61).jpeg())
    const padded = Uint8Array.from([...jpeg.subarray(0, 2), 0, 7, 0xff, ...jpeg.subarray(2)])
    expect(await decodePicture(padded)).toMatchObject({ width: 97, height: 61 })
    expect(pictureHeaderOf(padded)).toEqual({ mime: 'image/jpeg', width: 97, height: 61 })
  })

  it('is nothing for what is no picture, or only its beginning', async () => {
    expect(pictureHeaderOf(new Uint8Array())).toBeNull()
    expect(pictureHeaderOf(await bytesOf(stripes(9, 9).gif()))).toBeNull()
    for (const [, , make] of KINDS) {
      const whole = await bytesOf(make(stripes(40, 30)))
      expect(pictureHeaderOf(whole.subarray(0, 20))).toBeNull()
    }
  })

  it('is looked for in anything, and nothing is thrown', () => {
    const starts = [
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0xff, 0xd8],
      [...'RIFF0000WEBPVP8X'].map((c) => c.charCodeAt(0)),
    ]
    fc.assert(
      fc.property(fc.constantFrom([], ...starts), fc.uint8Array({ maxLength: 200 }), (start, noise) => {
        pictureHeaderOf(Uint8Array.from([...start, ...noise]))
      }),
    )
  })
})
