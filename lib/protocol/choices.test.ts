import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatApproval, parseApproval } from './choices.ts'

const wide = { maxChoices: 10_000, candidateCount: 999_999 }
const refusal = (code: string) => expect.objectContaining({ code })
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 40 })

describe('approval', () => {
  it('has one text for each set of works', () => {
    fc.assert(
      fc.property(numbers, (chosen) => {
        const text = formatApproval(chosen)
        expect(parseApproval(text, wide)).toEqual(chosen.toSorted((a, b) => a - b))
        expect(formatApproval(chosen.toReversed())).toBe(text)
      }),
    )
  })

  it('takes a text only if it is the one spelling of what it says', () => {
    const pieces = fc.constantFrom('#', ' ', '1', '2', '0', '9', '-', '#3', '#12', ' #4', '\n', '+', '１')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        let read: number[]
        try {
          read = parseApproval(text, wide)
        } catch {
          return
        }
        expect(formatApproval(read)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['choices-malformed', ''],
    ['choices-malformed', ' '],
    ['choices-malformed', '12'],
    ['choices-malformed', '#0'],
    ['choices-malformed', '#01'],
    ['choices-malformed', '#1000000'],
    ['choices-malformed', '#1  #2'],
    ['choices-malformed', '#1 '],
    ['choices-malformed', ' #1'],
    ['choices-malformed', '#1\n'],
    ['choices-malformed', '#1,#2'],
    ['choices-malformed', '#1#2'],
    ['choices-malformed', '#1\u00a0#2'],
    ['choices-malformed', '#１'],
    ['choices-malformed', '--'],
    ['choices-malformed', '- #1'],
    ['choices-malformed', '#1>#2'],
    ['choices-order', '#2 #1'],
    ['choices-order', '#2 #2'],
    ['choices-unknown', '#2 #6'],
    ['choices-too-many', '#1 #2 #3 #4'],
  ])('refuses with %s: %j', (code, text) => {
    expect(() => parseApproval(text, { maxChoices: 3, candidateCount: 5 })).toThrow(refusal(code))
  })

  it('reads the limits as inclusive, and a dash as nobody', () => {
    expect(parseApproval('#1 #2 #5', { maxChoices: 3, candidateCount: 5 })).toEqual([1, 2, 5])
    expect(parseApproval('-', { maxChoices: 3, candidateCount: 5 })).toEqual([])
    expect(formatApproval([])).toBe('-')
  })

  it.each([[[0]], [[1.5]], [[1_000_000]], [[Number.NaN]]])('has no text for %j', (chosen) => {
    expect(() => formatApproval(chosen)).toThrow(refusal('choices-malformed'))
  })

  it('has no text for a work named twice', () => {
    expect(() => formatApproval([3, 3])).toThrow(refusal('choices-order'))
  })
})
