import { describe, expect, it } from 'vitest'
import type { Picks } from '#components/voting/picks.ts'
import { type Act, judge, sit } from './judging.ts'
import { pagesAround } from './pages-around.ts'
import { orderOf, passCounts, shownWords, spokenWords } from './table-words.ts'

const RULES = { maxChoices: 2, advance: true, open: true }
const picks: Picks = {
  numbers: [3],
  passed: [1],
  ratings: new Map([
    [3, 5],
    [9, 5],
    [2, 4],
  ]),
  note: '',
}
const ORDER = orderOf('all', 350, picks)

function spoken(place: number, act: Act, title = 'Late shift') {
  const { sitting, picks: after } = judge({ sitting: sit(ORDER, place), picks }, act, RULES)
  return spokenWords({ sitting, picks: after, title, maxChoices: RULES.maxChoices })
}

describe('spokenWords', () => {
  it.each<[number, Act, string]>([
    [
      11,
      { kind: 'mark', mark: 'pick' },
      'Work 12 of 350: picked. Now Work 13 of 350, #13 Late shift, unset.',
    ],
    [2, { kind: 'mark', mark: 'pick' }, 'Work 3 of 350: unset.'],
    [1, { kind: 'by', steps: 1 }, 'Work 3 of 350, #3 Late shift, picked, rated 5.'],
    [4, { kind: 'rate', rating: 2 }, 'Work 5 of 350: rated 2.'],
    [8, { kind: 'rate', rating: 5 }, 'Work 9 of 350: no rating.'],
    [4, { kind: 'undo' }, 'There is nothing to undo.'],
    [4, { kind: 'redo' }, 'There is nothing to make again.'],
  ])('at place %i after %j', (place, act, words) => {
    expect(spoken(place, act)).toBe(words)
  })

  it('says when a ballot is full', () => {
    const full = { ...picks, numbers: [3, 4] }
    const { sitting } = judge({ sitting: sit(ORDER, 6), picks: full }, { kind: 'mark', mark: 'pick' }, RULES)
    const words = spokenWords({ sitting, picks: full, title: undefined, maxChoices: 2 })
    expect(words).toMatch(/^A ballot of this round names at most 2 works.*Work 7 of 350 stays as it was\.$/)
  })
})

describe('shownWords', () => {
  const at = {
    sitting: sit(ORDER),
    picks,
    maxChoices: 2,
    online: true,
    kept: 'device',
    round: { state: 'open', opensAt: 0 },
  } as const

  it('has nothing to say while all is well', () => {
    expect(shownWords(at)).toBeNull()
  })

  it.each([
    [{ online: false }, /^No connection\. Your picks are kept/],
    [{ online: false, kept: 'page' as const }, /^This device keeps nothing/],
    [{ sitting: { ...at.sitting, said: { kind: 'full' as const } }, online: false }, /at most 2 works/],
    [{ sitting: sit([1, 3]) }, /^Every work here is judged/],
    [{ round: { state: 'closed' as const, opensAt: 0 } }, /^Voting is closed\./],
    [
      { round: { state: 'early' as const, opensAt: 1_765_389_600 } },
      /^Voting opens on Wed 10 December, 18:00 UTC\./,
    ],
  ])('%j', (change, words) => {
    expect(shownWords({ ...at, ...change })).toMatch(words)
  })
})

describe('orderOf', () => {
  it.each([
    ['unset', [2, 4, 5]],
    ['picked', [3]],
    ['rated', [3, 2]],
    ['all', [1, 2, 3, 4, 5]],
  ] as const)('goes through %s works', (show, order) => {
    const few = {
      ...picks,
      ratings: new Map([
        [3, 5 as const],
        [2, 4 as const],
      ]),
    }
    expect(orderOf(show, 5, few)).toEqual(order)
    expect(passCounts(5, few)[show]).toBe(order.length)
  })

  it('puts the highest rated first, and equals by number', () => {
    expect(orderOf('rated', 350, picks)).toEqual([3, 9, 2])
  })
})

describe('pagesAround', () => {
  it.each([
    [0, [1]],
    [30, [1, 61]],
    [75, [1, 61]],
    [90, [61, 121]],
    [349, [301]],
  ])('at place %i reads the pages from %j', (place, pages) => {
    expect(pagesAround(ORDER, place)).toEqual(pages)
  })

  it('reads only what a short pass needs', () => {
    expect(pagesAround([9999, 4], 0)).toEqual([9961, 1])
  })
})
