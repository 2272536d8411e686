import { formatMoment } from '#components/ui/moment.ts'
import type { TypedField } from '#components/voting/typed-sheet.tsx'
import type { Choices } from '#lib/protocol/choices.ts'
import { choicesFieldOf } from '#lib/protocol/choices-text.ts'
import { SPELLINGS } from '#lib/protocol/methods/spellings.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'
import * as words from '#messages/voting/ballot-text.ts'

type BallotParts = {
  round: Ballot['round']
  candidateRoot: Ballot['candidateRoot']
  voter: Ballot['voter']
  method: MethodId
  choices: Choices
  note: string
  sequence: bigint
  issuedAt: number
  validUntil: number
}

/** A ballot, and beside it the text of choices that are too long for its field. */
export type WrittenBallot = { ballot: Ballot; text: string | null }

/** The ballot exactly as the wallet gets it; `note` in the one normal form that the protocol takes. */
export function ballotOf(parts: BallotParts): WrittenBallot {
  const text = SPELLINGS[parts.method].format(parts.choices)
  const choices = choicesFieldOf(text)
  const ballot = {
    round: parts.round,
    candidateRoot: parts.candidateRoot,
    voter: parts.voter,
    method: parts.method,
    choices,
    note: parts.note.normalize('NFC').trim(),
    sequence: parts.sequence.toString(),
    issuedAt: String(parts.issuedAt),
    validUntil: String(parts.validUntil),
    agent: '',
  }
  return { ballot, text: choices === text ? null : text }
}

/** What is posted: the signed ballot, and the text of its choices where that goes beside it. */
export const ballotPost = (signingChain: number, { ballot, text }: WrittenBallot, signature: string) => ({
  signingChain,
  ballot,
  signature,
  ...(text !== null && { text }),
})

export const noteBytes = (note: string): number =>
  new TextEncoder().encode(note.normalize('NFC').trim()).length

const moment = (seconds: string) => formatMoment(Number(seconds) * 1000, { year: true })

function sequenceMeaning(sequence: string, voter: string | null): string {
  if (voter === words.theSafe) return words.replacesOfSafe
  return sequence === '1' ? words.first : words.replaces
}

/** The same ten lines with their meaning in words; `voter` is whose ballot it is, null while nobody's. */
export function ballotLines(
  ballot: Ballot,
  about: { title: string; candidates: number; meaning: string; voter: string | null },
): TypedField[] {
  return [
    { name: 'round', value: ballot.round, meaning: about.title },
    { name: 'candidateRoot', value: ballot.candidateRoot, meaning: words.fixed(about.candidates) },
    about.voter
      ? { name: 'voter', value: ballot.voter, meaning: about.voter }
      : { name: 'voter', value: '–', meaning: words.onceConnected },
    { name: 'method', value: ballot.method, meaning: words.methods[ballot.method] },
    {
      name: 'choices',
      value: ballot.choices,
      meaning: about.meaning,
      important: true,
    },
    { name: 'note', value: ballot.note || '–', meaning: ballot.note ? words.shownLater : words.noNote },
    {
      name: 'sequence',
      value: ballot.sequence,
      meaning: sequenceMeaning(ballot.sequence, about.voter),
    },
    { name: 'issuedAt', value: ballot.issuedAt, meaning: moment(ballot.issuedAt) },
    { name: 'validUntil', value: ballot.validUntil, meaning: moment(ballot.validUntil) },
    { name: 'agent', value: ballot.agent || '–', meaning: words.noAgent },
  ]
}
