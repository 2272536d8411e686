/** Where a finger was, in px of the window, and when, in ms. */
export type Spot = { x: number; y: number; at: number }

export type Swipe = 'left' | 'right' | 'up' | 'down'

/** The browser's own way back begins at the edges of the window. */
const EDGE = 28
const SWIPE_PX = 48
const SWIPE_MS = 1_000
/** How much straighter than slanting. */
const STRAIGHT = 1.4
const TAP_PX = 10
const TAP_MS = 280
const BETWEEN_TAPS_MS = 320
const BETWEEN_TAPS_PX = 32

/** @param width of the window */
export function swipeOf(from: Spot, to: Spot, width: number): Swipe | null {
  if (from.x < EDGE || from.x > width - EDGE || to.at - from.at > SWIPE_MS) return null
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const [wide, high] = [Math.abs(dx), Math.abs(dy)]
  if (wide >= SWIPE_PX && wide > high * STRAIGHT) return dx < 0 ? 'left' : 'right'
  if (high >= SWIPE_PX && high > wide * STRAIGHT) return dy < 0 ? 'up' : 'down'
  return null
}

const distance = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y)

export const isTap = (from: Spot, to: Spot): boolean =>
  to.at - from.at <= TAP_MS && distance(from, to) <= TAP_PX

export const isDoubleTap = (before: Spot | null, now: Spot): boolean =>
  before !== null && now.at - before.at <= BETWEEN_TAPS_MS && distance(before, now) <= BETWEEN_TAPS_PX
