import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import * as words from '#messages/voting/drafts/draft-rows.ts'
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
  if (!number) return words.noNumber(written(cells.number))
  const mark = MARKS.get(written(cells.mark).toLowerCase())
  if (mark === undefined) return words.noMark(written(cells.mark))
  const rating = wholeOf(cells.rating, 5)
  if (rating === undefined) return words.noRating(written(cells.rating))
  const value = wholeOf(cells.value)
  if (value === undefined) return words.noValue(written(cells.value))
  const rank = wholeOf(cells.rank)
  if (rank === undefined) return words.noRank(written(cells.rank))
  const chosen = CHOSEN.get(written(cells.chosen).toLowerCase())
  if (chosen === undefined) return words.noChoice(written(cells.chosen))
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

type Once = { key: string; twice: (first: string) => string }

/** What may stand once only: a work, a place of the ranking, the one that counts; and what is said of a second. */
function onceOf({ number, rank, chosen }: DraftRow): Once[] {
  const work = { key: `work ${number}`, twice: (first: string) => words.sameWork(number, first) }
  const place = rank !== null && {
    key: `rank ${rank}`,
    twice: (first: string) => words.sameRank(rank, first),
  }
  const choice = chosen && { key: 'chosen', twice: words.sameChoice }
  return [work, place, choice].filter((one) => one !== false)
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
    for (const { key, twice } of onceOf(row)) {
      const first = seen.get(key)
      if (first) faults.push({ code: 'draft-file-twice', at, says: twice(first) })
      else seen.set(key, at)
    }
    rows.push(row)
  }
  return { rows, faults }
}
