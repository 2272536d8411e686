import {
  ABSTAIN,
  ABSTENTION,
  assertAscending,
  assertNumbers,
  assertWithin,
  type ChoiceContext,
  type Choices,
} from '#lib/protocol/choices.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { ChoiceScanner } from './choice-scanner.ts'

/**
 * Works with an integer each, `#12=60 #47=40`, ascending by work.
 * @throws ProtocolError `choices-malformed`, `choices-order`, `choices-unknown`, `choices-too-many`
 */
export function parseValued(text: string, context: ChoiceContext): Choices {
  if (text === ABSTAIN) return ABSTENTION
  const choices = readValued(text)
  if (!choices)
    throw new ProtocolError('choices-malformed', 'choices are written like "#12=60 #47=40", or "-"')
  assertAscending(choices.numbers)
  assertWithin(choices.numbers, context)
  return choices
}

function readValued(text: string): Choices | null {
  const scanner = new ChoiceScanner(text)
  const numbers: number[] = []
  const values: number[] = []
  do {
    const number = scanner.work()
    const value = scanner.takes('=') ? scanner.figure() : 0
    if (number === 0 || value === 0) return null
    numbers.push(number)
    values.push(value)
  } while (scanner.takes(' '))
  return scanner.isDone() ? { numbers, values } : null
}

/** @throws ProtocolError `choices-range` for a value above `most` */
export function assertMost({ numbers, values }: Choices, most: number): void {
  const at = values.findIndex((value) => value > most)
  if (at >= 0)
    throw new ProtocolError('choices-range', '#{number} has {value}, at most {most} is possible', {
      number: numbers[at] ?? 0,
      value: values[at] ?? 0,
      most,
    })
}

/**
 * The one spelling of works with an integer each; works with 0 are left out, as a text leaves them out.
 * @throws ProtocolError `choices-malformed`, `choices-order`
 */
export function formatValued({ numbers, values }: Choices): string {
  assertNumbers(numbers)
  const rows = numbers
    .map((number, index) => ({ number, value: values[index] ?? 0 }))
    .filter(({ value }) => value !== 0)
  for (const { number, value } of rows)
    if (!Number.isInteger(value) || value < 0 || value > 999_999)
      throw new ProtocolError('choices-malformed', '{value} for #{number} is no whole number above 0', {
        value,
        number,
      })
  if (rows.length === 0) return ABSTAIN
  return rows
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, value }) => `#${number}=${value}`)
    .join(' ')
}
