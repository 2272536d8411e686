import fc from 'fast-check'
import { expect, it } from 'vitest'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import type { DuelAnswer } from '#lib/protocol/pair-queue.ts'
import { sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import { createAnswersStore, duelsIdOf, duelsKey, parseAnswers } from './duel-answers.ts'
import { duelChoices, duelSitting } from './duel-sitting.ts'

const MOST = 12
const context = sampleChoiceContext({ ...sampleRulesBy('pairwise').limits, maxChoices: MOST }, 8)
const seed = {
  roundId: context.roundId,
  openingBlock: `0x${'b1'.repeat(32)}` as const,
  voter: context.voter,
  candidateCount: 8,
}
const answers = fc.array(fc.constantFrom<DuelAnswer>('low', 'high', 'tied', 'skipped'), { maxLength: 20 })

it('makes ballots that the protocol takes, of whatever was answered', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const { judged, next } = duelSitting(seed, given, MOST)
      expect(judged.length).toBe(Math.min(given.length, MOST))
      expect(next === null).toBe(judged.length === MOST)
      if (judged.length === 0) return
      const text = METHODS.pairwise.format(duelChoices(judged))
      expect(METHODS.pairwise.parse(text, context)).toEqual(duelChoices(judged))
    }),
  )
})

it('ends where every two works have met', () => {
  const few = { ...seed, candidateCount: 3 }
  const { judged, next } = duelSitting(few, Array(9).fill('tied'), MOST)
  expect([judged.length, next]).toEqual([3, null])
})

it('is kept by account, and another account has another queue', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const [mine, other] = ['0xaa', '0xbb'].map((voter) => duelsIdOf('0x1d', voter)) as [string, string]
  createAnswersStore(mine, () => storage).put({ answers: ['low', 'skipped', 'tied', 'high'] })
  expect(createAnswersStore(mine, () => storage).read().answers).toEqual(['low', 'skipped', 'tied', 'high'])
  expect(createAnswersStore(other, () => storage).read().answers).toEqual([])
  createAnswersStore(mine, () => storage).put({ answers: [] })
  expect(kept.has(duelsKey(mine))).toBe(false)
})

it.each([null, '', '{', '[]', '{"version":2,"answers":"l"}', '{"version":1,"answers":7}'])(
  'takes %j for no answers',
  (raw) => {
    expect(parseAnswers(raw)).toEqual({ answers: [] })
  },
)
