import * as text from '#messages/voting/drafts/draft-words.ts'
import { type Change, matterParts } from './decisions.ts'

/** What changed, by kind: "12 picks, 3 ratings and the note". */
export function changesInWords(changes: readonly Change[]): string {
  const of = (test: (change: Change & { kind: string }) => boolean) =>
    changes.filter((change) => test({ ...change, kind: matterParts(change.matter).kind })).length
  const parts: [number, (count: number) => string][] = [
    [of(({ kind, after }) => kind === 'mark' && after === 'pick'), text.picks],
    [of(({ kind, after }) => kind === 'mark' && after === 'pass'), text.passes],
    [of(({ kind, after }) => kind === 'mark' && after === undefined), text.marksTakenOff],
    [of(({ kind }) => kind === 'rating'), text.ratings],
    [of(({ kind }) => kind === 'value'), text.values],
  ]
  return text.listed([
    ...parts.flatMap(([number, counted]) => (number > 0 ? [counted(number)] : [])),
    ...Object.entries(text.whole).flatMap(([wanted, words]) =>
      of(({ kind }) => kind === wanted) > 0 ? [words] : [],
    ),
  ])
}

const MARKS: Record<string, string> = { pick: text.picked, pass: text.passed }

/** One decision in words: "picked", "rated 4", "nothing". */
export function decisionInWords(matter: Change['matter'], value: string | number | undefined): string {
  const { kind } = matterParts(matter)
  if (value === undefined) return kind === 'mark' ? text.unset : text.nothing
  if (kind === 'mark') return MARKS[value] ?? String(value)
  if (kind === 'rating') return text.rated(String(value))
  if (kind === 'duels') return text.duels(String(value).length)
  if (kind === 'order') return `#${String(value).replaceAll('>', ' > #')}`
  if (kind === 'chosen') return `#${value}`
  return kind === 'note' ? text.note(String(value)) : String(value)
}

/** What a decision is about: "#12 Harbour", "The note". */
export function matterInWords(matter: Change['matter'], titles: ReadonlyMap<number, string>): string {
  const { kind, number } = matterParts(matter)
  if (number === null) return text.matters[kind as keyof typeof text.matters]
  return `#${number} ${titles.get(number) ?? ''}`.trim()
}
