import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import * as text from '#messages/voting/drafts/take-file.ts'
import { type Matter, withDecisions } from './decisions.ts'
import type { FileDraft } from './draft-file.ts'
import type { DraftRow, NamedWork } from './draft-rows.ts'

export type Taken = {
  draft: BallotDraft
  /** What the file says and this round or this voter cannot have, in words. */
  leftOut: string[]
}

/** A file without titles is believed; one that was made in another round gives itself away by them. */
const isHere = (row: DraftRow, here: NamedWork | undefined) =>
  here !== undefined && (row.title === '' || row.title === here.title.trim())

function whyOut(row: DraftRow, here: NamedWork | undefined): string {
  const name = text.called(row.number, row.title)
  return here ? text.otherTitle(name, here.title) : text.notHere(name)
}

/**
 * A draft with what a file says laid over it. What the file does not say stays: an empty cell changes nothing, and
 * works that the file does not rank stand behind those that it does.
 */
export function withFile(
  draft: BallotDraft,
  file: FileDraft,
  { works, voter }: { works: readonly NamedWork[]; voter: string | null },
): Taken {
  const named = new Map(works.map((work) => [work.number, work]))
  const [rows, out] = [file.rows, file.rows].map((all, side) =>
    all.filter((row) => isHere(row, named.get(row.number)) === (side === 0)),
  ) as [DraftRow[], DraftRow[]]
  const leftOut = out.map((row) => whyOut(row, named.get(row.number)))
  const decided: [Matter, string | number][] = []
  for (const { number, mark, rating, value, chosen } of rows) {
    if (mark) decided.push([`mark ${number}`, mark])
    if (rating) decided.push([`rating ${number}`, rating])
    if (value) decided.push([`value ${number}`, value])
    if (chosen) decided.push(['chosen', number])
  }
  const ranked = rows
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ number }) => number)
  if (ranked.length > 0) decided.push(['order', [...new Set([...ranked, ...draft.order])].join('>')])
  if (file.note) decided.push(['note', file.note])
  if (file.duels?.answers) {
    if (file.duels.voter === voter) decided.push(['duels', file.duels.answers])
    else leftOut.push(text.duelsOfOther(file.duels.voter.slice(0, 12)))
  }
  return { draft: withDecisions(draft, decided), leftOut }
}
