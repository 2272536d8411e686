import * as counts from '#messages/counts.ts'

export const work = 'Work'
export const token = 'Token'
export const picture = 'Picture'
export const unnumbered = 'not numbered yet'
export const hung = {
  onDay: (day: string) => `Hung ${day}`,
  /** Within a month: the first day has a number only. */
  inMonth: (from: string, until: string) => `Hung ${from}–${until}`,
  overMonths: (from: string, until: string) => `Hung ${from} to ${until}`,
}
export const judged = (voters: number, supportedBy: string, supporters: number) =>
  `Judged by ${counts.voters(voters)}, ${supportedBy} ${supporters}`

export const round = (index: number | undefined) => `Round ${index}`
export const block = (number: number) => `Block ${number}`
export const of = (works: number) => `of ${works}`

type Place = { rank: number; ordinal: string }
export const chosen = ({ ordinal }: Place, score: string) => `${ordinal} with ${score}.`
export const minted = (block: number) => `Minted in block ${block}.`
export const notMinted = 'Not minted yet.'
