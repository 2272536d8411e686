import * as counts from '#messages/counts.ts'

/** What each check says when it holds. */
export const checks = {
  files: 'Every file is the one in the manifest',
  rules: 'The rules are the ones anchored',
  works: (count: number) =>
    `${count === 1 ? 'The one work was' : `The ${count.toLocaleString('en')} works were`} numbered by hash and fixed before voting`,
  ballots: (count: number) => `${counts.ballots(count)}: signature, time, form`,
  log: 'Nothing dropped from the log',
  power: 'Voting power at the snapshot',
  count: 'Counted again: the same result',
  winners: 'Winners and their records follow from it',
  pictures: 'Pictures, recipes and briefs are the ones listed',
  licence: 'One licence, which everything they are made of allows',
  tokens: 'Tokens carry these records and pictures',
}
export const andMore = (finding: string, more: number) => `${finding}, and ${more} more`

export const titles = {
  green: 'Recounted here, all green',
  attested: 'Recounted here, nothing wrong',
  unknown: 'Recounted here, nothing wrong',
  red: 'The recount does not agree',
  running: 'Recounting …',
  failed: 'The record could not be read',
  idle: 'Do not take our word for it',
}

export const failed = {
  'no-connection': 'There is no connection. Nothing was checked.',
  'bundle-not-ready': 'It is not published yet. It comes with the close.',
  'recount-stopped': 'This browser stopped the count. Try again, or use the command below.',
}
export const answered = (code: string) => `The server answered ${code}.`

export const idle =
  'Your browser fetches the public record and counts every ballot again. Anchors are compared with the chain.'
export const fetching = (size: string) => `Fetching the record, ${size} so far.`
export const counting = (size: string) => `${size} of record, counted in this browser.`
export const done = (milliseconds: number, size: string) =>
  `In this browser, in ${(milliseconds / 1000).toFixed(2)} s, from ${size} of public record.`
export const next = {
  red: 'The broken line names the record.',
  unknown: 'What is unknown needs a chain that answers, or a file.',
  right: 'What it still trusts: the chain that this site asks.',
}
