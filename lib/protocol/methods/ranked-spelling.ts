import { ABSTAIN, ABSTENTION, assertNumbers, assertWithin, NO_VALUES } from '#lib/protocol/choices.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { readWorks } from './choice-scanner.ts'
import type { Spelling } from './method.ts'

/** Ranked: `#12>#47>#3`, from the first place down, as many as one likes, no equals. */
export const rankedSpelling: Spelling = {
  parse(text, context) {
    if (text === ABSTAIN) return ABSTENTION
    const numbers = readWorks(text, '>')
    if (!numbers)
      throw new ProtocolError('choices-malformed', 'choices are written like "#12>#47>#3", or "-"')
    assertNumbers(numbers, 'choices-duplicate')
    assertWithin(numbers, context)
    return { numbers, values: NO_VALUES }
  },

  format({ numbers }) {
    if (numbers.length === 0) return ABSTAIN
    assertNumbers(numbers, 'choices-duplicate')
    return numbers.map((number) => `#${number}`).join('>')
  },
}
