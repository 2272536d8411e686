import type { PanSide } from './duel-keys.ts'

/**
 * How both works of a pair are seen: enlarged by the same factor about the same part of each. `x` and `y` are how far
 * they are moved, in parts of the width and height of the whole work.
 */
export type View = { scale: number; x: number; y: number }

type Point = { x: number; y: number }

export const WHOLE: View = { scale: 1, x: 0, y: 0 }

const MOST = 8
const STEP = 1.5
/** How far a key or a button moves what is seen, in parts of the window on the work. */
const PAN_STEP = 0.2

const within = (value: number, bound: number) => Math.max(-bound, Math.min(bound, value))

/** Never smaller than whole, never so far aside that a gap opens. */
function held({ scale, x, y }: View): View {
  const size = Math.max(1, Math.min(MOST, scale))
  const bound = (size - 1) / 2
  // A negative zero would be another view to whoever compares.
  return { scale: size, x: within(x, bound) + 0, y: within(y, bound) + 0 }
}

export const isWhole = ({ scale }: View): boolean => scale === 1

/** Larger or smaller by a factor, what lies at `at` staying there: from the middle of the work, in its parts. */
export function zoomBy(view: View, factor: number, at: Point = { x: 0, y: 0 }): View {
  const scale = Math.max(1, Math.min(MOST, view.scale * factor))
  const by = scale / view.scale
  return held({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by })
}

export const zoomIn = (view: View): View => zoomBy(view, STEP)
export const zoomOut = (view: View): View => zoomBy(view, 1 / STEP)

/** What is seen, moved with the hand that drags it. */
export const movedBy = (view: View, { x, y }: Point): View => held({ ...view, x: view.x + x, y: view.y + y })

/** One step to a side: what lies there comes into view. */
export const panTo = (view: View, side: PanSide): View => {
  const step = { left: [1, 0], right: [-1, 0], up: [0, 1], down: [0, -1] }[side] as [number, number]
  return movedBy(view, { x: step[0] * PAN_STEP, y: step[1] * PAN_STEP })
}
