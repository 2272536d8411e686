import { valueNoise } from '#lib/generation/artist/noise.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Scene } from './scene.ts'

/** What a pixel of the block belongs to; ridges are `RIDGE + order`. */
export const MARGIN = 0
export const SKY = 1
export const RIDGE = 2
export const WATER = 20
export const FIELD = 21
export const SUN = 22

/** The skylines at every pixel column. */
export const skylinesOf = (press: Press, scene: Scene): Float32Array[] =>
  scene.ridges.map((ridge) =>
    Float32Array.from({ length: press.width }, (_, column) => ridge(column * press.unit)),
  )

function regionAt(
  scene: Scene,
  lines: readonly Float32Array[],
  column: number,
  x: number,
  y: number,
): number {
  const { kind, horizon, sun } = scene
  if (kind === 'sea' && y >= horizon) return WATER
  if (kind === 'field' && y >= horizon + 6 * valueNoise(x / 120, 8, 4)) return FIELD
  for (let order = lines.length - 1; order >= 0; order--) {
    if (y >= (lines[order]?.[column] ?? 1e9)) return RIDGE + order
  }
  const dx = x - sun.x
  const dy = y - sun.y
  return sun.shown && dx * dx + dy * dy < sun.radius * sun.radius ? SUN : SKY
}

/** One byte to a pixel: the region it belongs to. */
export function mapRegions(press: Press, scene: Scene, lines: readonly Float32Array[]): Plate {
  const map = press.plate()
  const { margin, wide, high } = scene
  for (let row = 0; row < press.height; row++) {
    const y = row * press.unit
    if (y < margin || y >= high - margin) continue
    for (let column = 0; column < press.width; column++) {
      const x = column * press.unit
      if (x < margin || x >= wide - margin) continue
      map[row * press.width + column] = regionAt(scene, lines, column, x, y)
    }
  }
  return map
}
