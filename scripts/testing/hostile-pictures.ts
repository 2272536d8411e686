import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Files as visitors should not send them, each made here, none fetched. */

const bytesOf = (buffer: Uint8Array) => new Uint8Array(buffer)
const text = (words: string) => new TextEncoder().encode(words)

/** Stripes in two colours, wider than high, with a mark at the upper left: what is turned or cut is seen. */
export function stripes(width = 48, height = 32): Sharp {
  const rgb = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isMark = x < width / 4 && y < height / 4
      rgb.set(isMark ? [220, 20, 60] : y % 8 < 4 ? [20, 90, 160] : [240, 230, 200], (y * width + x) * 3)
    }
  return sharp(rgb, { raw: { width, height, channels: 3 } })
}

export const png = async (side?: number) => bytesOf(await stripes(side, side).png().toBuffer())

/** A chunk of a PNG with its checksum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  chunk.set(data, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return bytesOf(chunk)
}

const HEAD_END = 8 + 25

/** The picture with a chunk right behind its head. */
export function withChunk(file: Uint8Array, type: string, data: Uint8Array): Uint8Array {
  return bytesOf(Buffer.concat([file.subarray(0, HEAD_END), pngChunk(type, data), file.subarray(HEAD_END)]))
}

/** A whole PNG that says that it has so many pixels, and carries next to none. */
export async function claims(width: number, height: number): Promise<Uint8Array> {
  const file = await png()
  const head = Buffer.from(file.subarray(16, 16 + 13))
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return bytesOf(Buffer.concat([file.subarray(0, 8), pngChunk('IHDR', head), file.subarray(HEAD_END)]))
}

/** An APNG of one frame: whoever knows PNG alone sees a still picture. */
export async function apng(): Promise<Uint8Array> {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(2, 0)
  return withChunk(await png(), 'acTL', control)
}

export async function animatedWebp(): Promise<Uint8Array> {
  const frames = await Promise.all([stripes().png().toBuffer(), stripes().negate().png().toBuffer()])
  return bytesOf(
    await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer(),
  )
}

export const HTML_TAIL = '<html><script>alert(document.domain)</script></html>'

/** A whole picture, then a page. */
export const withTail = (file: Uint8Array) => bytesOf(Buffer.concat([file, text(HTML_TAIL)]))

/** A JPEG from a telephone: lying on its side, with the place it was taken at, its owner, and a profile. */
export async function fromTelephone(): Promise<Uint8Array> {
  const exif = {
    IFD0: { Copyright: 'Ada', Model: 'Telephone 9', ImageDescription: HTML_TAIL },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '52/1 31/1 12/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '13/1 24/1 18/1',
    },
  }
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Ada at home"/></rdf:RDF></x:xmpmeta>'
  const file = stripes().withIccProfile('p3').withExifMerge(exif).withXmp(xmp)
  return bytesOf(
    await file.withMetadata({ orientation: 6 }).withExifMerge(exif).withXmp(xmp).jpeg().toBuffer(),
  )
}

/** By name: files that are turned away, with the code that says why. */
export async function refusedFiles(): Promise<[name: string, code: string, file: Uint8Array][]> {
  const whole = await png(64)
  const jpeg = bytesOf(await stripes(200, 200).jpeg().toBuffer())
  const webp = bytesOf(await stripes(200, 200).webp({ lossless: true }).toBuffer())
  const half = (file: Uint8Array) => file.subarray(0, Math.floor(file.length / 2))
  const flipped = whole.slice()
  const inPixels = Buffer.from(whole).indexOf('IDAT') + 12
  flipped[inPixels] = (flipped[inPixels] ?? 0) ^ 0xff
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  return [
    ['nothing', 'upload-kind', new Uint8Array()],
    ['an SVG, named .png or not', 'upload-kind', text(svg)],
    ['an SVG behind a byte order mark', 'upload-kind', text(`\uFEFF<?xml version="1.0"?>${svg}`)],
    ['a page', 'upload-kind', text(`<!doctype html>${HTML_TAIL}`)],
    ['a GIF', 'upload-kind', bytesOf(await stripes().gif().toBuffer())],
    ['a TIFF', 'upload-kind', bytesOf(await stripes().tiff().toBuffer())],
    ['an AVIF', 'upload-kind', bytesOf(await stripes().avif().toBuffer())],
    [
      'a page that begins like a GIF and ends like a PNG',
      'upload-kind',
      bytesOf(Buffer.concat([text('GIF89a/*'), whole])),
    ],
    [
      'the first bytes of a PNG, then a page',
      'upload-broken',
      bytesOf(Buffer.concat([whole.subarray(0, 8), text(HTML_TAIL)])),
    ],
    [
      'the first bytes of a JPEG, then an SVG',
      'upload-broken',
      bytesOf(Buffer.concat([jpeg.subarray(0, 3), text(svg)])),
    ],
    ['half a PNG', 'upload-broken', half(whole)],
    ['half a JPEG', 'upload-broken', half(jpeg)],
    ['half a WebP', 'upload-broken', half(webp)],
    ['a PNG with a byte of its pixels turned', 'upload-broken', flipped],
    ['a head of 30,000 × 30,000 pixels', 'upload-pixels', await claims(30_000, 30_000)],
    ['a side of 8,193 pixels', 'upload-pixels', await claims(8193, 8)],
    ['more than 40 million pixels', 'upload-pixels', await claims(8000, 5001)],
    ['an APNG', 'upload-animated', await apng()],
    ['a WebP that moves', 'upload-animated', await animatedWebp()],
  ]
}
