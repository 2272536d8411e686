import { expect, it } from 'vitest'
import { spendSentence, spendShares } from './spend-words.ts'

const standing = (spent: number, reserved: number, limit: number | null) => ({
  spentMicroUsd: spent * 1_000_000,
  reservedMicroUsd: reserved * 1_000_000,
  limitMicroUsd: limit === null ? null : limit * 1_000_000,
})

it.each([
  [standing(0, 0, null), 'Nothing spent so far, and nothing bounds it.', null],
  [
    standing(0.84, 0.12, null),
    '$0.84 spent, $0.12 set aside for what is under way; nothing bounds it.',
    null,
  ],
  [standing(0, 0, 5), 'Nothing of $5.00 spent.', { spent: 0, reserved: 0 }],
  [
    standing(1, 0.5, 5),
    '$1.00 of $5.00 spent, $0.50 set aside for what is under way.',
    { spent: 200, reserved: 100 },
  ],
  [standing(7, 0, 5), '$7.00 of $5.00 spent.', { spent: 1000, reserved: 0 }],
  [standing(0, 0, 0), 'Nothing of $0.00 spent.', { spent: 1000, reserved: 0 }],
])('%j: %s', (budget, sentence, shares) => {
  expect(spendSentence(budget)).toBe(sentence)
  expect(spendShares(budget)).toEqual(shares)
})
