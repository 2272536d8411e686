import {
  ABSTAIN,
  ABSTENTION,
  assertAscending,
  assertNumbers,
  assertWithin,
  NO_VALUES,
} from '#lib/protocol/choices.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { readWorks } from './choice-scanner.ts'
import type { Method } from './method.ts'
import { ScoreSheet } from './score-sheet.ts'

/** Approval: `#3 #12`, ascending; a work's score is the sum of the powers of the ballots that name it. */
export const approval: Method = {
  parse(text, context) {
    if (text === ABSTAIN) return ABSTENTION
    const numbers = readWorks(text, ' ')
    if (!numbers) throw new ProtocolError('choices-malformed', 'choices are written like "#12 #47", or "-"')
    assertAscending(numbers)
    assertWithin(numbers, context)
    return { numbers, values: NO_VALUES }
  },

  format({ numbers }) {
    if (numbers.length === 0) return ABSTAIN
    assertNumbers(numbers)
    return numbers
      .toSorted((a, b) => a - b)
      .map((number) => `#${number}`)
      .join(' ')
  },

  counter: (_rules, standing) => new ScoreSheet(standing, (power) => power),
}
