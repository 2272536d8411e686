import { noisePlane } from '#lib/generation/artist/noise.ts'
import type { Plane, Plate, Press } from '#lib/generation/artist/press.ts'
import { clamp, distance, magnitude, mix, smooth } from '#lib/generation/artist/scalar.ts'
import { arctangent } from '#lib/generation/artist/trigonometry.ts'
import { FIELD, MARGIN, RIDGE, SKY, SUN, WATER } from './regions.ts'
import type { Scene } from './scene.ts'

type Noises = { broad: Plane; fine: Plane; ripple: Plane }

export type Block = { press: Press; scene: Scene; map: Plate; lines: readonly Float32Array[]; noises: Noises }

export function prepareBlock(
  press: Press,
  scene: Scene,
  map: Plate,
  lines: readonly Float32Array[],
  seed: number,
): Block {
  const noises = {
    broad: noisePlane(press, seed ^ 51, 170, 90, 2),
    fine: noisePlane(press, seed ^ 52, 36, 12, 2),
    ripple: noisePlane(press, seed ^ 53, 60, 5, 1),
  }
  return { press, scene, map, lines, noises }
}

/** Lines are cut where the phase is near a whole number; one unit is one line. */
function phaseAt(
  { press, scene, lines, noises }: Block,
  region: number,
  column: number,
  row: number,
): number {
  const { sun, horizon, spacing, waver, lean } = scene
  const at = row * press.width + column
  const x = column * press.unit
  const y = row * press.unit
  const broad = (noises.broad[at] ?? 0) * waver
  if (region === SKY) {
    if (scene.sky === 'rings') return distance(x - sun.x, y - sun.y) / (spacing * 1.15) + broad * 0.35
    if (scene.sky === 'rays') return (arctangent(y - sun.y, x - sun.x) * 286) / spacing + broad * 0.3
    return y / spacing + broad * 1.1
  }
  if (region === WATER) {
    const t = (y - horizon) / 300
    return (
      ((30 * t * (1 - 0.22 * t) * 1.35 + broad * 0.9) * 13) / spacing +
      0.12 * (noises.ripple[at] ?? 0) * waver
    )
  }
  if (region === FIELD) return (((x - sun.x) / (y - horizon + 70)) * 117) / spacing + broad * 0.12
  const order = region - RIDGE
  const depth = y - (lines[order]?.[column] ?? y)
  // The skyline's own roughness must fade with depth, or deep lines crowd into moiré.
  const soft = depth / (1 + depth / 340)
  const way = order & 1 ? 1 : -1
  return (x - soft * lean * way) / spacing + (way * soft * soft) / 4600 + broad * 1.6
}

function ridgeTone({ press, scene, lines }: Block, region: number, column: number, y: number): number {
  const order = region - RIDGE
  const line = lines[order]
  const reach = Math.max(1, Math.floor(6 * press.scale))
  const right = line?.[Math.min(press.width - 1, column + reach)] ?? 0
  const left = line?.[Math.max(0, column - reach)] ?? 0
  const slope = ((right - left) / (2 * reach * press.unit)) * (scene.sun.x < scene.wide / 2 ? 1 : -1)
  const depth = y - (line?.[column] ?? y)
  const nearness = order / Math.max(1, lines.length - 1)
  const relief = scene.kind === 'peak' && order === 0 ? 0.3 : 0.5
  return (
    mix(0.95, 0.22, smooth(0, 120, depth)) * 0.75 +
    0.25 * nearness +
    slope * relief * mix(1, 0.3, smooth(40, 380, depth))
  )
}

/** How much of the line's period is left black, 0…1. */
function toneAt(block: Block, region: number, column: number, row: number): number {
  const { press, scene, noises } = block
  const y = row * press.unit
  const grain = 0.14 * (noises.fine[row * press.width + column] ?? 0)
  if (region === SUN) return 0
  if (region === SKY) {
    if (scene.sky === 'none') return 0
    return mix(0.62, -0.25, smooth(scene.margin, scene.horizon - 30, y)) + grain * 0.8
  }
  const t = (y - scene.horizon) / (scene.high - scene.margin - scene.horizon)
  if (region === WATER) {
    const path = magnitude(column * press.unit - scene.sun.x) / (scene.sun.radius * (0.7 + 1.5 * t))
    return mix(0.3, 0.66, t) + grain * 1.6 - (scene.sun.shown ? 0.55 * smooth(1, 0.1, path) : 0)
  }
  if (region === FIELD) return mix(0.25, 0.62, t) + grain
  return ridgeTone(block, region, column, y) + grain
}

function lineCover(block: Block, region: number, column: number, row: number): number {
  const { press } = block
  const tone = clamp(toneAt(block, region, column, row), 0, 0.97)
  if (tone <= 0.02) return 0
  const phase = phaseAt(block, region, column, row)
  const across = phaseAt(block, region, Math.min(column + 1, press.width - 1), row)
  const down = phaseAt(block, region, column, Math.min(row + 1, press.height - 1))
  const perPixel = distance(across - phase, down - phase) + 1e-5
  const fraction = phase - Math.floor(phase)
  const off = (fraction < 0.5 ? fraction : 1 - fraction) / perPixel
  const half = (tone * 0.5) / perPixel
  const cover = clamp(half + 0.5 - off)
  return half < 0.45 ? (cover * half) / 0.45 : cover
}

/** The key block: lines of light and dark over every region, a carved halo above each skyline. */
export function cutKey(block: Block): Plate {
  const { press, map } = block
  const key = press.plate()
  const halo = Math.max(1, Math.floor(3 * press.scale + 0.5))
  for (let row = 0; row < press.height; row++) {
    for (let column = 0; column < press.width; column++) {
      const at = row * press.width + column
      const region = map[at] ?? MARGIN
      if (region === MARGIN) continue
      const above = row < halo ? MARGIN : (map[at - press.width * halo] ?? MARGIN)
      const carved = region !== above && above !== MARGIN && region !== WATER
      if (!carved) key[at] = Math.floor(lineCover(block, region, column, row) * 255)
    }
  }
  return key
}
