import { FORMATS, type Format } from '#lib/generation/artist/formats.ts'
import { noisePlane, swirlPlane, valueNoise } from '#lib/generation/artist/noise.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import type { Plane, Press } from '#lib/generation/artist/press.ts'
import { hashFraction, type Random } from '#lib/generation/artist/random.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { sine, TURN } from '#lib/generation/artist/trigonometry.ts'
import { type Colours, pileColours, type Tint } from './palettes.ts'
import { ROCK_SIGNS, type RockSign } from './rock-signs.ts'

export type Bed = { floor: number; roof: number; tint: Tint; sign: RockSign }

export type Fault = { x: number; lean: number; throw: number }

type Fold = { height: number; length: number; phase: number }

export type Ground = {
  wide: number
  high: number
  margin: number
  top: number
  bottom: number
  /** Drill cores instead of a section, when above 0. */
  cores: number
  beds: readonly Bed[]
  thickness: number
  folds: readonly [Fold, Fold]
  dip: number
  lively: number
  faults: readonly Fault[]
  /** Depth of an unconformity: level beds above it; 0 for none. */
  unconformity: number
  seed: number
}

function pileBeds(random: Random, colours: Colours, scale: number): Bed[] {
  const count = random.integer(16, 22)
  const tints = pileColours(random, colours.tints, count)
  let floor = 0
  return tints.map((tint) => {
    const height = random.pick([18, 26, 34, 48, 70, 100, 12]) * scale * random.between(0.85, 1.2)
    const bed = { floor, roof: floor + height, tint, sign: random.pick(ROCK_SIGNS) }
    floor += height
    return bed
  })
}

function breakFaults(random: Random, count: number, wide: number): Fault[] {
  return Array.from({ length: count }, (_, index) => {
    const slot = wide * (0.22 + (0.56 * (index + random.between(0.2, 0.8))) / count)
    const size = random.between(28, 75) * random.pick([-1, 1])
    return { x: slot, lean: random.between(-0.45, 0.45), throw: size }
  })
}

export function planGround(random: Random, options: Options, colours: Colours, seed: number): Ground {
  const chosen = random.chance(0.2) ? (options.count ?? random.integer(3, 7)) : 0
  const named = options.form === 'cores' ? (options.count ?? random.integer(3, 7)) : 0
  const free = options.form || options.sun || options.exceptions ? 0 : chosen
  const cores = clamp(options.form === 'cores' ? named : free, 0, 14)
  const [wide, high] = random.pick<Format>(FORMATS.strata[cores ? 'cores' : 'section'])
  const margin = 84
  const top = cores ? 92 : high * random.between(0.22, 0.31)
  const bottom = high - 90
  const layers = !cores && options.count ? clamp(options.count, 2, 40) : 0
  const usual = 1 - 0.4 * options.density
  const scale = layers ? (bottom - top) / (layers * 44) : usual * Math.max(0.75, (bottom - top) / 700)
  const beds = pileBeds(random, colours, scale)
  const lively = options.motion > 0 ? 2.3 : options.motion < 0 ? 0.12 : 1
  return {
    wide,
    high,
    margin,
    top,
    bottom,
    cores,
    beds,
    thickness: beds[beds.length - 1]?.roof ?? 1,
    folds: [
      {
        height: random.between(20, 95) * lively,
        length: random.between(500, 1100),
        phase: random.between(0, TURN),
      },
      {
        height: random.between(4, 18) * lively,
        length: random.between(130, 300),
        phase: random.between(0, TURN),
      },
    ],
    dip: random.between(-0.22, 0.22) * (options.motion < 0 ? 0.2 : 1),
    lively,
    faults: cores
      ? []
      : breakFaults(random, clamp(options.exceptions ?? random.pick([0, 1, 1, 2, 2, 3]), 0, 8), wide),
    unconformity: !cores && random.chance(0.4) ? top + random.between(80, 140) : 0,
    seed,
  }
}

/** Height of the surface above a point across, in points from the top. */
export const surfaceAt = ({ cores, top, seed }: Ground, x: number): number =>
  cores ? top : top + 46 * valueNoise(x / 210, 3, seed) + 16 * valueNoise(x / 70, 9, seed)

export const unconformityAt = ({ unconformity, seed }: Ground, x: number): number =>
  unconformity + 12 * valueNoise(x / 90, 2, seed)

function coreShift({ cores, margin, wide, seed }: Ground, x: number): number {
  if (!cores) return 0
  const core = Math.floor(((x - margin) / (wide - 2 * margin)) * cores)
  return (hashFraction(core, 6, seed) - 0.5) * 110
}

/** The unfolded depth at every pixel: where in the pile of beds it lies. */
export function unfold(press: Press, ground: Ground): Plane {
  const { folds, seed, high, lively, faults, top, wide } = ground
  const waver = noisePlane(press, seed ^ 21, 150, 60, 3)
  const thick = swirlPlane(press, seed ^ 22, 330, 2)
  const broad = swirlPlane(press, seed ^ 23, 520, 1)
  const depths = press.plane()
  const [large, small] = folds
  const along = Float32Array.from({ length: press.width }, (_, column) => {
    const x = column * press.unit
    const minor = small.height * sine((x / small.length) * TURN + small.phase)
    return minor + ground.dip * (x - wide / 2) + coreShift(ground, x)
  })
  const swell = Float32Array.from(
    { length: press.width },
    (_, column) => large.height * sine(((column * press.unit) / large.length) * TURN + large.phase),
  )
  for (let row = 0; row < press.height; row++) {
    const y = row * press.unit
    for (let column = 0; column < press.width; column++) {
      const x = column * press.unit
      const at = row * press.width + column
      let depth = y - top + 260 + (along[column] ?? 0) + (swell[column] ?? 0) * (0.7 + (0.3 * y) / high)
      for (const fault of faults) if (x > fault.x + fault.lean * (y - high * 0.55)) depth += fault.throw
      depth +=
        5 * (waver[at] ?? 0) + 42 * (thick[at] ?? 0) * (0.3 + y / high) + 70 * lively * (broad[at] ?? 0)
      depths[at] = depth
    }
  }
  press.free(waver, thick, broad)
  return depths
}
