import { figure } from '#messages/voting/figure.ts'

const works = (count: number) => (count === 1 ? 'one work' : `${count} works`)
const duels = (count: number) => (count === 1 ? 'one duel' : `${count} duels`)
const votes = (power: bigint | null) => (power === null ? 'its votes' : `${figure(power)} votes`)

type Does = (count: number, power: bigint | null) => string

/** What a ballot does with the votes behind it, by method; `power` is null where it is not known. */
export const does: Record<string, Does> = {
  weighted: (count, power) => `It shares ${votes(power)} among ${works(count)}`,
  quadratic: (count) => `It gives ${works(count)} the votes that it bought with credits`,
  score: (count, power) => `It gives points to ${works(count)}, with ${votes(power)} behind each point`,
  ranked: (count, power) => `It ranks ${works(count)}, with ${votes(power)} behind the first that stands`,
  pairwise: (count, power) => `It judges ${duels(count)}, with ${votes(power)} behind them`,
}
/** The same of all other methods. */
export const counts: Does = (count, power) =>
  power === null ? `It is for ${works(count)}` : `It counts ${votes(power)} for ${works(count)}`
export const abstains = 'It abstains'
export const noVotes = 'Its voter had no votes at the snapshot.'

export const signed = (when: string, waited: number) =>
  `Signed ${when}, ${waited > 0 ? `taken in ${waited} s later` : 'taken in at once'}.`
/** `what` is what the ballot does. */
export const replaceable = (what: string, closes: string) => `${what} unless you replace it before ${closes}.`
export const closed = (what: string, closes: string) => `${what}. Voting closed on ${closes}.`

export const digest = 'Ballot digest'
export const leaf = (number: number) => `Leaf ${number}`
export const rootAt = (size: string) => `Root at ${size}`
export const byOperator = (when: string) => `signed by the operator ${when}`
export const voter = 'Voter'
export const choices = 'Choices'
export const sequence = 'Sequence'
export const firstOfVoter = '1, the first of this voter'
export const replaces = (sequenceNumber: string) => `${sequenceNumber}, replaces the ones before`
export const note = 'Note'
