import { describe, expect, test } from 'vitest'
import { type Contest, chooseOne } from './count-back.ts'

/** Candidates 1, 2, 3; lists by number, the first entry being nobody's. */
const contest = (more: Partial<Contest>): Contest => ({
  inCount: [1, 2, 3],
  votes: [0n, 5n, 5n, 5n],
  history: [],
  supporters: [0, 4, 4, 4],
  lots: (number) => ['', 'b', 'a', 'c'][number] ?? '',
  ...more,
})

describe('telling equals apart', () => {
  test('needs nothing where votes differ', () => {
    const votes = [0n, 7n, 5n, 6n]
    expect(chooseOne(contest({ votes }), 'most')).toEqual({ number: 1, decidedBy: 'score' })
    expect(chooseOne(contest({ votes }), 'least')).toEqual({ number: 2, decidedBy: 'score' })
  })

  test('goes back to the latest round in which they differ, not to the first', () => {
    const history = [
      [0n, 9n, 1n, 1n],
      [0n, 2n, 3n, 3n],
    ]
    expect(chooseOne(contest({ history }), 'least')).toEqual({ number: 1, decidedBy: 'count-back' })
    // #2 and #3 are still equal there, and the round before does not tell them apart.
    expect(chooseOne(contest({ history }), 'most')).toEqual({ number: 2, decidedBy: 'lot' })
  })

  test('goes on back among those that are still equal', () => {
    const history = [
      [0n, 9n, 1n, 2n],
      [0n, 2n, 3n, 3n],
    ]
    expect(chooseOne(contest({ history }), 'most')).toEqual({ number: 3, decidedBy: 'count-back' })
  })

  test('then asks for supporters, and last for the lot: the lowest is the most', () => {
    expect(chooseOne(contest({ supporters: [0, 4, 5, 3] }), 'most')).toEqual({
      number: 2,
      decidedBy: 'supporters',
    })
    expect(chooseOne(contest({ supporters: [0, 4, 5, 3] }), 'least')).toEqual({
      number: 3,
      decidedBy: 'supporters',
    })
    expect(chooseOne(contest({}), 'most')).toEqual({ number: 2, decidedBy: 'lot' })
    expect(chooseOne(contest({}), 'least')).toEqual({ number: 3, decidedBy: 'lot' })
  })
})
