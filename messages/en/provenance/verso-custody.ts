/** Each line of a chain of custody, by its key. */
export const names = {
  Brief: 'Brief',
  Parent: 'Parent',
  Recipe: 'Recipe',
  Model: 'Model',
  Picture: 'Picture',
  Credentials: 'Credentials',
  Metadata: 'Metadata',
  Gates: 'Gates',
  Ballots: 'Ballots',
  Result: 'Result',
  Token: 'Token',
  Licence: 'Licence',
}
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five']
export const brokenLines = (count: number) =>
  `${NUMBERS[count] ?? count} broken ${count === 1 ? 'line' : 'lines'}`
export const lookedAt = (done: number, all: number) => `${done} of ${all} looked at`
export const checked = (title: string) => `Checked. ${title}.`
export const copyShown =
  'You are looking at a copy in which one byte of the picture was changed. The record cannot follow it.'
export const workShown = 'What can be checked is checked in this browser. A hash opens what it was made from.'
export const putBack = 'Put the byte back'
export const tamper = 'Tamper'
export const withCopy = ' with a copy'
export const readHere = 'Read them here (3 MB)'
