import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawPng } from './draw.ts'
import { encodePng } from './png.ts'

const chunksOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  const names: string[] = []
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    names.push(String.fromCharCode(...png.subarray(at + 4, at + 8)))
  }
  return names
}

test('another decoder reads the same pixels', async () => {
  const { png, rgb, width, height } = drawPng({
    prompt: 'seven islands in blue',
    seed: 1,
    width: 240,
    height: 200,
  })
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, info.channels]).toEqual([width, height, 3])
  expect(Buffer.compare(data, Buffer.from(rgb))).toBe(0)
})

test('carries the sRGB chunk and no text', () => {
  const { png } = drawPng({ prompt: 'a fern', seed: 2, width: 64, height: 64 })
  expect(chunksOf(png)).toEqual(['IHDR', 'sRGB', 'IDAT', 'IEND'])
})

test('the same pixels are the same bytes', () => {
  const rgb = Uint8Array.from({ length: 30 * 20 * 3 }, (_, index) => (index * 37) & 255)
  expect(encodePng({ width: 30, height: 20, rgb })).toEqual(
    encodePng({ width: 30, height: 20, rgb: rgb.slice() }),
  )
})
