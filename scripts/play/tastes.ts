import { type ChoiceContext, type Choices, NO_VALUES } from '#lib/protocol/choices.ts'
import { choicesOfDuels, duelOf } from '#lib/protocol/methods/pairwise-spelling.ts'
import { WHOLE } from '#lib/protocol/methods/weighted.ts'
import { type DuelAnswer, type Pair, pairQueue } from '#lib/protocol/pair-queue.ts'
import type { MethodId } from '#lib/protocol/rules.ts'

type Dice = (sides: number) => number

/** Small repeatable dice, so that the same people vote alike in every run. */
export function dice(seed: number): Dice {
  let state = (seed * 2_654_435_761) >>> 0
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) % sides
  }
}

const CHARM = 1000
/** How much most people like a work. */
const charmOf = (number: number) => dice(number + CHARM)(CHARM)

/** Of so many works that caught the eye, the one with the most charm is picked: a tenth of the wall. */
const glances = (candidates: number) => Math.max(2, Math.round(candidates / 10))

/** What the n-th voter likes: of a few works that caught the eye, the one that most people would prefer. */
export function tasteOf(n: number, candidates: number, most: number): number[] {
  const roll = dice(n + 1)
  const picks = new Set<number>()
  const wanted = 1 + roll(Math.min(most, candidates))
  for (let looks = 0; picks.size < wanted && looks < 200; looks += 1) {
    const seen = Array.from({ length: glances(candidates) }, () => 1 + roll(candidates))
    picks.add(seen.reduce((best, number) => (charmOf(number) > charmOf(best) ? number : best)))
  }
  return [...picks].sort((a, b) => a - b)
}

/** A voter's own mind: the charm of each work as they see it. */
function mindOf(n: number): (number: number) => number {
  return (number) => charmOf(number) + dice((n + 1) * 7919 + number)(CHARM)
}

/** The whole in shares, each at least 1: what is left goes to the works in turn, by how much they are liked. */
function sharesOf(numbers: readonly number[], mind: (number: number) => number): number[] {
  const total = numbers.reduce((sum, number) => sum + mind(number) + 1, 0)
  const free = WHOLE - numbers.length
  const values = numbers.map((number) => 1 + Math.floor((free * (mind(number) + 1)) / total))
  for (let left = WHOLE - values.reduce((sum, value) => sum + value, 0), at = 0; left > 0; left -= 1, at += 1)
    values[at % values.length] = (values[at % values.length] ?? 0) + 1
  return values
}

/** Votes by turns until the next one costs more than is left; the works that are liked most come first. */
function votesOf(numbers: readonly number[], credits: number, mind: (number: number) => number): number[] {
  const values = numbers.map(() => 0)
  const order = numbers.map((_, at) => at).sort((a, b) => mind(numbers[b] ?? 0) - mind(numbers[a] ?? 0))
  let left = credits
  for (let went = true; went; ) {
    went = false
    for (const [turn, at] of order.entries()) {
      const price = 2 * (values[at] ?? 0) + 1
      if (price > left || (turn > 0 && (values[at] ?? 0) + turn > (values[order[0] ?? 0] ?? 0))) continue
      values[at] = (values[at] ?? 0) + 1
      left -= price
      went = true
    }
  }
  return values
}

/** The first duels of the voter's own queue. */
function duelsOf(
  n: number,
  count: number,
  context: ChoiceContext,
  mind: (number: number) => number,
): Choices {
  const { roundId, openingBlock, voter, candidateCount } = context
  if (!openingBlock) throw new Error('the round is not open')
  const roll = dice(n + 17)
  const answerTo = ({ low, high }: Pair): DuelAnswer => {
    const lead = mind(low) - mind(high)
    if (roll(24) === 0) return 'skipped'
    return Math.abs(lead) < CHARM / 12 ? 'tied' : lead > 0 ? 'low' : 'high'
  }
  const queue = pairQueue({ roundId, openingBlock, voter, candidateCount })
  const duels = []
  let next = queue.next()
  while (duels.length < count && !next.done) {
    const answer = answerTo(next.value)
    duels.push(duelOf(next.value, answer))
    next = queue.next(answer)
  }
  return choicesOfDuels(duels)
}

/** Duels that a patient voter judges. */
const PATIENCE = 12

/** What the n-th voter would say by each method. @param credits what their power gives, for quadratic */
export function choicesBy(method: MethodId, n: number, context: ChoiceContext, credits: number): Choices {
  const { limits, candidateCount } = context
  const mind = mindOf(n)
  const numbers = tasteOf(n, candidateCount, Math.min(limits.maxChoices, candidateCount))
  const liked = [...numbers].sort((a, b) => mind(b) - mind(a))
  switch (method) {
    case 'single':
    case 'approval':
      return { numbers, values: NO_VALUES }
    case 'weighted':
      return { numbers, values: sharesOf(numbers, mind) }
    case 'quadratic':
      return { numbers, values: votesOf(numbers, credits, mind) }
    case 'score':
      return {
        numbers,
        values: numbers.map(
          (number) => 1 + Math.floor((mind(number) * (limits.maxScore ?? 1)) / (2 * CHARM)),
        ),
      }
    case 'ranked':
      return { numbers: liked, values: NO_VALUES }
    case 'pairwise':
      return duelsOf(n, Math.min(limits.maxChoices, PATIENCE), context, mind)
  }
}
