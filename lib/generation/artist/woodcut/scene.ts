import { FORMATS, type Format } from '#lib/generation/artist/formats.ts'
import { valueNoise } from '#lib/generation/artist/noise.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { clamp, magnitude, mix, smooth } from '#lib/generation/artist/scalar.ts'

export type SceneKind = 'hills' | 'sea' | 'field' | 'peak'

/** Height of a skyline, in points from the top, at a point across. */
export type Skyline = (x: number) => number

export type Sun = { x: number; y: number; radius: number }

export type Scene = {
  kind: SceneKind
  wide: number
  high: number
  margin: number
  horizon: number
  /** Far to near. */
  ridges: readonly Skyline[]
  /** How many of the ridges, the farthest, are peaks. */
  peaks: number
  /** Where light comes from; `shown` is false when no disc is cut. */
  sun: Sun & { shown: boolean }
  sky: 'rays' | 'rings' | 'flat' | 'none'
  lean: number
  /** How far the lines of the cut waver, and how wide they stand. */
  waver: number
  spacing: number
}

const KINDS = ['hills', 'sea', 'field', 'peak', 'hills'] as const
type Place = {
  random: Random
  kind: SceneKind
  wide: number
  high: number
  margin: number
  horizon: number
  steep: number
  sunX: number
}

function islandLine({ random, wide, horizon, steep }: Place): Skyline {
  const height = random.between(40, 110) * steep
  const [middle, reach, salt] = [random.between(0.1, 0.9) * wide, random.between(140, 340), random.salt()]
  return (x) =>
    horizon + 5 - height * smooth(reach, 0, magnitude(x - middle)) * (1 + 0.25 * valueNoise(x / 50, 1, salt))
}

/** Several peaks stand side by side, the farthest highest. */
function peakLine({ random, wide, horizon, margin, sunX }: Place, order: number, count: number): Skyline {
  const alone = (sunX < wide / 2 ? random.between(0.55, 0.68) : random.between(0.32, 0.45)) * wide
  const aside = (((order * 2 + 1) % count) + random.between(0.3, 0.7)) / count
  const summit = count === 1 ? alone : mix(0.14, 0.86, aside) * wide
  const tall =
    (count === 1 ? 0.86 : 0.8 * Math.min(1, (wide / horizon) * 0.62)) * (1 - (0.34 * order) / count)
  const salt = random.salt()
  return (x) => {
    const t = Math.sqrt((x - summit) * (x - summit) + 900) / (wide * (count === 1 ? 0.32 : 0.25))
    const rough = 7 * valueNoise(x / 15, 3, salt) * smooth(1.4, 0.1, t)
    return horizon - 70 - ((horizon - margin) * tall * (1.72 / (1 + 1.75 * t) - 0.62) + rough)
  }
}

function ridgeLine(
  { random, wide, high, margin, kind, horizon, steep }: Place,
  order: number,
  count: number,
): Skyline {
  const foot = kind === 'field' ? horizon : high - margin - (high > 900 ? 150 : 100)
  const base = mix(horizon - 70, foot, (order + 0.3) / count)
  const height = mix(120, 80, order / count) * steep * Math.min(1, high / 900)
  const [middle, reach, salt] = [random.between(0.1, 0.9) * wide, random.between(180, 420), random.salt()]
  return (x) => {
    const swell = 0.6 * valueNoise(x / 260, 5, salt) + 0.5 * smooth(reach * 1.3, 0, magnitude(x - middle))
    return base - height * (swell + 0.18 * valueNoise(x / 80, 2, salt)) - 4 * valueNoise(x / 18, 3, salt)
  }
}

/** How many skylines, and how many of them, the farthest, are peaks. */
function countOf({ random, kind }: Place, asked: number | undefined): { lines: number; peaks: number } {
  if (kind === 'sea') return { lines: clamp(asked ?? random.integer(0, 2), 0, 5), peaks: 0 }
  if (kind === 'field') return { lines: clamp(asked ?? random.integer(1, 2), 1, 5), peaks: 0 }
  if (kind === 'hills') return { lines: clamp(asked ?? random.integer(3, 5), 1, 7), peaks: 0 }
  const peaks = clamp(asked ?? random.pick([1, 1, 2]), 1, 5)
  return { lines: peaks + random.integer(1, 2), peaks }
}

function horizonOf(random: Random, kind: SceneKind): number {
  if (kind === 'sea') return random.between(0.42, 0.64)
  return kind === 'field' ? random.between(0.36, 0.48) : random.between(0.44, 0.58)
}

function ridgesOf(place: Place, options: Options): { ridges: Skyline[]; peaks: number } {
  const { lines, peaks } = countOf(place, options.count)
  const ridges = Array.from({ length: lines }, (_, order) => {
    if (place.kind === 'sea') return islandLine(place)
    return order < peaks ? peakLine(place, order, peaks) : ridgeLine(place, order, lines)
  })
  return { ridges, peaks }
}

/** Places sun and skylines: the disc on a third, always touching air, resting on the far ridge when low. */
export function composeScene(random: Random, options: Options): Scene {
  const chosen = random.pick(KINDS)
  const kind = (['hills', 'sea', 'field', 'peak'] as const).find((name) => name === options.form) ?? chosen
  const [wide, high] = random.pick<Format>(FORMATS.woodcut[kind])
  const margin = high < 800 ? 58 : 72
  const horizon = Math.floor(margin + (high - 2 * margin) * horizonOf(random, kind))
  const x = random.pick([0.32, 0.38, 0.63, 0.7]) * wide
  const radius = random.between(0.06, 0.11) * Math.min(wide, high)
  const steep = options.motion > 0 ? 1.45 : options.motion < 0 ? 0.6 : 1
  const { ridges, peaks } = ridgesOf({ random, kind, wide, high, margin, horizon, steep, sunX: x }, options)
  const air = Math.min(horizon, ...ridges.map((ridge) => ridge(x)))
  const floating = Math.min(
    horizon - 40,
    margin + (horizon - margin) * random.between(0.38, 0.72),
    air + radius * 0.25,
  )
  const y = options.low ? air - radius * 0.3 : floating
  const weather = options.hour === 'rain' || options.hour === 'snow'
  const shown = options.sun ?? !weather
  const sky = random.pick<Scene['sky']>(['rays', 'rings', 'flat', 'flat', 'none'])
  return {
    kind,
    wide,
    high,
    margin,
    horizon,
    ridges,
    peaks,
    sun: { x, y: Math.max(margin + radius + 14, y), radius, shown },
    sky: shown ? sky : 'flat',
    lean: random.between(-0.5, 0.5),
    waver: options.motion > 0 ? 1.9 : options.motion < 0 ? 0.35 : 1,
    spacing: options.density > 0 ? 9.5 : options.density < 0 ? 19 : 13,
  }
}
