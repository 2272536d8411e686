import type { Point } from './raster.ts'
import { clamp } from './scalar.ts'
import { cosine, sine } from './trigonometry.ts'

/** Catmull-Rom curve through the points, one vertex about every `step` points. */
export function curveThrough(points: readonly Point[], { closed = false, step = 6 } = {}): Point[] {
  const count = points.length
  const at = (index: number): Point =>
    points[closed ? (index + count) % count : clamp(index, 0, count - 1)] ?? [0, 0]
  const curve: Point[] = []
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)] as const
    const length = Math.sqrt((c[0] - b[0]) * (c[0] - b[0]) + (c[1] - b[1]) * (c[1] - b[1]))
    const pieces = Math.max(2, Math.ceil(length / step))
    for (let piece = 0; piece < pieces; piece++) {
      const t = piece / pieces
      curve.push([cubic(a[0], b[0], c[0], d[0], t), cubic(a[1], b[1], c[1], d[1], t)])
    }
  }
  if (!closed) curve.push(at(count - 1))
  return curve
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const t2 = t * t
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t2 * t)
}

/** Vertices along an arc, about four points apart. */
export function arcPoints([cx, cy]: Point, radius: number, from: number, turn: number): Point[] {
  const pieces = Math.ceil((radius * (turn < 0 ? -turn : turn)) / 4) + 8
  return Array.from({ length: pieces + 1 }, (_, index): Point => {
    const angle = from + (turn * index) / pieces
    return [cx + cosine(angle) * radius, cy + sine(angle) * radius]
  })
}
