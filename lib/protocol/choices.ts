import { ProtocolError } from './errors.ts'

/** The choices of an abstention, and of a withdrawn ballot. */
export const ABSTAIN = '-'

const APPROVAL = /^#[1-9][0-9]{0,5}(?: #[1-9][0-9]{0,5})*$/
const MAX_NUMBER = 999_999

/** Limits of the round: from the rules, and from its candidates. */
export type ChoiceLimits = { maxChoices: number; candidateCount: number }

/**
 * The one spelling of a set of approved works: ascending, `#3 #12`; `-` for none. The order given does not matter.
 * @throws ProtocolError `choices-malformed` for a number that has no spelling, `choices-order` for a number twice
 */
export function formatApproval(numbers: readonly number[]): string {
  if (numbers.length === 0) return ABSTAIN
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 1 || number > MAX_NUMBER) {
      throw new ProtocolError('choices-malformed', `${number} is not the number of a work`)
    }
  }
  if (new Set(numbers).size !== numbers.length) throw new ProtocolError('choices-order', 'a work twice')
  return numbers
    .toSorted((a, b) => a - b)
    .map((number) => `#${number}`)
    .join(' ')
}

/**
 * The works an approval text names, ascending; none for `-`. Anything but the one spelling is refused.
 * @throws ProtocolError `choices-malformed`, `choices-order`, `choices-unknown`, `choices-too-many`
 */
export function parseApproval(text: string, { maxChoices, candidateCount }: ChoiceLimits): number[] {
  if (text === ABSTAIN) return []
  if (!APPROVAL.test(text))
    throw new ProtocolError('choices-malformed', 'choices are written like "#12 #47", or "-"')
  const numbers = text.split(' ').map((choice) => Number(choice.slice(1)))
  numbers.forEach((number, i) => {
    if (number <= (numbers[i - 1] ?? 0)) {
      throw new ProtocolError('choices-order', `#${number} does not follow in ascending order`)
    }
  })
  const unknown = numbers.find((number) => number > candidateCount)
  if (unknown !== undefined) {
    throw new ProtocolError('choices-unknown', `#${unknown} is not among the ${candidateCount} candidates`)
  }
  if (numbers.length > maxChoices) {
    throw new ProtocolError('choices-too-many', `${numbers.length} works, at most ${maxChoices}`)
  }
  return numbers
}
