import { describe, expect, it } from 'vitest'
import { isDoubleTap, isTap, swipeOf } from './gestures.ts'

const WIDTH = 390
const from = { x: 200, y: 300, at: 0 }
const to = (dx: number, dy: number, at = 200) => ({ x: from.x + dx, y: from.y + dy, at })

describe('swipeOf', () => {
  it.each([
    [-90, 10, 'left'],
    [90, -10, 'right'],
    [12, -90, 'up'],
    [-12, 90, 'down'],
    [80, 70, null],
    [30, 0, null],
  ] as const)('%i, %i is %s', (dx, dy, swipe) => {
    expect(swipeOf(from, to(dx, dy), WIDTH)).toBe(swipe)
  })

  it('leaves the edges to the browser, and a slow finger alone', () => {
    expect(swipeOf({ ...from, x: 10 }, to(120, 0), WIDTH)).toBeNull()
    expect(swipeOf({ ...from, x: 384 }, to(-120, 0), WIDTH)).toBeNull()
    expect(swipeOf(from, to(-90, 0, 1_500), WIDTH)).toBeNull()
  })
})

describe('taps', () => {
  it('are short and stay where they are; two make one if they are near in time and place', () => {
    expect(isTap(from, to(4, 4, 100))).toBe(true)
    expect(isTap(from, to(40, 0, 100))).toBe(false)
    expect(isTap(from, to(0, 0, 900))).toBe(false)
    expect(isDoubleTap(from, to(8, 8, 250))).toBe(true)
    expect(isDoubleTap(from, to(8, 8, 600))).toBe(false)
    expect(isDoubleTap(from, to(90, 0, 250))).toBe(false)
    expect(isDoubleTap(null, from)).toBe(false)
  })
})
