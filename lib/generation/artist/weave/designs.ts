import type { Random } from '#lib/generation/artist/random.ts'
import { clamp, magnitude } from '#lib/generation/artist/scalar.ts'
import {
  type Cloth,
  dyeWeft,
  GROUND,
  LOUD,
  type Loom,
  MAIN,
  SECOND,
  STRUCTURES,
  type Structure,
} from './cloth.ts'

/** What a design came to: how many of what, for the title. */
export type Drawn = { count: number; one: string; many: string }

/** Setts as yarn and ends, read forth and back between their pivots. */
const SETTS: readonly [Sett, ...Sett[]] = [
  [
    [MAIN, 9],
    [GROUND, 1],
    [MAIN, 2],
    [GROUND, 1],
    [MAIN, 4],
    [SECOND, 7],
    [LOUD, 1],
  ],
  [
    [GROUND, 9],
    [MAIN, 4],
    [GROUND, 1],
    [MAIN, 1],
    [GROUND, 5],
    [SECOND, 2],
    [LOUD, 1],
  ],
  [
    [SECOND, 6],
    [MAIN, 6],
    [LOUD, 1],
    [MAIN, 6],
    [GROUND, 3],
  ],
  [
    [GROUND, 12],
    [SECOND, 1],
    [GROUND, 2],
    [SECOND, 1],
    [GROUND, 4],
    [MAIN, 5],
    [LOUD, 1],
  ],
  [
    [MAIN, 8],
    [SECOND, 8],
    [GROUND, 2],
    [SECOND, 2],
    [LOUD, 1],
    [SECOND, 1],
  ],
]

type Sett = readonly (readonly [yarn: number, ends: number])[]

/** A sett laid out over so many threads in so many repeats, symmetrical about the middle. */
function layOut(sett: Sett, threads: number, repeats: number): Uint8Array {
  const half = sett.flatMap(([yarn, ends]) => Array.from({ length: ends }, () => yarn))
  const span = threads / repeats / 2
  return Uint8Array.from({ length: threads }, (_, index) => {
    const from = magnitude(index + 0.5 - threads / 2) + (repeats & 1 ? 0 : span)
    const within = from % (2 * span)
    const place = within < span ? within : 2 * span - within
    return half[Math.min(half.length - 1, Math.floor((place / span) * half.length))] ?? GROUND
  })
}

/** The same sett in warp and weft; where two colours cross in twill, a third is seen. */
export function drawPlaid({ cloth, random, count, dense }: Loom): Drawn {
  const sett = random.pick(SETTS)
  const across = clamp(count ?? random.integer(2, 4) + dense, 1, 9)
  cloth.warp.set(layOut(sett, cloth.columns, across))
  const repeat = cloth.columns / across
  const down = Math.max(1, Math.round(cloth.rows / repeat))
  const picks = layOut(sett, cloth.rows, down)
  dyeWeft(cloth, (_, row) => picks[row] ?? GROUND)
  return { count: across, one: 'repeat across', many: 'repeats across' }
}

type Effect = { name: string; tie: Structure; dark: (end: number, block: number) => boolean; same: boolean }

/** Colour-and-weave effects: the figure comes of the order of threads alone. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  houndstooth: { name: 'houndstooth', tie: 'twill', dark: (end) => (end & 7) < 4, same: true },
  shepherd: { name: 'shepherd’s check', tie: 'twill', dark: (end) => end % 12 < 6, same: true },
  cabin: {
    name: 'log cabin',
    tie: 'plain',
    dark: (end, block) => ((end + Math.floor(end / block)) & 1) === 0,
    same: true,
  },
  herringbone: { name: 'herringbone', tie: 'herringbone', dark: () => false, same: false },
  birdseye: { name: 'bird’s eye', tie: 'birdseye', dark: () => false, same: false },
}

/** Two yarns in one structure, with bars of the loud yarn near one end. */
export function drawTwill(
  { cloth, random, count, dense, yarns }: Loom,
  shape: string | undefined,
): Drawn & { name: string } {
  const effect = EFFECTS[shape ?? ''] ?? EFFECTS[random.pick(Object.keys(EFFECTS) as [string, ...string[]])]
  if (!effect) throw new RangeError('no such effect')
  cloth.tie.fill(STRUCTURES.indexOf(effect.tie))
  const block = random.pick([11, 15, 19]) - dense * 4
  const usual = random.pick([GROUND, GROUND, SECOND])
  // Counted, the second yarn may be the main one over again.
  const light = yarns > 2 ? usual : GROUND
  for (let end = 0; end < cloth.columns; end++)
    cloth.warp[end] = effect.same && effect.dark(end, block) ? MAIN : light
  const bars = clamp(count ?? random.integer(1, 3), 1, 9)
  const deep = random.pick([4, 6, 8])
  const start = Math.floor(cloth.rows * random.pick([0.12, 0.16, 0.7]))
  const isBar = (row: number) => {
    const into = row - start
    return into >= 0 && into < bars * deep * 2 && Math.floor(into / deep) % 2 === 0
  }
  dyeWeft(cloth, (_, row) => (isBar(row) ? LOUD : !effect.same || effect.dark(row, block) ? MAIN : light))
  return { count: bars, one: 'bar', many: 'bars', name: effect.name }
}

