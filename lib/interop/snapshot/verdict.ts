import { DOUBT_WORDS, type DoubtCode } from './finding-words.ts'
import { orderThatGives, roundingBound } from './float-orders.ts'
import { type CountedType, sumRows } from './float-tally.ts'
import type { Gathered } from './gather.ts'
import type { ReadVote } from './read-votes.ts'
import type { Verdict } from './report.ts'
import type { Proposal } from './schema.ts'

export type Floats = { votes: (ReadVote & { floats: NonNullable<ReadVote['floats']> })[]; scores: number[] }

/** Snapshot’s count of the votes that it takes, in their order. */
export function countFloats(type: CountedType, votes: readonly ReadVote[], choices: number): Floats {
  const counted = votes.flatMap((vote) => (vote.floats ? [{ ...vote, floats: vote.floats }] : []))
  return {
    votes: counted,
    scores: sumRows(
      type,
      counted.map(({ floats }) => floats),
      choices,
    ),
  }
}

/** The published scores, one for each choice; null where they are not that. */
export function publishedOf({ scores, choices }: Proposal): number[] | null {
  return scores?.length === choices.length ? scores.map(({ source }) => Number(source)) : null
}

function doubtsOf({ proposal, refusals }: Gathered, votes: readonly ReadVote[]): DoubtCode[] {
  const has = (code: ReadVote['codes'][number]) => votes.filter(({ codes }) => codes.includes(code)).length
  const rows = votes.length - has('vote-repeated') - has('voter-repeated') - has('row-not-a-vote')
  return [
    ...(proposal.votes !== null && proposal.votes !== rows ? (['list-incomplete'] as const) : []),
    ...(proposal.state !== null && proposal.state !== 'closed' ? (['not-closed'] as const) : []),
    ...(has('power-pending') > 0 ? (['power-pending'] as const) : []),
    ...(refusals.length > 0 ? (['hub-refused'] as const) : []),
  ]
}

export const unknown = (codes: readonly DoubtCode[]): Verdict => ({
  kind: 'unknown',
  doubts: codes.map((code) => ({ code, ...DOUBT_WORDS[code] })),
})

/** Whether Snapshot’s count gives what was published. */
export function verdictOf(
  type: CountedType,
  gathered: Gathered,
  votes: readonly ReadVote[],
  floats: Floats,
): Verdict {
  const published = publishedOf(gathered.proposal)
  if (!published) return unknown(['scores-absent'])
  const rows = floats.votes.map(({ floats: row, created, id, voter }) => ({ row, created, id, voter }))
  const order = orderThatGives(published, type, rows)
  if (order !== null) return { kind: 'equal', order }
  const doubts = doubtsOf(gathered, votes)
  if (doubts.length > 0) return unknown(doubts)
  const most = Math.max(...published.map((score, at) => Math.abs(score - (floats.scores[at] ?? 0))))
  const bound = roundingBound(rows.map(({ row }) => row))
  return most <= bound ? unknown(['rounding-apart']) : { kind: 'unequal', most: String(most) }
}

export const EXIT_CODES = { equal: 0, unequal: 1, unknown: 2 } as const
