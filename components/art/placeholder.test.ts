import { rgbaToThumbHash } from 'thumbhash'
import { expect, it } from 'vitest'
import { placeholderOf } from './placeholder.ts'

/** A picture of one colour on the left and another on the right, as base64 of its thumbhash. */
function halves(width: number, height: number, left: number[], right: number[]): string {
  const rgba = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at += 1)
    rgba.set([...(at % width < width / 2 ? left : right), 255], at * 4)
  return Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64')
}

const bytesOf = (url: string) => Buffer.from(url.replace('data:image/png;base64,', ''), 'base64')
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

it('is a PNG of a few pixels about as wide and high as the picture', () => {
  const wide = placeholderOf(halves(80, 40, [250, 250, 250], [20, 20, 20]))
  expect(wide.length).toBeLessThan(500)
  expect(sizeOf(bytesOf(wide))).toEqual([8, 5])
  const tall = placeholderOf(halves(40, 80, [250, 250, 250], [20, 20, 20]))
  expect(sizeOf(bytesOf(tall))).toEqual([5, 8])
})

it('keeps where the picture is light and where it is dark', () => {
  const png = bytesOf(placeholderOf(halves(60, 60, [250, 250, 250], [20, 20, 20])))
  // Uncompressed: after the headers the first row begins with a filter byte, then four bytes a pixel.
  const start = png.indexOf(Buffer.from('IDAT')) + 4 + 2 + 5 + 1
  const red = (column: number) => png[start + column * 4] ?? 0
  expect(red(0)).toBeGreaterThan(180)
  expect(red(7)).toBeLessThan(90)
})
