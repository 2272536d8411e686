import { ProtocolError } from './errors.ts'
import type { Address, Bytes32 } from './primitives.ts'
import type { Rules } from './rules.ts'

/** The choices of an abstention, and of a withdrawn ballot. */
export const ABSTAIN = '-'

/**
 * What a ballot says, whatever the method: the works as they are written, and beside them what is said of each.
 * - single, approval, ranked: `values` is empty; ranked goes from the first place down;
 * - weighted, quadratic, score: `values[i]` are the shares, votes or points of `numbers[i]`;
 * - pairwise: `numbers[2i]` and `numbers[2i + 1]` are a duel and `values[i]` how it went: `WON` by the first, `TIED`,
 *   `SKIPPED`.
 *
 * No numbers at all is an abstention.
 */
export type Choices = { readonly numbers: readonly number[]; readonly values: readonly number[] }

/** How a duel went, seen from the work that is written first. */
export const WON = 2
export const TIED = 1
export const SKIPPED = 0

/** What the choices of one ballot are judged by. */
export type ChoiceContext = {
  limits: Rules['limits']
  candidateCount: number
  /** Whose ballot it is, in which round and after which opening: the queue of duels follows from them. */
  roundId: Bytes32
  voter: Address
  /** Hash of the block that holds the opening; null while that is not known. */
  openingBlock: Bytes32 | null
}

export const NO_VALUES: readonly number[] = Object.freeze([])
export const ABSTENTION: Choices = Object.freeze({ numbers: NO_VALUES, values: NO_VALUES })

const MAX_NUMBER = 999_999

/** @throws ProtocolError `choices-malformed` for a number that has no spelling, `repeated` for a number twice */
export function assertNumbers(
  numbers: readonly number[],
  repeated: 'choices-order' | 'choices-duplicate' = 'choices-order',
): void {
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 1 || number > MAX_NUMBER) {
      throw new ProtocolError('choices-malformed', '{number} is not the number of a work', { number })
    }
  }
  if (hasTwice(numbers)) throw new ProtocolError(repeated, 'a work twice')
}

/** Numbers of the list that is looked at; nothing is left in it between two lists. */
const met = new Uint8Array(MAX_NUMBER + 1)

function hasTwice(numbers: readonly number[]): boolean {
  let first = 0
  while (first < numbers.length && met[numbers[first] ?? 0] === 0) {
    met[numbers[first] ?? 0] = 1
    first += 1
  }
  for (let index = 0; index < first; index += 1) met[numbers[index] ?? 0] = 0
  return first < numbers.length
}

/** @throws ProtocolError `choices-order` unless the numbers ascend */
export function assertAscending(numbers: readonly number[]): void {
  let last = 0
  for (const number of numbers) {
    if (number <= last) {
      throw new ProtocolError('choices-order', '#{number} does not follow in ascending order', { number })
    }
    last = number
  }
}

/** @throws ProtocolError `choices-unknown`, `choices-too-many` */
export function assertWithin(
  numbers: readonly number[],
  { limits, candidateCount }: Pick<ChoiceContext, 'limits' | 'candidateCount'>,
): void {
  for (const number of numbers) {
    if (number > candidateCount) {
      throw new ProtocolError('choices-unknown', '#{number} is not among the {candidateCount} candidates', {
        number,
        candidateCount,
      })
    }
  }
  if (numbers.length > limits.maxChoices) {
    throw new ProtocolError('choices-too-many', '{numbers} works, at most {maxChoices}', {
      numbers: numbers.length,
      maxChoices: limits.maxChoices,
    })
  }
}
