import { describe, expect, it } from 'vitest'
import { doneWords, enoughWords, placeWords, rangeWords, settledMeaning, settledWords } from './duel-words.ts'
import type { ImpliedOrder } from './implied-order.ts'

const work = { number: 1, from: 1, to: 1, won: 0, lost: 0, tied: 0 }
const order = (works: number, decided: number): ImpliedOrder => ({
  placed: Array.from({ length: works }, (_, index) => ({ ...work, number: index + 1 })),
  pairs: (works * (works - 1)) / 2,
  decided,
  circled: 0,
})

describe('progress in words', () => {
  it('says the place, how far the ranking is settled, and what that is made of', () => {
    expect(placeWords(24, 40)).toBe('Duel 24 of 40.')
    expect(settledWords(order(25, 246))).toBe('Your ranking of 25 works is 82 % settled.')
    expect(settledMeaning(order(25, 246))).toBe(
      'Of the 300 pairs among the 25 works that you judged, your answers decide 246.',
    )
  })

  it('says what a circle of answers does', () => {
    expect(settledMeaning({ ...order(4, 3), circled: 3 })).toBe(
      'Of the 6 pairs among the 4 works that you judged, your answers decide 3. 3 works stand in a circle of answers, which decides nothing between them.',
    )
  })

  it('never rounds up to settled, and says nothing of two works', () => {
    expect(settledWords(order(25, 299))).toBe('Your ranking of 25 works is 99 % settled.')
    expect([settledWords(order(2, 1)), settledMeaning(order(2, 1)), enoughWords(order(2, 1), 2)]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('says that it is enough at four fifths, not before, and not after a few works of many', () => {
    expect(enoughWords(order(10, 36), 40)).toBe('80 % is enough: you may stop here.')
    expect(enoughWords(order(10, 35), 40)).toBeNull()
    expect(enoughWords(order(9, 36), 40)).toBeNull()
    expect(enoughWords(order(4, 5), 4)).toBe('80 % is enough: you may stop here.')
  })

  it('says so as well when every work was judged', () => {
    expect(enoughWords(order(40, 90), 40)).toBe('You have judged every work: you may stop here.')
    expect(enoughWords(order(39, 90), 40)).toBeNull()
  })

  it('says why it ends', () => {
    expect(doneWords(40, 40)).toBe('All 40 duels of a ballot are judged.')
    expect(doneWords(15, 40)).toBe('Every two works have met.')
  })
})

it.each([
  [1, 1, '1st'],
  [2, 9, '2nd to 9th'],
  [3, 11, '3rd to 11th'],
  [21, 112, '21st to 112th'],
])('places %i to %i', (from, to, words) => {
  expect(rangeWords({ ...work, from, to })).toBe(words)
})
