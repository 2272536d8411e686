import { ABSTENTION, type Choices, NO_VALUES } from '#lib/protocol/choices.ts'
import type { MethodId, Rules } from '#lib/protocol/rules.ts'
import * as text from '#messages/voting/ballot/filled-ballot.ts'
import type { Draft } from './draft.ts'

/** What the shares of a weighted ballot sum to. */
export const WHOLE = 100

/** A ballot as it is filled in: what it would say, and in words what keeps it from being signed. */
export type Filled = { choices: Choices; lack: string | null }

export type FillContext = {
  limits: Rules['limits']
  /** Credits that the voter has; before their power is known, those that the rules give at most. */
  credits: number
}

export const creditsOfVotes = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value ** 2, 0)

/** The whole in equal shares; what does not divide goes to the first ones. */
export function evenShares(numbers: readonly number[]): Map<number, number> {
  const share = Math.floor(WHOLE / numbers.length)
  const rest = WHOLE - share * numbers.length
  return new Map(numbers.map((number, index) => [number, index < rest ? share + 1 : share]))
}

/** Picks from the first place down: as they were ordered, the others behind by number. */
export function rankedOrder(numbers: readonly number[], order: readonly number[]): number[] {
  const picked = new Set(numbers)
  const placed = order.filter((number) => picked.has(number))
  return [...placed, ...numbers.filter((number) => !placed.includes(number))]
}

/** The list with one of its works moved to another place, counted from 0. */
export function movedTo(list: readonly number[], number: number, to: number): number[] {
  const others = list.filter((one) => one !== number)
  const at = Math.max(0, Math.min(to, others.length))
  return [...others.slice(0, at), number, ...others.slice(at)]
}

function valued(numbers: readonly number[], { values }: Draft): Choices {
  const given = numbers.filter((number) => (values.get(number) ?? 0) > 0)
  return { numbers: given, values: given.map((number) => values.get(number) ?? 0) }
}

const tooMany = (count: number, { maxChoices }: Rules['limits']): string | null =>
  count > maxChoices ? text.holdsAtMost(maxChoices) : null

function sharesLack({ values }: Choices): string | null {
  const sum = values.reduce((total, value) => total + value, 0)
  if (sum === WHOLE) return null
  return sum < WHOLE ? text.stillToShare(WHOLE - sum, WHOLE) : text.sharedTooMuch(sum - WHOLE, WHOLE)
}

function creditsLack({ values }: Choices, credits: number): string | null {
  const spent = creditsOfVotes(values)
  if (spent === 0) return text.noVoteYet
  return spent > credits ? text.costTooMuch(spent, credits) : null
}

function scoreLack({ numbers, values }: Choices, maxScore: number): string | null {
  if (numbers.length === 0) return text.noPointsYet
  return values.some((value) => value > maxScore) ? text.pointsAtMost(maxScore) : null
}

function chosenOf(numbers: readonly number[], { chosen }: Draft): Choices | null {
  const [only] = numbers
  const one = numbers.length === 1 ? only : numbers.find((number) => number === chosen)
  return one === undefined ? null : { numbers: [one], values: NO_VALUES }
}

/**
 * The ballot that picks and draft make. Without any pick it abstains.
 * @param numbers the picks that are on the ballot, ascending
 */
export function fillBallot(
  method: Exclude<MethodId, 'pairwise'>,
  numbers: readonly number[],
  draft: Draft,
  { limits, credits }: FillContext,
): Filled {
  if (numbers.length === 0) return { choices: ABSTENTION, lack: null }
  if (method === 'single') {
    const choices = chosenOf(numbers, draft)
    return choices ? { choices, lack: null } : { choices: ABSTENTION, lack: text.chooseOne }
  }
  if (method === 'approval')
    return { choices: { numbers, values: NO_VALUES }, lack: tooMany(numbers.length, limits) }
  if (method === 'ranked') {
    const choices = { numbers: rankedOrder(numbers, draft.order), values: NO_VALUES }
    return { choices, lack: tooMany(numbers.length, limits) }
  }
  const choices = valued(numbers, draft)
  const most = tooMany(choices.numbers.length, limits)
  if (method === 'weighted') return { choices, lack: most ?? sharesLack(choices) }
  if (method === 'quadratic') return { choices, lack: most ?? creditsLack(choices, credits) }
  return { choices, lack: most ?? scoreLack(choices, limits.maxScore ?? 0) }
}
