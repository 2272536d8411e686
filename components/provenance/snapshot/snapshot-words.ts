import type { ChoiceRow, SnapshotReport } from '#lib/interop/snapshot/report.ts'
import type { RefusalCode } from './recount-files.ts'

/** The one sentence of a recount. */
export const STATEMENT: Record<SnapshotReport['verdict']['kind'], string> = {
  equal: 'The published scores are what its own count gives.',
  unequal: 'The published scores are not what its own count gives.',
  unknown: 'It cannot be said whether the published scores are right.',
}

export const CAUSE: Record<ChoiceRow['cause'], string> = {
  none: '',
  rounding: 'rounding',
  tie: 'a tie broken otherwise',
  votes: 'votes handled otherwise',
  unknown: '',
}

/** What stands under the statement. */
export function verdictText({ verdict }: SnapshotReport): string {
  if (verdict.kind === 'equal') return `To the last bit, with the votes added ${verdict.order}.`
  if (verdict.kind === 'unequal') return `A score differs by ${verdict.most}: more than rounding can.`
  return verdict.doubts.map(({ title, text }) => `${title} ${text}`).join(' ')
}

/** "“Tide” in every count", or who wins in which. */
export function winnerText({ winners }: SnapshotReport): string {
  const { published, compatible, exact } = winners
  const named = (winner: typeof exact) => (winner ? `“${winner.name}”` : 'nobody')
  if (published?.number === compatible?.number && compatible?.number === exact?.number)
    return `${named(exact)} in every count.`
  if (published?.number === compatible?.number)
    return `${named(published)} as published and by its own count, ${named(exact)} by the exact one.`
  return `${named(published)} as published, ${named(compatible)} by its own count, ${named(exact)} by the exact one.`
}

const date = (seconds: number | null) =>
  seconds === null ? 'an unknown time' : new Date(seconds * 1000).toISOString().slice(0, 10)

/** Where it was, what kind of vote, when. */
export function factsText({ proposal }: SnapshotReport): string {
  const { space, type, start, end } = proposal
  return [space ?? 'no space', `${type} vote`, `${date(start)} to ${date(end)}`].join(', ')
}

export function votesText({ votes, proposal }: SnapshotReport): string {
  const count = (number: number) => number.toLocaleString('en')
  const said = proposal.votes === null ? '' : ` of ${count(proposal.votes)} that the proposal tells of`
  return `${count(votes.given)} in the list${said}; ${count(votes.compatible)} count for Snapshot, ${count(votes.exact)} exactly.`
}

export const REFUSED: Record<RefusalCode, { title: string; text: string }> = {
  'not-json': {
    title: 'This is not JSON.',
    text: 'Save the answer of the hub as it is, and choose that file.',
  },
  'too-deep': { title: 'This is no list of votes.', text: 'It holds lists within lists without end.' },
  'numbers-rounded': {
    title: 'This browser is too old for exact numbers.',
    text: 'It rounds numbers while it reads them. Take a newer one, or the command line.',
  },
  'no-proposal': {
    title: 'There is no proposal in it.',
    text: 'The scores and the names of the choices stand in the proposal: choose its file with that of the votes.',
  },
  'two-proposals': {
    title: 'These are two proposals.',
    text: 'Votes do not say which they belong to: choose the files of one.',
  },
  'proposal-malformed': {
    title: 'The proposal lacks what a count needs.',
    text: 'It has to have a type, and choices with names.',
  },
  'hub-refuses': { title: 'The hub does not answer that.', text: 'Ask it again, or for less at once.' },
  'hub-unreachable': { title: 'The hub cannot be reached.', text: 'Try again in a minute.' },
  'file-unreadable': {
    title: 'A file could not be read.',
    text: 'It was moved, or it is a folder, or this browser may not open it. Choose it again.',
  },
  'file-too-large': {
    title: 'These files are too large for a browser.',
    text: 'The command line reads them: npm run verso -- snapshot <folder>.',
  },
  'recount-stopped': {
    title: 'This browser stopped the count.',
    text: 'Its memory may have ended. Try again with fewer pages open, or use the command line.',
  },
}
