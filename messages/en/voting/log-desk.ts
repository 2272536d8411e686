import { figure } from '#messages/voting/figure.ts'

export const reading = 'Reading the log …'
export const readingLeaves = (have: number, of: number) =>
  `Reading leaf hashes: ${figure(have)} of ${figure(of)} …`
export const missing = 'The log did not arrive.'
export const again = 'Ask again'
/** Why it did not arrive, by code. */
export const unanswered: Record<string, string> = {
  'no-connection': 'There is no connection to this server. It is asked again as soon as there is one.',
  'log-unreadable': 'This browser could not compute the log.',
  'answer-malformed': 'What the server answered is no log.',
}
export const notGiven = 'The server did not give it.'
export const nothingChecked = 'Nothing was checked.'
export const empty = 'No ballot is in the log.'
export const firstBegins = 'The first one begins the tree. This page shows it as soon as it is there.'
export const endedEmpty = 'The round ended without one.'
export const headOnChain = (size: number) => `The chain itself has the head of ${figure(size)}`
export const noHeadOnChain = 'The chain has no head yet, or did not answer'
export const root = (leaves: number) => `Root of all ${figure(leaves)} leaves, made here`
export const live = 'It is asked again every few seconds, while you look.'
export const behind = 'The server does not answer just now. What was read stays; it is asked again.'
export const sealed = 'It is sealed: nothing is added any more.'
export const receipt = (number: number) => `Your receipt, number ${figure(number)}`
export const heads = 'Heads'
