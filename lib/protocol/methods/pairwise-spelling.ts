import {
  ABSTAIN,
  ABSTENTION,
  type ChoiceContext,
  type Choices,
  SKIPPED,
  TIED,
  WON,
} from '#lib/protocol/choices.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { type DuelAnswer, type Pair, pairQueue } from '#lib/protocol/pair-queue.ts'
import { ChoiceScanner } from './choice-scanner.ts'
import type { Spelling } from './method.ts'

/** What stands between the two works of a duel, by how it went. */
const SIGNS = new Map([
  ['>', WON],
  ['=', TIED],
  ['?', SKIPPED],
])

/** A duel as it is written: the winner first, else the lower number. */
type Duel = { first: number; second: number; value: number }

/** The duels that choices hold, in their order. */
export function duelsOf({ numbers, values }: Choices): Duel[] {
  return values.map((value, index) => ({
    first: numbers[2 * index] ?? 0,
    second: numbers[2 * index + 1] ?? 0,
    value,
  }))
}

/** How a duel went, as the queue takes it. */
export function answerOf({ first, second, value }: Duel): DuelAnswer {
  if (value === WON) return first < second ? 'low' : 'high'
  return value === TIED ? 'tied' : 'skipped'
}

/** A duel as a ballot holds it. */
export function duelOf({ low, high }: Pair, answer: DuelAnswer): Duel {
  if (answer === 'high') return { first: high, second: low, value: WON }
  return { first: low, second: high, value: answer === 'low' ? WON : answer === 'tied' ? TIED : SKIPPED }
}

/** Choices of these duels. */
export function choicesOfDuels(duels: readonly Duel[]): Choices {
  return {
    numbers: duels.flatMap(({ first, second }) => [first, second]),
    values: duels.map(({ value }) => value),
  }
}

function readDuels(text: string): Duel[] | null {
  const scanner = new ChoiceScanner(text)
  const duels: Duel[] = []
  do {
    const first = scanner.work()
    const sign = [...SIGNS].find(([character]) => scanner.takes(character))
    const second = scanner.work()
    if (first === 0 || second === 0 || !sign) return null
    duels.push({ first, second, value: sign[1] })
  } while (scanner.takes(' '))
  return scanner.isDone() ? duels : null
}

/** @throws ProtocolError `choices-order` where nobody won and the higher number is written first */
function assertWritten({ first, second, value }: Duel): void {
  if (first === second)
    throw new ProtocolError('choices-duplicate', '#{first} stands against itself', { first })
  if (value !== WON && first > second)
    throw new ProtocolError('choices-order', '#{second} is written before #{first} where nobody won', {
      second,
      first,
    })
}

/** @throws ProtocolError `choices-queue` unless the duels are the first ones of the voter's queue, in its order */
function assertQueue(duels: readonly Duel[], context: ChoiceContext): void {
  const { roundId, openingBlock, voter, candidateCount } = context
  if (openingBlock === null) throw new ProtocolError('choices-queue', 'the block of the opening is not known')
  const queue = pairQueue({ roundId, openingBlock, voter, candidateCount })
  let next = queue.next()
  for (const [index, duel] of duels.entries()) {
    const { first, second } = duel
    if (
      next.done ||
      next.value.low !== Math.min(first, second) ||
      next.value.high !== Math.max(first, second)
    )
      throw new ProtocolError('choices-queue', "duel {place} is not the next one of this voter's queue", {
        place: index + 1,
      })
    next = queue.next(answerOf(duel))
  }
}

/** Pairwise: `#12>#47 #3=#9 #3?#8`, the first duels of the voter's queue with how each went: won, tied, skipped. */
export const pairwiseSpelling: Spelling = {
  parse(text, context) {
    if (text === ABSTAIN) return ABSTENTION
    const duels = readDuels(text)
    if (!duels)
      throw new ProtocolError('choices-malformed', 'choices are written like "#12>#47 #3=#9 #3?#8", or "-"')
    duels.forEach(assertWritten)
    const choices = choicesOfDuels(duels)
    const unknown = choices.numbers.find((number) => number > context.candidateCount)
    if (unknown !== undefined)
      throw new ProtocolError('choices-unknown', '#{unknown} is not among the {candidateCount} candidates', {
        unknown,
        candidateCount: context.candidateCount,
      })
    if (duels.length > context.limits.maxChoices)
      throw new ProtocolError('choices-too-many', '{duels} duels, at most {maxChoices}', {
        duels: duels.length,
        maxChoices: context.limits.maxChoices,
      })
    assertQueue(duels, context)
    return choices
  },

  format(choices) {
    if (choices.numbers.length === 0) return ABSTAIN
    return duelsOf(choices)
      .map(({ first, second, value }) => {
        const [sign] = [...SIGNS].find(([, meaning]) => meaning === value) ?? ['?']
        return `#${first}${sign}#${second}`
      })
      .join(' ')
  },
}
