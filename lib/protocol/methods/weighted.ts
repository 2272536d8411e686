import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Method } from './method.ts'
import { ScoreSheet } from './score-sheet.ts'
import { assertMost, formatValued, parseValued } from './valued-choices.ts'

/** What the shares of a ballot sum to: they are hundredths of its power. */
export const WHOLE = 100

/** Weighted: `#12=60 #47=40`, shares of 100; a score is Σ power × share, in hundredths of power. */
export const weighted: Method = {
  parse(text, context) {
    const choices = parseValued(text, context)
    assertMost(choices, WHOLE)
    const sum = choices.values.reduce((total, value) => total + value, 0)
    if (choices.numbers.length > 0 && sum !== WHOLE)
      throw new ProtocolError('choices-sum', 'the shares sum to {sum}, not to {whole}', { sum, whole: WHOLE })
    return choices
  },

  format: formatValued,

  counter: (_rules, standing) => new ScoreSheet(standing, (power, share) => power * BigInt(share)),
}
