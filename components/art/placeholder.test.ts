import { rgbaToThumbHash } from 'thumbhash'
import { expect, it } from 'vitest'
import { placeholderOf } from './placeholder.ts'

/** A picture of one colour above and another below, as base64 of its thumbhash. */
function halves(width: number, height: number, upper: number[], lower: number[]): string {
  const rgba = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at += 1)
    rgba.set([...(at < (width * height) / 2 ? upper : lower), 255], at * 4)
  return Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64')
}

/** A light sheet with a dark print in the middle. */
function framed(): string {
  const [side, edge] = [60, 12]
  const rgba = new Uint8Array(side * side * 4)
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)]
    const isPrint = Math.min(x, y) >= edge && Math.max(x, y) < side - edge
    rgba.set([...(isPrint ? DARK : LIGHT), 255], at * 4)
  }
  return Buffer.from(rgbaToThumbHash(side, side, rgba)).toString('base64')
}

const LIGHT = [250, 250, 250]
const DARK = [20, 20, 20]

const WASH = /^radial-gradient\(farthest-side,#(\w{6}) 25%,#\1(?:00)\),linear-gradient\(#(\w{6}),#(\w{6})\)$/

/** Red of the middle, the upper and the lower edge. */
function redsOf(placeholder: string) {
  const [, middle = '', upper = '', lower = ''] = WASH.exec(placeholder) ?? []
  const red = (colour: string) => Number.parseInt(colour.slice(0, 2), 16)
  return { middle: red(middle), upper: red(upper), lower: red(lower) }
}

it('is a background of three colours, in as many letters for a picture of any shape', () => {
  for (const [width, height] of [
    [80, 40],
    [40, 80],
    [64, 64],
    [60, 6],
  ] as const)
    expect(placeholderOf(halves(width, height, LIGHT, DARK))).toMatch(WASH)
})

it('keeps where the picture is light and where it is dark', () => {
  const halved = redsOf(placeholderOf(halves(60, 60, LIGHT, DARK)))
  expect(halved.upper).toBeGreaterThan(180)
  expect(halved.lower).toBeLessThan(90)
  const print = redsOf(placeholderOf(framed()))
  expect(print.middle).toBeLessThan(90)
  for (const edge of [print.upper, print.lower]) expect(edge).toBeGreaterThan(180)
})

it('says the same of a picture that it was asked for before', () => {
  const thumbhash = halves(60, 40, DARK, LIGHT)
  expect(placeholderOf(thumbhash)).toBe(placeholderOf(thumbhash))
  expect(placeholderOf(halves(60, 40, LIGHT, DARK))).not.toBe(placeholderOf(thumbhash))
})
