import { type CountedType, type FloatRow, sumRows } from './float-tally.ts'

/** How often the votes are shuffled, unless that is too much work for this many. */
export const SHUFFLES = 200
const MOST_ADDITIONS = 20_000_000

export type Shuffled = { made: number; changed: number }

/** Whether two lists of doubles are the same bit for bit; zero is zero. */
export const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at])

/** A small generator (mulberry32), so that a recount shuffles as every other recount does. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same rows in another order (Fisher–Yates). */
export function shuffled<T>(rows: readonly T[], random: () => number): T[] {
  const copy = [...rows]
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[copy[last], copy[other]] = [copy[other] as T, copy[last] as T]
  }
  return copy
}

/** Shuffles the votes and says how often Snapshot's count gives another list of scores. */
export function shuffleFloats(type: CountedType, rows: readonly FloatRow[], choices: number): Shuffled {
  const rounds = type === 'ranked-choice' ? choices : 1
  const work = rows.reduce((sum, { parts }) => sum + Math.max(1, parts.length), 0) * rounds
  const made = Math.max(10, Math.min(SHUFFLES, Math.floor(MOST_ADDITIONS / Math.max(1, work))))
  const first = sumRows(type, rows, choices)
  const random = seededRandom(1)
  let changed = 0
  for (let at = 0; at < made; at += 1)
    if (!isSame(sumRows(type, shuffled(rows, random), choices), first)) changed += 1
  return { made, changed }
}

type Ordered = { row: FloatRow; created: number | null; id: string | null; voter: string | null }

const byText = (a: string | null, b: string | null) => ((a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1)

/** Orders that a database may have given the votes in; Snapshot does not publish which. */
export type OrderName =
  | 'in the order given'
  | 'in the order given, backwards'
  | 'by time'
  | 'by time, the latest first'
  | 'by id'
  | 'by voter'
  | 'by power, the greatest first'

const ORDERS: readonly [name: OrderName, order: (rows: readonly Ordered[]) => readonly Ordered[]][] = [
  ['in the order given', (rows) => rows],
  ['in the order given, backwards', (rows) => rows.toReversed()],
  ['by time', (rows) => rows.toSorted((a, b) => (a.created ?? 0) - (b.created ?? 0))],
  ['by time, the latest first', (rows) => rows.toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0))],
  ['by id', (rows) => rows.toSorted((a, b) => byText(a.id, b.id))],
  ['by voter', (rows) => rows.toSorted((a, b) => byText(a.voter, b.voter))],
  ['by power, the greatest first', (rows) => rows.toSorted((a, b) => b.row.vp - a.row.vp)],
]

/** The first order in which Snapshot's count gives these scores to the last bit; null for none of those tried. */
export function orderThatGives(
  published: readonly number[],
  type: CountedType,
  rows: readonly Ordered[],
): OrderName | null {
  const found = ORDERS.find(([, order]) =>
    isSame(
      sumRows(
        type,
        order(rows).map(({ row }) => row),
        published.length,
      ),
      published,
    ),
  )
  return found?.[0] ?? null
}

/** What adding n doubles in another order can change at most, by the usual bound, with room for the scaling. */
export function roundingBound(rows: readonly FloatRow[]): number {
  const magnitude = rows.reduce((sum, { vp }) => sum + Math.abs(vp), 0)
  return 4 * (rows.length + 4) * Number.EPSILON * magnitude
}