/** Widths that step, never of one size. */
const STEPS = [13, 8, 5, 3, 2, 1, 1, 2, 3, 5, 8] as const

/** Bands of weft over the whole width: plain, pick and pick, or edged, one of them loud. */
export function drawStripes({ cloth, random, count, dense, yarns }: Loom): Drawn {
  const bands = clamp(count ?? random.integer(3, 6) + dense * 2, 1, 24)
  const isMirrored = count === undefined && random.chance(0.5)
  const offset = random.integer(0, STEPS.length - 1)
  const band = Array.from({ length: bands }, (_, index) => {
    const order = isMirrored ? Math.min(index, bands - 1 - index) : index
    return {
      width: 1.6 + (STEPS[(order + offset) % STEPS.length] ?? 1),
      gap: 2 + (STEPS[(order * 3 + offset + 4) % STEPS.length] ?? 1),
      yarn: yarns > 1 && order % 3 === 1 ? SECOND : MAIN,
      kind: (order + offset) % 4,
    }
  })
  const loud = random.integer(0, bands - 1)
  const total = band.reduce((sum, { width, gap }) => sum + width + gap, 0) + 10
  const unit = cloth.rows / total
  let at = 6 * unit
  const starts = band.map(({ width, gap }) => {
    const from = at
    at += (width + gap) * unit
    return { from: Math.floor(from), to: Math.max(Math.floor(from) + 4, Math.floor(from + width * unit)) }
  })
  dyeWeft(cloth, (_, row) => {
    const index = starts.findIndex(({ from, to }) => row >= from && row < to)
    const one = band[index]
    const place = starts[index]
    if (!one || !place) return GROUND
    if (index === loud && yarns > 1) return LOUD
    const isEdge = row - place.from < 4 || place.to - row <= 4
    if (one.kind === 1 && !isEdge && place.to - place.from > 14) return row & 1 ? one.yarn : GROUND
    if (one.kind === 2 && isEdge && place.to - place.from > 16) return one.yarn === MAIN ? SECOND : MAIN
    return one.yarn
  })
  return { count: bands, one: 'stripe', many: 'stripes' }
}

/** Steps of a tapestry: a pyramid, a diamond of two, or a stair that climbs to one side. */
export function drawSteps({ cloth, random, count, dense, yarns }: Loom): Drawn & { name: string } {
  const steps = clamp(count ?? random.integer(4, 7) + dense, 2, 16)
  const kind = random.pick(['pyramid', 'pyramid', 'diamond', 'stair'] as const)
  const facing = random.chance(0.5)
  const levels = kind === 'diamond' ? steps * 2 : steps
  const foot = Math.floor(cloth.rows * (kind === 'diamond' ? 0.06 : 0))
  const head = Math.floor(cloth.rows * (kind === 'diamond' ? 0.06 : random.between(0.16, 0.34)))
  const tread = (cloth.rows - foot - head) / levels
  const margin = kind === 'diamond' ? Math.floor(cloth.columns * 0.05) : 0
  const run = (cloth.columns - 2 * margin) / (kind === 'stair' ? steps : steps * 2)
  const loud = random.integer(0, steps - 1)
  const inset = random.chance(0.6)
  dyeWeft(cloth, (column, row) => {
    const level = Math.floor((cloth.rows - foot - 1 - row) / tread)
    if (level < 0 || level >= levels) return GROUND
    const step =
      kind === 'diamond' && level < steps ? steps - 1 - level : kind === 'diamond' ? level - steps : level
    const side = facing ? column : cloth.columns - 1 - column
    const place = kind === 'stair' ? side : Math.min(column, cloth.columns - 1 - column) - margin
    const into = Math.floor(place / run) - step
    if (place < 0 || into < 0) return GROUND
    if (into === 0 && inset) return yarns > 1 ? LOUD : SECOND
    if (!inset && step === loud && yarns > 1) return LOUD
    return step & 1 ? SECOND : MAIN
  })
  const name = kind === 'stair' ? 'a stair' : `a ${kind}`
  return { count: steps, one: 'step', many: 'steps', name }
}

type Block = { from: number; to: number; yarn: number; other: number; fill: number }

