import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { METHOD_IDS, type MethodId } from '#lib/protocol/rules.ts'
import { sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import { type Draft, NO_DRAFT, parseDraft, withValue } from './draft.ts'
import { evenShares, fillBallot, movedTo, rankedOrder } from './filled-ballot.ts'

const FORMS = METHOD_IDS.filter((method): method is Exclude<MethodId, 'pairwise'> => method !== 'pairwise')
const WORKS = 8

const contextOf = (method: MethodId) => {
  const limits = { ...sampleRulesBy(method).limits, ...(method !== 'single' && { maxChoices: 4 }) }
  return { limits, credits: 40 }
}

const drafts = fc.record({
  chosen: fc.option(fc.integer({ min: 1, max: WORKS })),
  values: fc
    .array(fc.tuple(fc.integer({ min: 1, max: WORKS }), fc.integer({ min: 1, max: 60 })))
    .map((entries): ReadonlyMap<number, number> => new Map(entries)),
  order: fc.uniqueArray(fc.integer({ min: 1, max: WORKS })),
})
const picks = fc
  .uniqueArray(fc.integer({ min: 1, max: WORKS }))
  .map((numbers) => numbers.toSorted((a, b) => a - b))

describe('fillBallot', () => {
  it.each(FORMS)('lets through by %s what the protocol takes, and nothing else', (method) => {
    fc.assert(
      fc.property(picks, drafts, (numbers, draft) => {
        const given = contextOf(method)
        const { choices, lack } = fillBallot(method, numbers, draft, given)
        const limits = { ...given.limits, ...(method === 'quadratic' && { credits: given.credits }) }
        const context = sampleChoiceContext(limits, WORKS)
        const text = METHODS[method].format(choices)
        if (lack === null) expect(METHODS[method].parse(text, context)).toEqual(choices)
        // What a person could sign instead, an abstention, is always what an empty ballot says.
        if (numbers.length === 0) expect([text, lack]).toEqual(['-', null])
        else if (text === '-') expect(lack).not.toBeNull()
      }),
    )
  })

  const filled = (method: (typeof FORMS)[number], numbers: number[], draft: Partial<Draft>) =>
    fillBallot(method, numbers, { ...NO_DRAFT, ...draft }, contextOf(method))

  it.each([
    ['weighted', { values: new Map([[1, 60]]) }, '40 of 100 are still to be shared out.'],
    [
      'weighted',
      {
        values: new Map([
          [1, 60],
          [2, 45],
        ]),
      },
      '5 more than 100 are shared out: take some back.',
    ],
    [
      'quadratic',
      { values: new Map([[1, 7]]) },
      'These votes cost 49 credits and there are 40: take some back.',
    ],
    ['quadratic', {}, 'No work has a vote yet. To abstain, take all works off.'],
    ['score', {}, 'No work has points yet. To abstain, take all works off.'],
    ['single', { chosen: 3 }, 'One work counts: choose it among your picks.'],
  ] as const)('says why a %s ballot with %j cannot be signed', (method, draft, words) => {
    expect(filled(method, [1, 2], draft).lack).toBe(words)
  })

  it('takes the only pick for the one that counts', () => {
    expect(filled('single', [5], {})).toEqual({ choices: { numbers: [5], values: [] }, lack: null })
  })
})

it('splits a hundred so that nothing is left, whatever it is split among', () => {
  for (let count = 1; count <= 100; count += 1) {
    const shares = [...evenShares(Array.from({ length: count }, (_, index) => index + 1)).values()]
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
  }
})

it('keeps the order of what is still picked and puts new picks behind it', () => {
  expect(rankedOrder([2, 5, 7, 9], [9, 3, 2])).toEqual([9, 2, 5, 7])
  expect(movedTo([9, 2, 5], 5, 0)).toEqual([5, 9, 2])
  expect(movedTo([9, 2, 5], 9, 7)).toEqual([2, 5, 9])
})

it.each([null, '', '{', '[]', '7', '{"version":2,"chosen":3}'])('takes %j for no draft', (raw) => {
  expect(parseDraft(raw)).toEqual({ chosen: null, values: new Map(), order: [] })
})

it('reads of a draft what it understands', () => {
  const raw = '{"version":1,"chosen":0,"values":[[3,40],[4,"x"],[5]],"order":[4,4,-1,2]}'
  expect(parseDraft(raw)).toEqual({ chosen: null, values: new Map([[3, 40]]), order: [4, 2] })
  expect(withValue(parseDraft(raw), 3, 0).values.size).toBe(0)
})
