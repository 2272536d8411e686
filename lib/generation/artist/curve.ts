import type { Point } from './raster.ts'
import { cosine, sine } from './trigonometry.ts'

/** Vertices along an arc, about four points apart. */
export function arcPoints([cx, cy]: Point, radius: number, from: number, turn: number): Point[] {
  const pieces = Math.ceil((radius * (turn < 0 ? -turn : turn)) / 4) + 8
  return Array.from({ length: pieces + 1 }, (_, index): Point => {
    const angle = from + (turn * index) / pieces
    return [cx + cosine(angle) * radius, cy + sine(angle) * radius]
  })
}
