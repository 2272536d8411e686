/**
 * How near one looks: how many times the size that fits, and how far the picture is moved from its centre, in parts
 * of its own fitted width and height. The same zoom shows the same part of any two works.
 */
export type Zoom = { scale: number; x: number; y: number }

export const FIT: Zoom = { scale: 1, x: 0, y: 0 }
export const NEAREST = 8
/** What one press of a zoom key does. */
export const ZOOM_STEP = 1.5
/** Where a double tap leads. */
export const NEAR = 2.5

/** A point of the fitted picture, from its centre, in parts of its width and height. */
export type Point = { x: number; y: number }
const CENTRE: Point = { x: 0, y: 0 }

const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value))

/** The picture covers at least the place where it fits. */
function held({ scale, x, y }: Zoom): Zoom {
  if (scale === 1) return FIT
  const most = (scale - 1) / 2
  return { scale, x: clamp(x, most), y: clamp(y, most) }
}

/** Nearer or further by a factor; what is under the point stays under it. */
export function zoomedBy({ scale, x, y }: Zoom, factor: number, { x: px, y: py }: Point = CENTRE): Zoom {
  const next = Math.min(NEAREST, Math.max(1, scale * factor))
  const grown = next / scale
  return held({ scale: next, x: px - (px - x) * grown, y: py - (py - y) * grown })
}

export const pannedBy = ({ scale, x, y }: Zoom, dx: number, dy: number): Zoom =>
  held({ scale, x: x + dx, y: y + dy })

export const zoomPercent = ({ scale }: Zoom) => `${Math.round(scale * 100)} %`
