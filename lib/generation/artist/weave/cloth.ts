import type { Random } from '#lib/generation/artist/random.ts'

/** How a crossing is tied: which of the two threads lies on top. */
export const STRUCTURES = ['plain', 'twill', 'herringbone', 'birdseye', 'faced'] as const

export type Structure = (typeof STRUCTURES)[number]

/** A cloth thread by thread: each crossing knows its weft yarn and how it is tied. */
export type Cloth = {
  /** Warp ends across, and picks of weft down. */
  columns: number
  rows: number
  /** Width of a warp thread and height of a pick, in points. */
  thread: number
  pick: number
  /** Yarn of each warp end. */
  warp: Uint8Array
  /** Yarn of the weft and index of the structure at each crossing, row by row. */
  weft: Uint8Array
  tie: Uint8Array
}

/** Yarns by their office in a cloth. */
export const GROUND = 0
export const MAIN = 1
export const SECOND = 2
export const LOUD = 3

/** A cloth as it is being drawn up. */
export type Loom = {
  cloth: Cloth
  random: Random
  count: number | undefined
  dense: number
  /** How many dyed yarns may be used besides the ground. */
  yarns: number
  /** Whether one of them is of another colour than the rest, and whether the brief asked for it. */
  hasLoud: boolean
  isAccented: boolean
}

const fold = (n: number, period: number) => {
  const at = ((n % period) + period) % period
  return at * 2 < period ? at : period - 1 - at
}

/** Whether the warp lies on top where end `i` crosses pick `j`. */
export function warpIsUp(structure: Structure, i: number, j: number): boolean {
  if (structure === 'plain') return ((i + j) & 1) === 0
  if (structure === 'twill') return ((i + j) & 3) < 2
  if (structure === 'herringbone') return ((fold(i, 24) + j) & 3) < 2
  if (structure === 'birdseye') return ((fold(i, 12) + fold(j, 12)) & 3) < 2
  return false
}

/** An empty cloth of one structure, undyed. */
export function blankCloth(
  { wide, high, thread, pick }: { wide: number; high: number; thread: number; pick: number },
  structure: Structure,
): Cloth {
  const columns = Math.max(8, Math.floor(wide / thread))
  const rows = Math.max(8, Math.floor(high / pick))
  return {
    columns,
    rows,
    thread,
    pick,
    warp: new Uint8Array(columns),
    weft: new Uint8Array(columns * rows),
    tie: new Uint8Array(columns * rows).fill(STRUCTURES.indexOf(structure)),
  }
}

/** Gives each crossing the weft yarn that `yarnAt` says, by warp end and pick. */
export function dyeWeft(cloth: Cloth, yarnAt: (column: number, row: number) => number): void {
  for (let row = 0; row < cloth.rows; row++) {
    for (let column = 0; column < cloth.columns; column++) {
      cloth.weft[row * cloth.columns + column] = yarnAt(column, row)
    }
  }
}