function stackBlocks(random: Random, cloth: Cloth, dense: number, yarns: number): Block[] {
  const blocks: Block[] = []
  let at = 0
  let before = -1
  while (at < cloth.rows) {
    const height = Math.max(
      10,
      Math.floor(cloth.rows * random.pick([0.06, 0.1, 0.1, 0.16, 0.26, 0.42]) * (1 - 0.4 * dense)),
    )
    const left = cloth.rows - at - height
    const to = left < cloth.rows * 0.05 ? cloth.rows : at + height
    const choices = [GROUND, GROUND, MAIN, MAIN, ...(yarns > 1 ? [SECOND] : [])].filter(
      (yarn) => yarn !== before,
    )
    const yarn = choices[random.integer(0, choices.length - 1)] ?? MAIN
    const other = yarn === GROUND ? (yarns > 1 ? random.pick([MAIN, SECOND]) : MAIN) : GROUND
    blocks.push({ from: at, to, yarn, other, fill: random.pick([0, 0, 0, 1, 2, 3]) })
    before = yarn
    at = to
  }
  return blocks
}

/** Blocks in columns of unequal width; solid, pick and pick, or barred, one of them loud. */
export function drawBlocks({ cloth, random, count, dense, yarns }: Loom): Drawn {
  const across = clamp(count ?? random.integer(3, 4) + dense, 2, 12)
  const widths = random.shuffle(
    Array.from({ length: across }, (_, index) => [5, 3, 8, 3, 2, 5][index % 6] ?? 3),
  )
  const total = widths.reduce((sum, width) => sum + width, 0)
  let sum = 0
  const ends = widths.map((width) => {
    sum += width
    return Math.round((sum / total) * cloth.columns)
  })
  const isMirrored = count === undefined && random.chance(0.3)
  const stacks = ends.map(() => stackBlocks(random, cloth, dense, yarns))
  const third = random.pick([0.3, 0.64]) * cloth.rows
  const focus = stacks[random.integer(0, across - 1)] ?? []
  const loud = focus.find(({ to }) => to > third)
  if (loud && yarns > 1) Object.assign(loud, { yarn: LOUD, fill: 0 })
  const stackAt = Int32Array.from({ length: cloth.columns }, (_, column) => {
    const place = isMirrored ? Math.min(column, cloth.columns - 1 - column) * 2 : column
    return Math.max(
      0,
      ends.findIndex((end) => place < end),
    )
  })
  dyeWeft(cloth, (column, row) => {
    const block = stacks[stackAt[column] ?? 0]?.find(({ to }) => row < to)
    if (!block) return GROUND
    if (block.fill === 1) return row & 1 ? block.yarn : block.other
    if (block.fill === 2) return Math.floor((row - block.from) / 6) & 1 ? block.other : block.yarn
    if (block.fill === 3) return (row + (Math.floor(column / 4) & 1)) & 1 ? block.yarn : block.other
    return block.yarn
  })
  const seen = isMirrored ? new Set(stackAt).size * 2 - 1 : across
  return { count: seen, one: 'column of blocks', many: 'columns of blocks' }
}

/** Discs over a ground whose colours hatch into one another, as tapestry blends them. */
export function drawMoon({ cloth, random, count, yarns, hasLoud, isAccented }: Loom): Drawn {
  const discs = clamp(count ?? 1, 1, 7)
  const { columns, rows, thread, pick } = cloth
  const wide = columns * thread
  const high = rows * pick
  const radius = Math.min((wide / discs) * (discs === 1 ? random.between(0.17, 0.25) : 0.34), high * 0.24)
  const cy = random.between(0.3, 0.44) * high
  const alone = random.pick([0.36, 0.42, 0.6, 0.64])
  const centres = Array.from(
    { length: discs },
    (_, index) => wide * (discs === 1 ? alone : (index + 0.5) / discs),
  )
  const foot = yarns > 1 ? SECOND : GROUND
  const horizon = random.between(0.64, 0.76)
  const reach = random.between(0.08, 0.2)
  const salt = random.salt()
  const order = Float64Array.from(
    { length: rows },
    (_, row) => ((Math.floor(row / 2) * 0.618034 + (salt & 255) / 256) % 1) - 0.5,
  )
  const shines = random.chance(0.35)
  const light = hasLoud && (isAccented || shines) ? LOUD : GROUND
  dyeWeft(cloth, (column, row) => {
    const y = (row & ~1) * pick
    const x = (column + 0.5) * thread
    for (const cx of centres) {
      if ((x - cx) * (x - cx) + (y - cy) * (y - cy) < radius * radius) return light
    }
    const depth = (row / rows - horizon) / reach
    return depth > (order[row] ?? 0) ? foot : MAIN
  })
  return { count: discs, one: 'disc', many: 'discs' }
}
