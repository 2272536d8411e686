import type { DoubtCode } from '#lib/interop/snapshot/finding-words.ts'
import type { OrderName } from '#lib/interop/snapshot/float-orders.ts'

/** The one sentence of a recount. */
export const statement = {
  equal: 'The published scores are what its own count gives.',
  unequal: 'The published scores are not what its own count gives.',
  unknown: 'It cannot be said whether the published scores are right.',
}
export const cause = {
  none: '',
  rounding: 'rounding',
  tie: 'a tie broken otherwise',
  votes: 'votes handled otherwise',
  unknown: '',
}
export const equalIn = (order: OrderName) => `To the last bit, with the votes added ${order}.`
export const differsBy = (most: string) => `A score differs by ${most}: more than rounding can.`
/** Why nothing can be said: the recount says it in English. */
export const doubt = (_code: DoubtCode, said: { title: string; text: string }) => said

export const named = (winner: string) => `“${winner}”`
export const nobody = 'nobody'
export const inEvery = (winner: string) => `${winner} in every count.`
export const inTwo = (published: string, exact: string) =>
  `${published} as published and by its own count, ${exact} by the exact one.`
export const inThree = (published: string, compatible: string, exact: string) =>
  `${published} as published, ${compatible} by its own count, ${exact} by the exact one.`

export const unknownTime = 'an unknown time'
export const noSpace = 'no space'
export const facts = (space: string, type: string, { start, end }: { start: string; end: string }) =>
  `${space}, ${type} vote, ${start} to ${end}`

type Votes = { given: number; said: number | null; compatible: number; exact: number }
const number = (value: number) => value.toLocaleString('en')

export function votes({ given, said, compatible, exact }: Votes) {
  const of = said === null ? '' : ` of ${number(said)} that the proposal tells of`
  return `${number(given)} in the list${of}; ${number(compatible)} count for Snapshot, ${number(exact)} exactly.`
}

/** Why there is nothing to count. */
export const refused = {
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
