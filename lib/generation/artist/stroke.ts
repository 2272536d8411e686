import type { Plate, Press } from './press.ts'
import type { Point } from './raster.ts'

/** Line width in points, constant or along the path (t from 0 to 1). */
export type Width = number | ((t: number) => number)

type Capsule = { ax: number; ay: number; bx: number; by: number; ra: number; rb: number }

function strokeCapsule(press: Press, plate: Plate, capsule: Capsule, value: number): void {
  const { ax, ay, bx, by, ra, rb } = capsule
  const reach = Math.max(ra, rb) + 1
  const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach))
  const right = Math.min(press.width - 1, Math.ceil(Math.max(ax, bx) + reach))
  const top = Math.max(0, Math.floor(Math.min(ay, by) - reach))
  const bottom = Math.min(press.height - 1, Math.ceil(Math.max(ay, by) + reach))
  const dx = bx - ax
  const dy = by - ay
  const perLength = 1 / (dx * dx + dy * dy + 1e-9)
  for (let y = top; y <= bottom; y++) {
    const py = y + 0.5 - ay
    for (let x = left; x <= right; x++) {
      const px = x + 0.5 - ax
      let t = (px * dx + py * dy) * perLength
      t = t < 0 ? 0 : t > 1 ? 1 : t
      const ex = px - dx * t
      const ey = py - dy * t
      const radius = ra + (rb - ra) * t
      const squared = ex * ex + ey * ey
      if (squared > (radius + 0.5) * (radius + 0.5)) continue
      const cover = radius + 0.5 - Math.sqrt(squared)
      // A line thinner than a pixel is lighter, not narrower.
      const thin = 2 * radius < 1 ? 2 * radius : 1
      const level = Math.floor((cover > 1 ? 1 : cover) * thin * value + 0.5)
      const at = y * press.width + x
      if (level > (plate[at] ?? 0)) plate[at] = level
    }
  }
}

/** A path drawn as capsules of varying width, in points; overlaps keep the greater coverage. */
export function strokePath(
  press: Press,
  plate: Plate,
  points: readonly Point[],
  width: Width,
  value = 255,
): void {
  const pieces = points.length - 1
  const half = (t: number) => ((typeof width === 'number' ? width : width(t)) / 2) * press.scale
  let from = points[0]
  for (let piece = 0; piece < pieces; piece++) {
    const to = points[piece + 1]
    if (!from || !to) return
    const capsule = {
      ax: from[0] * press.scale,
      ay: from[1] * press.scale,
      bx: to[0] * press.scale,
      by: to[1] * press.scale,
      ra: half(piece / pieces),
      rb: half((piece + 1) / pieces),
    }
    strokeCapsule(press, plate, capsule, value)
    from = to
  }
}
