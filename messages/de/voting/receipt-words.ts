import { figure } from '#messages/voting/figure.ts'

const works = (count: number) => (count === 1 ? 'ein Werk' : `${count} Werke`)
const toWorks = (count: number) => (count === 1 ? 'einem Werk' : `${count} Werken`)
const duels = (count: number) => (count === 1 ? 'ein Duell' : `${count} Duelle`)
const counted = (power: bigint) => (power === 1n ? '1 Stimme' : `${figure(power)} Stimmen`)
const votes = (power: bigint | null) => (power === null ? 'seine Stimmen' : counted(power))
const withVotes = (power: bigint | null) => (power === null ? 'seinen Stimmen' : counted(power))

type Does = (count: number, power: bigint | null) => string

/** What a ballot does with the votes behind it, by method; `power` is null where it is not known. */
export const does: Record<string, Does> = {
  weighted: (count, power) => `Er verteilt ${votes(power)} auf ${works(count)}`,
  quadratic: (count) => `Er gibt ${toWorks(count)} die Stimmen, die er mit Guthaben gekauft hat`,
  score: (count, power) => `Er gibt ${toWorks(count)} Punkte, mit ${withVotes(power)} hinter jedem Punkt`,
  ranked: (count, power) =>
    `Er ordnet ${works(count)}, mit ${withVotes(power)} hinter dem ersten, das bleibt`,
  pairwise: (count, power) => `Er entscheidet ${duels(count)}, mit ${withVotes(power)} dahinter`,
}
/** The same of all other methods. */
export const counts: Does = (count, power) =>
  power === null ? `Er ist für ${works(count)}` : `Er zählt ${votes(power)} für ${works(count)}`
export const abstains = 'Er enthält sich'
export const noVotes = 'Dahinter standen am Stichtag keine Stimmen.'

export const signed = (when: string, waited: number) =>
  `Unterschrieben ${when}, ${waited > 0 ? `${waited} s später angenommen` : 'sofort angenommen'}.`
/** `what` is what the ballot does. */
export const replaceable = (what: string, closes: string) =>
  `${what}, wenn du ihn nicht vor ${closes} ersetzt.`
export const closed = (what: string, closes: string) => `${what}. Die Abstimmung endete ${closes}.`

export const digest = 'Digest des Stimmzettels'
export const leaf = (number: number) => `Blatt ${number}`
export const rootAt = (size: string) => `Wurzel bei ${size}`
export const byOperator = (when: string) => `vom Betreiber unterschrieben ${when}`
export const voter = 'Wähler:in'
export const choices = 'Wahl'
export const sequence = 'Folge'
export const firstOfVoter = '1, der erste von diesem Konto'
export const replaces = (sequenceNumber: string) => `${sequenceNumber}, ersetzt die davor`
export const note = 'Notiz'
