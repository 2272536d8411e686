import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import { type DuelAnswer, type PairQueueSeed, pairQueue } from '#lib/protocol/pair-queue.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { MethodId, Rules } from '#lib/protocol/rules.ts'
import { sampleChoiceContext } from '#lib/protocol/verify/sample-facts.ts'
import { choicesOfDuels, duelOf } from './pairwise-spelling.ts'

/** Address of the n-th voter of a sample. */
export const voterOf = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`

/** A candidate of which only the number and the content count. */
export function candidateOf(number: number): Candidate {
  const hash = fileHashOf(utf8(`work ${number}`))
  return {
    number,
    contentHash: hash,
    contentCid: `b${'a'.repeat(58)}`,
    mime: 'image/png',
    width: 1,
    height: 1,
    recipeHash: hash,
    creator: voterOf(900),
    metadataHash: hash,
    renditions: [],
  }
}

/** A ballot as `verifyBallot` would have passed it: nobody signed it. */
export function countable(voter: Address, choices: Choices, sequence = 1n): VerifiedBallot {
  const ballot: Omit<VerifiedBallot, keyof VerifiedBallot & symbol> = { voter, sequence, ...choices }
  return ballot as VerifiedBallot
}

/** Whole numbers below a bound, the same ones for the same seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function drawnWorks(roll: (below: number) => number, works: number, most: number): number[] {
  const chosen = new Set<number>()
  const wanted = 1 + roll(Math.min(most, works))
  while (chosen.size < wanted) chosen.add(1 + roll(works))
  return [...chosen]
}

function drawnShares(roll: (below: number) => number, count: number): number[] {
  const cuts = new Set([100])
  while (cuts.size < count) cuts.add(1 + roll(99))
  const sorted = [...cuts].toSorted((a, b) => a - b)
  return sorted.map((cut, index) => cut - (sorted[index - 1] ?? 0))
}

function sampleQueue(voter: Address, candidateCount: number): PairQueueSeed {
  const { roundId, openingBlock } = sampleChoiceContext({}, candidateCount)
  if (!openingBlock) throw new Error('the sample has an opening')
  return { roundId, openingBlock, voter, candidateCount }
}

function drawnDuels(roll: (below: number) => number, seed: PairQueueSeed, most: number): Choices {
  const queue = pairQueue(seed)
  const answers: DuelAnswer[] = ['low', 'low', 'low', 'high', 'high', 'tied', 'skipped']
  const duels: ReturnType<typeof duelOf>[] = []
  const wanted = 1 + roll(most)
  for (let next = queue.next(); !next.done && duels.length < wanted; ) {
    const answer = answers[roll(answers.length)] ?? 'tied'
    duels.push(duelOf(next.value, answer))
    next = queue.next(answer)
  }
  return choicesOfDuels(duels)
}

/** What the n-th voter says by a method, drawn from dice and within the limits; duels are those of `queue`. */
export function drawnChoices(
  rules: Rules,
  works: number,
  index: number,
  queue: PairQueueSeed = sampleQueue(voterOf(index), works),
): Choices {
  const roll = dice(index + 1)
  const { maxChoices, maxScore = 5, credits = 100 } = rules.limits
  const numbers = drawnWorks(roll, works, rules.method === 'single' ? 1 : maxChoices)
  const ascending = numbers.toSorted((a, b) => a - b)
  const most = Math.max(1, Math.floor(Math.sqrt(credits / numbers.length)))
  const byMethod: Record<MethodId, () => Choices> = {
    single: () => ({ numbers: ascending, values: [] }),
    approval: () => ({ numbers: ascending, values: [] }),
    ranked: () => ({ numbers, values: [] }),
    weighted: () => ({ numbers: ascending, values: drawnShares(roll, ascending.length) }),
    quadratic: () => ({ numbers: ascending, values: ascending.map(() => 1 + roll(most)) }),
    score: () => ({ numbers: ascending, values: ascending.map(() => 1 + roll(maxScore)) }),
    pairwise: () => drawnDuels(roll, queue, maxChoices),
  }
  return byMethod[rules.method]()
}

/** The same rows in another order, by seed. */
export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const copy = [...rows]
  const roll = dice(seed)
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = roll(at + 1)
    ;[copy[at], copy[other]] = [copy[other] as T, copy[at] as T]
  }
  return copy
}
