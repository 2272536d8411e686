import { fileHashOf, utf8 } from './bytes.ts'
import { ProtocolError } from './errors.ts'

/** Longest text that stands in the signed field itself; longer ones go beside the ballot. */
export const MAX_INLINE_BYTES = 2048
/** Longest text beside a ballot. */
export const MAX_TEXT_BYTES = 131_072
/** The choices of an abstention, and of a withdrawn ballot. */
export const ABSTAIN = '-'

const APPROVAL = /^#[1-9][0-9]{0,5}(?: #[1-9][0-9]{0,5})*$/
const LONG_FORM = /^sha256:[0-9a-f]{64} n=[1-9][0-9]*$/
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

/**
 * What the signed field says for a text: the text itself up to 2,048 bytes, else its SHA-256 and the
 * number of works in it. In the second case the text goes beside the ballot.
 * @throws ProtocolError `choices-too-long` beyond 131,072 bytes
 */
export function choicesFieldOf(text: string): string {
  const bytes = utf8(text)
  if (bytes.length <= MAX_INLINE_BYTES) return text
  if (bytes.length > MAX_TEXT_BYTES)
    throw new ProtocolError('choices-too-long', `more than ${MAX_TEXT_BYTES} bytes`)
  return `${fileHashOf(bytes)} n=${text.split(' ').length}`
}

/**
 * The full text behind a signed field. The long form is used when the text needs it, and only then.
 * @param text what came beside the ballot, if anything
 * @throws ProtocolError `choices-too-long`, `choices-text-missing`, `choices-text-mismatch`
 */
export function resolveChoices(field: string, text?: string): string {
  const isLong = LONG_FORM.test(field)
  if (isLong && text === undefined) {
    throw new ProtocolError(
      'choices-text-missing',
      'the choices name a text that did not come with the ballot',
    )
  }
  const full = text ?? field
  if (choicesFieldOf(full) === field && isLong === (text !== undefined)) return full
  if (text === undefined)
    throw new ProtocolError('choices-too-long', `more than ${MAX_INLINE_BYTES} bytes in the ballot`)
  throw new ProtocolError(
    'choices-text-mismatch',
    'the text beside the ballot is not the one that was signed',
  )
}
