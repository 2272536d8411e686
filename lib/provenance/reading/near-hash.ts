/** Cells of the grid to a side, and frequencies to a side of what is kept of it. */
const SIDE = 64
const KEPT = 16

/** Bits of a hash. */
export const NEAR_BITS = KEPT * KEPT
/** Bits that differ at most between a picture and a copy of it: saved anew, made larger or smaller, grey. */
export const COPY_DISTANCE = 20
/** Bits that differ at most between pictures that are called alike: trimmed copies, and works of one series. */
export const ALIKE_DISTANCE = 48

/** Kept of a picture that has too little in it: half of the bits away from all others. */
export const NOTHING_NEAR = '0'.repeat(NEAR_BITS / 4)

/** Least strength of the frequency in the middle: below it their order is chance. */
const LEAST_STRENGTH = 16

/** sRGB with alpha, eight bits a channel, rows from the top. */
export type Raster = { width: number; height: number; rgba: Uint8Array | Uint8ClampedArray }

type Overlap = { pixel: number; cell: number; share: number }

/** Which pixels of a side lie in which of its cells, and what share of the cell each fills. */
function overlapsOf(length: number): Overlap[] {
  const overlaps: Overlap[] = []
  for (let pixel = 0, cell = 0; pixel < length && cell < SIDE; ) {
    // In units of 1 / (length × SIDE) of the side, so that every border is a whole number.
    const [pixelEnd, cellEnd] = [(pixel + 1) * SIDE, (cell + 1) * length]
    const from = Math.max(pixel * SIDE, cell * length)
    overlaps.push({ pixel, cell, share: (Math.min(pixelEnd, cellEnd) - from) / length })
    if (pixelEnd <= cellEnd) pixel += 1
    if (cellEnd <= pixelEnd) cell += 1
  }
  return overlaps
}

/** Luma (Rec. 601) of one row, over white where the picture is transparent, summed into the cells it crosses. */
function sumRow({ width, rgba }: Raster, y: number, { across, luma }: Across, row: Float64Array): void {
  for (let x = 0, at = y * width * 4; x < width; x += 1, at += 4) {
    const light = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0)
    luma[x] = 255 + ((light - 255) * (rgba[at + 3] ?? 0)) / 255
  }
  row.fill(0)
  for (const { pixel, cell, share } of across) row[cell] = (row[cell] ?? 0) + (luma[pixel] ?? 0) * share
}

type Across = { across: readonly Overlap[]; luma: Float64Array }

/** Mean of each cell of the grid. */
function cellsOf(raster: Raster): Float64Array {
  const cells = new Float64Array(SIDE * SIDE)
  const across = { across: overlapsOf(raster.width), luma: new Float64Array(raster.width) }
  const row = new Float64Array(SIDE)
  let summed = -1
  for (const { pixel, cell, share } of overlapsOf(raster.height)) {
    if (pixel !== summed) sumRow(raster, pixel, across, row)
    summed = pixel
    for (let column = 0, at = cell * SIDE; column < SIDE; column += 1, at += 1)
      cells[at] = (cells[at] ?? 0) + (row[column] ?? 0) * share
  }
  return cells
}

const WAVES = Array.from({ length: KEPT }, (_, wave) =>
  Float64Array.from({ length: SIDE }, (_, at) =>
    Math.cos(((2 * at + 1) * (wave + 1) * Math.PI) / (2 * SIDE)),
  ),
)

/** The lowest frequencies of the grid (DCT-II) that vary both ways, the slowest first. */
function frequenciesOf(cells: Float64Array): number[] {
  const along = WAVES.map((wave) =>
    Float64Array.from({ length: SIDE }, (_, y) =>
      wave.reduce((sum, weight, x) => sum + weight * (cells[y * SIDE + x] ?? 0), 0),
    ),
  )
  return WAVES.flatMap((wave) =>
    along.map((column) => wave.reduce((sum, weight, y) => sum + weight * (column[y] ?? 0), 0)),
  )
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[NEAR_BITS / 2 - 1] ?? 0) + (sorted[NEAR_BITS / 2] ?? 0)) / 2
}

/**
 * What a picture looks like, in 256 bits: each says whether one of its slowest frequencies lies above their median.
 * PDQ (Facebook, 2019) with plain means for its filter; https://github.com/facebook/ThreatExchange, hashing.pdf.
 * @returns 64 hex digits; null for a picture that has too little in it to be told from others
 */
export function nearHashOf(raster: Raster): string | null {
  const frequencies = frequenciesOf(cellsOf(raster))
  if (middleOf(frequencies.map(Math.abs)) < LEAST_STRENGTH) return null
  const middle = middleOf(frequencies)
  let hex = ''
  for (let at = 0; at < NEAR_BITS; at += 4) {
    const four = frequencies.slice(at, at + 4)
    hex += four.reduce((bits, value) => bits * 2 + Number(value > middle), 0).toString(16)
  }
  return hex
}
