import type { Plate, Press } from './press.ts'
import { toByte } from './scalar.ts'

export type Point = readonly [x: number, y: number]

/** How new coverage joins what stands: the greater, taken away, or added as one more layer. */
export type Join = 'greatest' | 'remove' | 'layer'

// Signed areas of one polygon; every fill leaves it zeroed.
let areas = new Float32Array(0)
const PAD = 2

type Span = { left: number; right: number; top: number; bottom: number; stride: number }

function spanOf(press: Press, points: readonly Point[]): Span | null {
  let [left, right, top, bottom] = [1e9, -1e9, 1e9, -1e9]
  for (const [px, py] of points) {
    const x = px * press.scale
    const y = py * press.scale
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  if (bottom <= 0 || top >= press.height || right <= 0 || left >= press.width) return null
  return {
    left: Math.max(0, Math.floor(left)),
    right: Math.min(press.width, Math.ceil(right) + 1),
    top: Math.max(0, Math.floor(top)),
    bottom: Math.min(press.height, Math.ceil(bottom)),
    stride: press.width + 2 * PAD,
  }
}

function add(index: number, amount: number): void {
  areas[index] = (areas[index] ?? 0) + amount
}

function addRow(row: number, x: number, xNext: number, height: number): void {
  const a = x < xNext ? x : xNext
  const b = x < xNext ? xNext : x
  const first = Math.floor(a)
  const last = Math.ceil(b)
  if (last <= first + 1) {
    const share = 0.5 * (x + xNext) - first
    add(row + first, height - height * share)
    add(row + first + 1, height * share)
    return
  }
  const slope = 1 / (b - a)
  const f0 = a - first
  const a0 = 0.5 * slope * (1 - f0) * (1 - f0)
  const f1 = b - last + 1
  const am = 0.5 * slope * f1 * f1
  add(row + first, height * a0)
  if (last === first + 2) add(row + first + 1, height * (1 - a0 - am))
  else {
    const a1 = slope * (1.5 - f0)
    add(row + first + 1, height * (a1 - a0))
    for (let column = first + 2; column < last - 1; column++) add(row + column, height * slope)
    const a2 = a1 + (last - first - 3) * slope
    add(row + last - 1, height * (1 - a2 - am))
  }
  add(row + last, height * am)
}

function addEdge(span: Span, x0: number, y0: number, x1: number, y1: number, direction: number): void {
  const perRow = (x1 - x0) / (y1 - y0)
  const end = Math.min(span.bottom, Math.ceil(y1))
  let x = y0 < span.top ? x0 + (span.top - y0) * perRow : x0
  for (let y = Math.max(span.top, Math.floor(y0)); y < end; y++) {
    const height = Math.min(y + 1, y1) - Math.max(y, y0)
    const xNext = x + perRow * height
    const from = x < span.left ? span.left : x > span.right ? span.right : x
    const to = xNext < span.left ? span.left : xNext > span.right ? span.right : xNext
    addRow(y * span.stride, from, to, height * direction)
    x = xNext
  }
}

export function joined(under: number, over: number, join: Join): number {
  if (join === 'greatest') return over > under ? over : under
  if (join === 'remove') return Math.floor(under * (1 - over / 255) + 0.5)
  return Math.floor(255 - ((255 - under) * (255 - over)) / 255 + 0.5)
}

/** Exact-area fill of a polygon (signed-area accumulation), in points; `value` is full coverage, 0…255. */
export function fillPolygon(
  press: Press,
  plate: Plate,
  points: readonly Point[],
  value = 255,
  join: Join = 'greatest',
): void {
  const span = spanOf(press, points)
  if (!span) return
  const needed = span.stride * press.height
  if (areas.length < needed) areas = new Float32Array(needed)
  let before = points[points.length - 1] ?? [0, 0]
  for (const point of points) {
    const [x0, y0, x1, y1] = [before[0], before[1], point[0], point[1]].map((v) => v * press.scale) as [
      number,
      number,
      number,
      number,
    ]
    if (y0 < y1) addEdge(span, x0, y0, x1, y1, 1)
    else if (y1 < y0) addEdge(span, x1, y1, x0, y0, -1)
    before = point
  }
  sweep(press, plate, span, value, join)
}

function sweep(press: Press, plate: Plate, span: Span, value: number, join: Join): void {
  for (let y = span.top; y < span.bottom; y++) {
    let area = 0
    const row = y * span.stride
    for (let x = span.left; x <= span.right + 1; x++) {
      area += areas[row + x] ?? 0
      areas[row + x] = 0
      if (x >= press.width) continue
      const cover = area < 0 ? -area : area
      if (cover < 0.004) continue
      const at = y * press.width + x
      plate[at] = joined(plate[at] ?? 0, Math.floor((cover > 1 ? 1 : cover) * value + 0.5), join)
    }
  }
}

export function fillRectangle(
  press: Press,
  plate: Plate,
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  value = 255,
  join: Join = 'greatest',
): void {
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
  fillPolygon(press, plate, corners, value, join)
}

/** A disc, or a ring when `hole` (its inner radius) is 0 or more; in points. */
export function fillDisc(
  press: Press,
  plate: Plate,
  [cx, cy, radius]: readonly [x: number, y: number, radius: number],
  { hole = -1, value = 255, join = 'greatest' as Join } = {},
): void {
  const [x, y, r] = [cx * press.scale, cy * press.scale, radius * press.scale]
  const inner = hole * press.scale
  const right = Math.min(press.width - 1, Math.ceil(x + r + 1))
  const bottom = Math.min(press.height - 1, Math.ceil(y + r + 1))
  for (let row = Math.max(0, Math.floor(y - r - 1)); row <= bottom; row++) {
    for (let column = Math.max(0, Math.floor(x - r - 1)); column <= right; column++) {
      const dx = column + 0.5 - x
      const dy = row + 0.5 - y
      const d = Math.sqrt(dx * dx + dy * dy)
      let cover = r + 0.5 - d
      if (hole >= 0) cover = Math.min(cover, d - inner + 0.5)
      if (cover <= 0) continue
      const at = row * press.width + column
      plate[at] = joined(plate[at] ?? 0, toByte((cover > 1 ? 1 : cover) * (value / 255)), join)
    }
  }
}
