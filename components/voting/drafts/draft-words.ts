import { type Change, matterParts } from './decisions.ts'

const count = (number: number, one: string, many = `${one}s`) =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en')} ${many}`

/** "a, b and c". */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** What changed, by kind: "12 picks, 3 ratings and the note". */
export function changesInWords(changes: readonly Change[]): string {
  const of = (test: (change: Change & { kind: string }) => boolean) =>
    changes.filter((change) => test({ ...change, kind: matterParts(change.matter).kind })).length
  const parts: [number, string, string?][] = [
    [of(({ kind, after }) => kind === 'mark' && after === 'pick'), 'pick'],
    [of(({ kind, after }) => kind === 'mark' && after === 'pass'), 'pass', 'passes'],
    [of(({ kind, after }) => kind === 'mark' && after === undefined), 'mark taken off', 'marks taken off'],
    [of(({ kind }) => kind === 'rating'), 'rating'],
    [of(({ kind }) => kind === 'value'), 'value'],
  ]
  const whole: [string, string][] = [
    ['chosen', 'the work that counts'],
    ['order', 'the ranking'],
    ['duels', 'the duels'],
    ['note', 'the note'],
  ]
  return listed([
    ...parts.flatMap(([number, one, many]) => (number > 0 ? [count(number, one, many)] : [])),
    ...whole.flatMap(([wanted, words]) => (of(({ kind }) => kind === wanted) > 0 ? [words] : [])),
  ])
}

const MARKS: Record<string, string> = { pick: 'picked', pass: 'passed' }

/** One decision in words: "picked", "rated 4", "nothing". */
export function decisionInWords(matter: Change['matter'], value: string | number | undefined): string {
  const { kind } = matterParts(matter)
  if (value === undefined) return kind === 'mark' ? 'unset' : 'nothing'
  if (kind === 'mark') return MARKS[value] ?? String(value)
  if (kind === 'rating') return `rated ${value}`
  if (kind === 'duels') return count(String(value).length, 'duel')
  if (kind === 'order') return `#${String(value).replaceAll('>', ' > #')}`
  if (kind === 'chosen') return `#${value}`
  return kind === 'note' ? `“${value}”` : String(value)
}

const WHOLE = {
  chosen: 'The work that counts',
  order: 'The ranking',
  duels: 'The duels',
  note: 'The note',
} as const

/** What a decision is about: "#12 Harbour", "The note". */
export function matterInWords(matter: Change['matter'], titles: ReadonlyMap<number, string>): string {
  const { kind, number } = matterParts(matter)
  if (number === null) return WHOLE[kind as keyof typeof WHOLE]
  return `#${number} ${titles.get(number) ?? ''}`.trim()
}
