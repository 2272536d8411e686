import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import type { FileFault } from './file-fault.ts'

/** What a draft says of one work, as a line of a file; null and false are nothing. */
export type DraftRow = {
  number: number
  title: string
  creator: string
  mark: 'pick' | 'pass' | null
  rating: number | null
  /** Shares, votes or points. */
  value: number | null
  /** Place in a ranking, from 1. */
  rank: number | null
  /** Single choice: the one that counts. */
  chosen: boolean
}

export type NamedWork = { number: number; title: string; creator: string }

export const ROW_FIELDS = ['number', 'title', 'creator', 'mark', 'rating', 'value', 'rank', 'chosen'] as const

/** Every work that a draft says something of, by number. */
export function rowsOfDraft(draft: BallotDraft, works: readonly NamedWork[]): DraftRow[] {
  const { picks, passes, chosen, order } = draft
  const [ratings, values] = [new Map(draft.ratings), new Map(draft.values)]
  const named = new Map(works.map((work) => [work.number, work]))
  const numbers = new Set([...picks, ...passes, ...ratings.keys(), ...values.keys(), ...order])
  if (chosen !== null) numbers.add(chosen)
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((number) => ({
      number,
      title: named.get(number)?.title ?? '',
      creator: named.get(number)?.creator ?? '',
      mark: picks.includes(number) ? 'pick' : passes.includes(number) ? 'pass' : null,
      rating: ratings.get(number) ?? null,
      value: values.get(number) ?? null,
      rank: order.includes(number) ? order.indexOf(number) + 1 : null,
      chosen: chosen === number,
    }))
}

const MOST = 999_999
const written = (cell: unknown) =>
  cell === null || cell === undefined || cell === false ? '' : String(cell).trim()

/** A whole number from 1, null for an empty cell, or undefined for what is neither. */
function wholeOf(cell: unknown, most = MOST): number | null | undefined {
  const text = written(cell)
  if (text === '') return null
  const value = Number(text)
  return /^[0-9]+$/.test(text) && value >= 1 && value <= most ? value : undefined
}

const CHOSEN = new Map([
  ['', false],
  ['yes', true],
  ['true', true],
])
const MARKS = new Map<string, DraftRow['mark']>([
  ['', null],
  ['pick', 'pick'],
  ['pass', 'pass'],
])

/** One row from its cells by name, or in words what is wrong with it. */
export function rowOf(cells: Readonly<Record<string, unknown>>): DraftRow | string {
  const number = wholeOf(cells.number)
  if (!number) return `“${written(cells.number)}” is no number of a work.`
  const mark = MARKS.get(written(cells.mark).toLowerCase())
  if (mark === undefined) return `“${written(cells.mark)}” is no mark: pick, pass or nothing.`
  const rating = wholeOf(cells.rating, 5)
  if (rating === undefined) return `“${written(cells.rating)}” is no rating: 1 to 5 or nothing.`
  const value = wholeOf(cells.value)
  if (value === undefined) return `“${written(cells.value)}” is no value: a whole number from 1, or nothing.`
  const rank = wholeOf(cells.rank)
  if (rank === undefined) return `“${written(cells.rank)}” is no rank: a whole number from 1, or nothing.`
  const chosen = CHOSEN.get(written(cells.chosen).toLowerCase())
  if (chosen === undefined)
    return `“${written(cells.chosen)}” does not say whether it counts: yes or nothing.`
  return {
    number,
    title: written(cells.title),
    creator: written(cells.creator),
    mark,
    rating,
    value,
    rank,
    chosen,
  }
}

type Placed = { at: string; cells: Readonly<Record<string, unknown>> }

/** What would stand twice: a work, a place of the ranking, the one that counts. */
function twice({ number, rank, chosen }: DraftRow): string[] {
  return [`work #${number}`, ...(rank === null ? [] : [`rank ${rank}`]), ...(chosen ? ['what counts'] : [])]
}

/** All rows of a file, or all that is wrong with them. */
export function rowsOf(placed: Iterable<Placed>): { rows: DraftRow[]; faults: FileFault[] } {
  const rows: DraftRow[] = []
  const faults: FileFault[] = []
  const seen = new Map<string, string>()
  for (const { at, cells } of placed) {
    const row = rowOf(cells)
    if (typeof row === 'string') {
      faults.push({ code: 'draft-file-row', at, says: row })
      continue
    }
    for (const what of twice(row)) {
      const first = seen.get(what)
      if (first) faults.push({ code: 'draft-file-twice', at, says: `The same ${what} as in ${first}.` })
      else seen.set(what, at)
    }
    rows.push(row)
  }
  return { rows, faults }
}
