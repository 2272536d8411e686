import { type Sitting, sit } from './judging.ts'
import { type Pass, SITTING } from './pass-order.ts'
import type { TableRound } from './table-round.ts'

/** What the address of a table named. */
export type Asked = { work: number | null; pass: Pass | null }

/** Where votes are taken, works are judged by sittings; elsewhere one looks at all of them. */
export const isSitting = ({ state }: Pick<TableRound, 'state'>): boolean => state === 'open'

/** As the server knows it: nothing is judged yet. A work that is not dealt first is found among all. */
export function firstSitting(round: Pick<TableRound, 'state' | 'numbers'>, { work }: Asked): Sitting {
  const { numbers } = round
  const first = isSitting(round) ? numbers.slice(0, SITTING) : numbers
  const place = work === null ? 0 : first.indexOf(work)
  if (place >= 0) return sit(first, place, isSitting(round) ? 'reject' : 'all')
  return sit(numbers, Math.max(0, numbers.indexOf(work ?? 0)), 'all')
}
