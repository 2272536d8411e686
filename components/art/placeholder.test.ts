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

const LIGHT = [250, 250, 250]
const DARK = [20, 20, 20]

/** Red of the colour that the wash has at a place. */
function redAt(placeholder: string, place: string): number {
  const [, red = ''] = new RegExp(`at ${place},#(..)`).exec(placeholder) ?? []
  return Number.parseInt(red, 16)
}

it('is a background of five colours, in about as many letters for any picture', () => {
  for (const [width, height] of [
    [80, 40],
    [40, 80],
    [64, 64],
  ] as const) {
    const placeholder = placeholderOf(halves(width, height, LIGHT, DARK))
    expect(placeholder).toMatch(
      /^(?:radial-gradient\(at [\d% ]+,(#[\da-f]{6}),\1(?:00) 70%\),){4}linear-gradient\((#[\da-f]{6}),\2\)$/,
    )
    expect(placeholder.length).toBeLessThan(260)
  }
})

it('keeps where the picture is light and where it is dark', () => {
  const placeholder = placeholderOf(halves(60, 60, LIGHT, DARK))
  for (const place of ['0 0', '0 100%']) expect(redAt(placeholder, place)).toBeGreaterThan(180)
  for (const place of ['100% 0', '100% 100%']) expect(redAt(placeholder, place)).toBeLessThan(90)
})

it('says the same of a picture that it was asked for before', () => {
  const thumbhash = halves(60, 40, DARK, LIGHT)
  expect(placeholderOf(thumbhash)).toBe(placeholderOf(thumbhash))
  expect(placeholderOf(halves(60, 40, LIGHT, DARK))).not.toBe(placeholderOf(thumbhash))
})
