import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choices, NO_VALUES } from '#lib/protocol/choices.ts'
import { METHOD_IDS, type MethodId } from '#lib/protocol/rules.ts'
import { sampleChoiceContext } from '#lib/protocol/verify/sample-facts.ts'
import { METHODS } from './registry.ts'

const refusal = (code: string) => expect.objectContaining({ code })
const named = (numbers: readonly number[]): Choices => ({ numbers, values: NO_VALUES })
const valued = (rows: readonly (readonly [number, number])[]): Choices => ({
  numbers: rows.map(([number]) => number),
  values: rows.map(([, value]) => value),
})

const OWN = {
  single: { maxChoices: 1 },
  approval: {},
  weighted: {},
  quadratic: { credits: 100, creditUnit: '1' },
  score: { maxScore: 5 },
  ranked: {},
  pairwise: {},
} as const
const contextOf = (method: MethodId, candidateCount: number, limits = {}) =>
  sampleChoiceContext({ ...OWN[method], ...limits }, candidateCount)

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 40 })

describe('approval', () => {
  const { format, parse } = METHODS.approval
  const wide = contextOf('approval', 999_999)

  it('has one text for each set of works', () => {
    fc.assert(
      fc.property(numbers, (chosen) => {
        const text = format(named(chosen))
        expect(parse(text, wide)).toEqual(named(chosen.toSorted((a, b) => a - b)))
        expect(format(named(chosen.toReversed()))).toBe(text)
      }),
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
    expect(() => parse(text, contextOf('approval', 5, { maxChoices: 3 }))).toThrow(refusal(code))
  })

  it('reads the limits as inclusive, and a dash as nobody', () => {
    const limits = contextOf('approval', 5, { maxChoices: 3 })
    expect(parse('#1 #2 #5', limits)).toEqual(named([1, 2, 5]))
    expect(parse('-', limits)).toEqual(named([]))
    expect(format(named([]))).toBe('-')
  })

  it.each([[[0]], [[1.5]], [[1_000_000]], [[Number.NaN]]])('has no text for %j', (chosen) => {
    expect(() => format(named(chosen))).toThrow(refusal('choices-malformed'))
  })

  it('has no text for a work named twice', () => {
    expect(() => format(named([3, 3]))).toThrow(refusal('choices-order'))
  })
})

describe('every method', () => {
  const PIECES = ['#', ' ', '1', '2', '0', '9', '-', '#3', '#12', ' #4', '\n', '+', '１', '=', '>', '?']
  const WHOLE = ['#1', '#2', '#3', '=100', '=60', '=40', '=1', '=01', '=1.0', '=0', '=-1', '=1e2', '>', ' ']

  it.each(METHOD_IDS)('%s takes a text only if it is the one spelling of what it says', (method) => {
    const { parse, format } = METHODS[method]
    const context = contextOf(method, 12)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES, ...WHOLE), { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        let read: Choices
        try {
          read = parse(text, context)
        } catch (error) {
          expect(error).toEqual(expect.objectContaining({ code: expect.stringMatching(/^choices-/) }))
          return
        }
        expect(format(read)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(METHOD_IDS)('%s writes nothing as a dash and reads it as an abstention', (method) => {
    expect(METHODS[method].format(named([]))).toBe('-')
    expect(METHODS[method].parse('-', contextOf(method, 12))).toEqual(named([]))
  })
})

describe('methods with a number beside each work', () => {
  const VALUED = ['weighted', 'quadratic', 'score'] as const

  it.each(VALUED)('%s leaves out what has nothing, and does not mind the order given', (method) => {
    const { format, parse } = METHODS[method]
    const rows = [
      [7, method === 'weighted' ? 60 : 3],
      [2, method === 'weighted' ? 40 : 1],
      [5, 0],
    ] as const
    const text = format(valued(rows))
    expect(text).toBe(method === 'weighted' ? '#2=40 #7=60' : '#2=1 #7=3')
    expect(format(valued(rows.toReversed()))).toBe(text)
    expect(parse(text, contextOf(method, 12))).toEqual(valued([rows[1], rows[0]]))
  })

  it.each(
    VALUED.flatMap(
      (method) =>
        [
          [method, 'choices-malformed', '#1=1.0'],
          [method, 'choices-malformed', '#1=01'],
          [method, 'choices-malformed', '#1=+1'],
          [method, 'choices-malformed', '#1=0'],
          [method, 'choices-malformed', '#1= 1'],
          [method, 'choices-malformed', '#1'],
          [method, 'choices-malformed', '#1=1 '],
          [method, 'choices-malformed', '#1=1  #2=1'],
          [method, 'choices-order', '#2=50 #1=50'],
          [method, 'choices-order', '#1=50 #1=50'],
          [method, 'choices-unknown', '#13=1'],
        ] as const,
    ),
  )('%s refuses with %s: %j', (method, code, text) => {
    expect(() => METHODS[method].parse(text, contextOf(method, 12))).toThrow(refusal(code))
  })

  it.each([
    ['weighted', 'choices-range', '#1=101'],
    ['weighted', 'choices-sum', '#1=60 #2=39'],
    ['weighted', 'choices-sum', '#1=60 #2=41'],
    ['weighted', 'choices-sum', '#1=1'],
    ['quadratic', 'choices-budget', '#1=8 #2=6 #3=1'],
    ['quadratic', 'choices-budget', '#1=11'],
    ['score', 'choices-range', '#1=6'],
  ] as const)('%s refuses with %s: %j', (method, code, text) => {
    expect(() => METHODS[method].parse(text, contextOf(method, 12))).toThrow(refusal(code))
  })

  it('reads their limits as inclusive', () => {
    expect(METHODS.weighted.parse('#1=100', contextOf('weighted', 12)).values).toEqual([100])
    expect(METHODS.quadratic.parse('#1=8 #2=6', contextOf('quadratic', 12)).values).toEqual([8, 6])
    expect(METHODS.score.parse('#1=5', contextOf('score', 12)).values).toEqual([5])
  })

  it.each([1.5, -1, Number.NaN, 1_000_000])('has no text for %d', (value) => {
    expect(() => METHODS.score.format(valued([[1, value]]))).toThrow(refusal('choices-malformed'))
  })
})

describe('single', () => {
  it('takes one work', () => {
    const context = contextOf('single', 12)
    expect(METHODS.single.parse('#12', context)).toEqual(named([12]))
    expect(() => METHODS.single.parse('#1 #2', context)).toThrow(refusal('choices-too-many'))
  })
})

describe('ranked', () => {
  const { format, parse } = METHODS.ranked

  it('keeps the order given, and takes partial rankings', () => {
    fc.assert(
      fc.property(numbers, (chosen) => {
        expect(parse(format(named(chosen)), contextOf('ranked', 999_999))).toEqual(named(chosen))
      }),
    )
  })

  it.each([
    ['choices-malformed', '#1 > #2'],
    ['choices-malformed', '#1>'],
    ['choices-malformed', '#1=#2'],
    ['choices-malformed', '#1 #2'],
    ['choices-duplicate', '#1>#2>#1'],
    ['choices-unknown', '#1>#13'],
    ['choices-too-many', '#1>#2>#3>#4'],
  ])('refuses with %s: %j', (code, text) => {
    expect(() => parse(text, contextOf('ranked', 12, { maxChoices: 3 }))).toThrow(refusal(code))
  })

  it('has no text for a work named twice', () => {
    expect(() => format(named([3, 1, 3]))).toThrow(refusal('choices-duplicate'))
  })
})
