import { type CountedType, type FloatVote, floatTally } from '#lib/interop/snapshot/float-tally.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import { shuffled } from '#lib/protocol/methods/sample-ballots.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import { type Poll, pollOf } from './polls.ts'

const TYPES: Partial<Record<MethodId, CountedType>> = {
  single: 'single-choice',
  approval: 'approval',
  weighted: 'weighted',
  quadratic: 'quadratic',
  ranked: 'ranked-choice',
}

/** A poll as Snapshot would have counted it; null for what it has not. */
export type FloatPoll = { type: CountedType; votes: FloatVote[]; choices: number }

function choiceOf(type: CountedType, { numbers, values }: Choices, works: number): unknown {
  if (type === 'single-choice') return numbers[0]
  if (type === 'approval') return numbers
  if (type !== 'ranked-choice') return Object.fromEntries(numbers.map((number, at) => [number, values[at]]))
  // It counts nothing but whole rankings: the works that a ballot leaves out follow by number.
  const named = new Set(numbers)
  return [...numbers, ...Array.from({ length: works }, (_, at) => at + 1).filter((one) => !named.has(one))]
}

/** The same ballots, with their powers as decimals of tokens in doubles. */
export function floatPollOf({ rules, candidates, ballots, powers }: Poll): FloatPoll | null {
  const type = TYPES[rules.method]
  if (!type || rules.places > 1) return null
  const votes = ballots.map((ballot) => ({
    choice: choiceOf(type, ballot, candidates.length),
    vp: Number(powers.get(ballot.voter) ?? 0n) / 1e18,
  }))
  return { type, votes, choices: candidates.length }
}

export const floatCount = ({ type, votes, choices }: FloatPoll): number[] => floatTally(type, votes, choices)

/** By method, in how many orders of 500 ballots a count in doubles publishes other scores than in the first. */
export function floatsChangedByOrder(shuffles: number): [MethodId, number][] {
  return (Object.keys(TYPES) as MethodId[]).flatMap((method) => {
    const poll = floatPollOf(pollOf(method, { ballots: 500, works: 40 }))
    if (!poll) return []
    const first = floatCount(poll).join()
    const others = Array.from({ length: shuffles }, (_, seed) =>
      floatCount({ ...poll, votes: shuffled(poll.votes, seed + 1) }).join(),
    )
    return [[method, others.filter((scores) => scores !== first).length]]
  })
}
