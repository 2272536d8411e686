import { swirlPlane } from '#lib/generation/artist/noise.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { clamp, distance, toByte } from '#lib/generation/artist/scalar.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'

export const CHARTS = ['isle', 'isles', 'coast', 'strait', 'lake'] as const

export type ChartKind = (typeof CHARTS)[number]

export type Island = { x: number; y: number; radius: number; stretch: number; angle: number }

export type LandPlan = {
  kind: ChartKind
  wide: number
  high: number
  islands: readonly Island[]
  /** Direction and offset of a shore. */
  facing: number
  offset: number
  rough: number
}

type Sea = { random: Random; kind: ChartKind; wide: number; high: number }

function placeIslands({ random, kind, wide, high }: Sea, count: number): Island[] {
  const islands: Island[] = []
  const focus = random.pick<readonly [number, number]>([
    [0.4, 0.44],
    [0.6, 0.42],
    [0.42, 0.58],
    [0.6, 0.58],
  ])
  const most = count > 14 ? 44 : count > 6 ? 62 : 84
  for (let index = 0; index < count; index++) {
    const shape = { stretch: random.between(0.75, 1.3), angle: random.between(0, TURN) }
    const isLarge = index === 0 && kind !== 'coast' && kind !== 'strait' && kind !== 'lake'
    if (isLarge) {
      const radius = kind === 'isle' ? random.between(0.15, 0.21) * high : random.between(86, 120)
      islands.push({ ...shape, x: focus[0] * wide, y: focus[1] * high, radius })
      continue
    }
    let [x, y, radius] = [0, 0, 0]
    for (let attempt = 0; attempt < 300; attempt++) {
      radius = random.between(20, most) / (1 + attempt / 60)
      x = random.between(0.16, 0.84) * wide
      y = random.between(0.16, 0.84) * high
      const clear = (other: Island) => distance(other.x - x, other.y - y) > 1.3 * (other.radius + radius) + 40
      if (islands.every(clear)) break
    }
    islands.push({ ...shape, x, y, radius })
  }
  return islands
}

export function planLand(random: Random, options: Options, wide: number, high: number): LandPlan {
  const chosen = random.pick(['isle', 'isles', 'coast', 'strait', 'isles', 'lake'] as const)
  const named = CHARTS.find((kind) => kind === options.form) ?? (options.count ? 'isles' : chosen)
  const kind =
    named === 'isles' && options.count === 1
      ? 'isle'
      : named === 'isle' && (options.count ?? 1) > 1
        ? 'isles'
        : named
  const usual = kind === 'isles' ? random.pick([5, 7, 9, 12]) : kind === 'isle' ? 1 : random.integer(2, 5)
  const islands = placeIslands({ random, kind, wide, high }, clamp(options.count ?? usual, 1, 30))
  const lively = options.motion > 0 ? 2 : options.motion < 0 ? 0.45 : 1
  return {
    kind,
    wide,
    high,
    islands,
    facing: random.between(0, TURN),
    offset: random.between(-60, 140),
    rough: random.between(0.6, 1.2) * lively,
  }
}

function islandDepth(x: number, y: number, { x: cx, y: cy, radius, stretch, angle }: Island): number {
  const [dx, dy] = [x - cx, y - cy]
  const [c, s] = [cosine(angle), sine(angle)]
  return radius - distance((dx * c + dy * s) / stretch, (-dx * s + dy * c) * stretch)
}

function mainlandDepth(
  { kind, wide, high, facing, offset }: LandPlan,
  x: number,
  y: number,
  swell: number,
): number {
  if (kind === 'lake')
    return distance((x - wide / 2) / 1.1, y - high / 2) - 0.3 * Math.min(wide, high) + 110 * swell
  const along = (x - wide / 2) * cosine(facing) + (y - high / 2) * sine(facing)
  if (kind === 'coast') return along - 90 - offset + 150 * swell
  return Math.max(along - 150 - offset * 0.4 + 140 * swell, -along - 190 - 120 * swell)
}

/** Coverage of land over the whole sheet: discs and half-planes, warped by noise. */
export function raiseLand(press: Press, plan: LandPlan, seed: number): Plate {
  const land = press.plate()
  const broadX = swirlPlane(press, seed ^ 1, 150, 2)
  const broadY = swirlPlane(press, seed ^ 2, 150, 2)
  const fineX = swirlPlane(press, seed ^ 3, 46, 4)
  const fineY = swirlPlane(press, seed ^ 4, 46, 4)
  const swell = swirlPlane(press, seed ^ 5, 210, 2)
  const hasMainland = plan.kind === 'coast' || plan.kind === 'strait' || plan.kind === 'lake'
  const sunk = hasMainland ? (plan.kind === 'coast' ? 40 : 50) : 0
  const shapes = plan.islands.map((island) => ({ ...island, near: island.radius * 1.4 + 110 * plan.rough }))
  for (let at = 0; at < press.size; at++) {
    const px = (at % press.width) * press.unit
    const py = Math.floor(at / press.width) * press.unit
    const x = px + plan.rough * (44 * (broadX[at] ?? 0) + 30 * (fineX[at] ?? 0))
    const y = py + plan.rough * (44 * (broadY[at] ?? 0) + 30 * (fineY[at] ?? 0))
    let depth = -1e9
    for (const island of shapes) {
      const { near } = island
      if (px - island.x > near || island.x - px > near || py - island.y > near || island.y - py > near)
        continue
      depth = Math.max(depth, islandDepth(x, y, island) - sunk * 0.4)
    }
    if (hasMainland) depth = Math.max(depth, mainlandDepth(plan, x, y, swell[at] ?? 0))
    land[at] = toByte(depth * 0.5 * press.scale + 0.5)
  }
  press.free(broadX, broadY, fineX, fineY, swell)
  return land
}
