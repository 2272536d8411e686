/** An sRGB picture, three bytes to a pixel. */
export type Picture = { width: number; height: number; rgb: Uint8Array }

type Absorption = readonly [number, number, number]

type Cell = { absorption: Absorption; count: number }

const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const v = byte / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
})

/** The colour of the paper: the mean of a border four pixels wide, in linear light. */
function paperOf({ width, height, rgb }: Picture): number[] {
  const sum = [0, 0, 0]
  let count = 0
  for (let at = 0; at < width * height; at++) {
    const x = at % width
    const y = Math.floor(at / width)
    if (x > 3 && y > 3 && x < width - 4 && y < height - 4) continue
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (LINEAR[rgb[at * 3 + c] ?? 0] ?? 0)
    count++
  }
  return sum.map((value) => value / count)
}

const STEP = 0.06

/** What inks take from the paper's light, gathered in cells: a tint of one ink lies on a straight line. */
function absorptions(picture: Picture): Cell[] {
  const paper = paperOf(picture)
  const cells = new Map<string, { sum: [number, number, number]; count: number }>()
  for (let at = 0; at < picture.width * picture.height; at++) {
    const share = [0, 1, 2].map((c) => 1 - (LINEAR[picture.rgb[at * 3 + c] ?? 0] ?? 0) / (paper[c] ?? 1)) as [
      number,
      number,
      number,
    ]
    if (Math.max(...share.map(Math.abs)) < 0.12) continue
    const key = share.map((v) => Math.round(v / STEP)).join()
    const cell = cells.get(key) ?? { sum: [0, 0, 0], count: 0 }
    cell.sum = [cell.sum[0] + share[0], cell.sum[1] + share[1], cell.sum[2] + share[2]]
    cell.count++
    cells.set(key, cell)
  }
  return [...cells.values()].map(({ sum, count }) => ({
    absorption: [sum[0] / count, sum[1] / count, sum[2] / count],
    count,
  }))
}

/** Light taken by several films, each of an amount, one over the other. */
function overlaid(inks: readonly Absorption[], amounts: readonly number[]): Absorption {
  const left = [0, 1, 2].map((c) =>
    inks.reduce((rest, ink, index) => rest * (1 - (ink[c] ?? 0) * (amounts[index] ?? 0)), 1),
  )
  return [1 - (left[0] ?? 0), 1 - (left[1] ?? 0), 1 - (left[2] ?? 0)]
}

const AMOUNTS = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05]

/** Every overprint of the inks, and every edge where two of them meet. */
function mixtures(inks: readonly Absorption[]): Absorption[] {
  let amounts: number[][] = [[]]
  for (const _ of inks) amounts = amounts.flatMap((some) => AMOUNTS.map((amount) => [...some, amount]))
  const beside = amounts.filter((some) => some.reduce((sum, amount) => sum + amount, 0) <= 1.05)
  return [
    ...amounts.map((some) => overlaid(inks, some)),
    ...beside.map((some): Absorption => {
      const sum = (c: number) =>
        inks.reduce((light, ink, index) => light + (ink[c] ?? 0) * (some[index] ?? 0), 0)
      return [sum(0), sum(1), sum(2)]
    }),
  ]
}

const far = (one: Absorption, other: Absorption) =>
  Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]))

const TOLERANCE = 0.1

/** Whether all but a trace of the printed pixels can come of these inks. */
function explains(cells: readonly Cell[], inks: readonly Absorption[], trace: number): boolean {
  const possible = mixtures(inks)
  let rest = cells.reduce((sum, { count }) => sum + count, 0) * trace
  for (const { absorption, count } of cells) {
    if (possible.some((mixture) => far(mixture, absorption) < TOLERANCE)) continue
    rest -= count
    if (rest < 0) return false
  }
  return true
}

function choices<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    choices(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}

/**
 * How many inks a picture shows besides its paper: the least number of its own colours whose tints
 * and overprints account for all but a trace of the printed pixels. For transparent inks on light paper.
 */
export function countInks(picture: Picture, trace = 0.004, most = 4): number {
  const cells = absorptions(picture).sort((one, other) => other.count - one.count)
  const candidates = distinctColours(cells)
  for (let count = 1; count < most; count++) {
    if (choices(candidates, count).some((inks) => explains(cells, inks, trace))) return count
  }
  return most
}

/** The strongest colour in each direction of absorption: full films, not their tints. */
function distinctColours(cells: readonly Cell[]): Absorption[] {
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  const common = cells.filter(({ count }) => count > total * 0.001)
  const strength = (a: Absorption) => a[0] + a[1] + a[2]
  const strongest = [...common].sort((one, other) => strength(other.absorption) - strength(one.absorption))
  const chosen: Absorption[] = []
  for (const { absorption } of strongest) {
    const isNew = chosen.every((other) => far(direction(other), direction(absorption)) > 0.07)
    if (isNew && chosen.length < 12) chosen.push(absorption)
  }
  return chosen
}

function direction([r, g, b]: Absorption): Absorption {
  const size = Math.max(Math.abs(r), Math.abs(g), Math.abs(b))
  return [r / size, g / size, b / size]
}
