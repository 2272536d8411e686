import { formatMoment } from '#components/ui/moment.ts'
import type { TypedField } from '#components/voting/typed-sheet.tsx'
import { formatApproval } from '#lib/protocol/choices.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'

type BallotParts = {
  round: Ballot['round']
  candidateRoot: Ballot['candidateRoot']
  voter: Ballot['voter']
  method: string
  numbers: readonly number[]
  note: string
  sequence: bigint
  issuedAt: number
  validUntil: number
}

/** The ballot exactly as the wallet gets it; `note` in the one normal form that the protocol takes. */
export function ballotOf(parts: BallotParts): Ballot {
  return {
    round: parts.round,
    candidateRoot: parts.candidateRoot,
    voter: parts.voter,
    method: parts.method,
    choices: formatApproval(parts.numbers),
    note: parts.note.normalize('NFC').trim(),
    sequence: parts.sequence.toString(),
    issuedAt: String(parts.issuedAt),
    validUntil: String(parts.validUntil),
    agent: '',
  }
}

export const noteBytes = (note: string): number =>
  new TextEncoder().encode(note.normalize('NFC').trim()).length

const works = (count: number) => (count === 1 ? 'one work' : `${count} works`)
const moment = (seconds: string) => formatMoment(Number(seconds) * 1000, { year: true })

/** The same ten lines with their meaning in words. */
export function ballotLines(
  ballot: Ballot,
  about: { title: string; candidates: number; chosen: number; connected: boolean },
): TypedField[] {
  return [
    { name: 'round', value: ballot.round, meaning: about.title },
    { name: 'candidateRoot', value: ballot.candidateRoot, meaning: `the ${works(about.candidates)}, fixed` },
    about.connected
      ? { name: 'voter', value: ballot.voter, meaning: 'you' }
      : { name: 'voter', value: '–', meaning: 'your account, once connected' },
    { name: 'method', value: ballot.method },
    {
      name: 'choices',
      value: ballot.choices,
      meaning: about.chosen === 0 ? 'you abstain' : works(about.chosen),
      important: true,
    },
    { name: 'note', value: ballot.note || '–', meaning: ballot.note ? 'shown after the close' : 'empty' },
    {
      name: 'sequence',
      value: ballot.sequence,
      meaning: ballot.sequence === '1' ? 'your first ballot' : 'replaces your earlier ballot',
    },
    { name: 'issuedAt', value: ballot.issuedAt, meaning: moment(ballot.issuedAt) },
    { name: 'validUntil', value: ballot.validUntil, meaning: moment(ballot.validUntil) },
    { name: 'agent', value: ballot.agent || '–', meaning: 'empty: signed by a person' },
  ]
}
