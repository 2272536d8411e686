import type { SnapshotReport } from '#lib/interop/snapshot/report.ts'
import * as words from '#messages/provenance/snapshot/snapshot-words.ts'

/** What stands under the statement. */
export function verdictText({ verdict }: SnapshotReport): string {
  if (verdict.kind === 'equal') return words.equalIn(verdict.order)
  if (verdict.kind === 'unequal') return words.differsBy(verdict.most)
  return verdict.doubts
    .map((doubt) => words.doubt(doubt.code, doubt))
    .map(({ title, text }) => `${title} ${text}`)
    .join(' ')
}

/** "“Tide” in every count", or who wins in which. */
export function winnerText({ winners }: SnapshotReport): string {
  const { published, compatible, exact } = winners
  const named = (winner: typeof exact) => (winner ? words.named(winner.name) : words.nobody)
  if (published?.number === compatible?.number && compatible?.number === exact?.number)
    return words.inEvery(named(exact))
  if (published?.number === compatible?.number) return words.inTwo(named(published), named(exact))
  return words.inThree(named(published), named(compatible), named(exact))
}

const date = (seconds: number | null) =>
  seconds === null ? words.unknownTime : new Date(seconds * 1000).toISOString().slice(0, 10)

/** Where it was, what kind of vote, when. */
export function factsText({ proposal }: SnapshotReport): string {
  const { space, type, start, end } = proposal
  return words.facts(space ?? words.noSpace, type, { start: date(start), end: date(end) })
}

export const votesText = ({ votes, proposal }: SnapshotReport): string =>
  words.votes({ ...votes, said: proposal.votes })
