import { describe, expect, it } from 'vitest'
import { NO_DRAFT } from '#components/voting/ballot/draft.ts'
import { fillBallot } from '#components/voting/ballot/filled-ballot.ts'
import type { Picks } from '#components/voting/picks.ts'
import { type Act, judge, numberAt, sit, type Table, type TableRules } from './judging.ts'
import { orderOf, passCounts, SITTING } from './pass-order.ts'
import { isEnded, nextSittingLabel, onwardOf, purposeOf, waitingWorks } from './pass-words.ts'

const COUNT = 6
const DEALT = { numbers: [1, 2, 3, 4, 5, 6], seen: new Set<number>() }
const nothing: Picks = { numbers: [], passed: [], ratings: new Map(), note: '' }
const APPROVAL = { method: 'approval', maxScore: null } as const
const RANKED = { method: 'ranked', maxScore: null } as const
const SCORE = { method: 'score', maxScore: 10 } as const

const rules = (round: Pick<TableRules, 'method' | 'maxScore'>): TableRules => ({
  ...round,
  dealt: DEALT,
  maxChoices: 4,
  advance: true,
  open: true,
})
const table = (picks: Partial<Picks> = {}, draft = NO_DRAFT): Table => ({
  sitting: sit([1, 2, 3, 4, 5, 6]),
  picks: { ...nothing, ...picks },
  draft,
})
const run = (start: Table, acts: readonly Act[], round: Pick<TableRules, 'method' | 'maxScore'> = APPROVAL) =>
  acts.reduce((state, act) => judge(state, act, rules(round)), start)

const begin = (pass: 'reject' | 'pick' | 'rank' | 'all'): Act => ({ kind: 'begin', pass })
const PASS: Act = { kind: 'mark', mark: 'pass' }
const PICK: Act = { kind: 'mark', mark: 'pick' }
const ON: Act = { kind: 'by', steps: 1 }
const shift = (steps: number): Act => ({ kind: 'shift', steps })
const key = (digit: 1 | 2 | 3 | 4 | 5): Act => ({ kind: 'digit', digit })

const words = (state: Table, round: Pick<TableRules, 'method' | 'maxScore'> = APPROVAL) =>
  onwardOf(state.sitting, state, round)
const ended = (state: Table) => isEnded(state.sitting, state.picks)

describe('the works of a pass', () => {
  const some = table({ numbers: [3, 5], passed: [1], ratings: new Map([[5, 4]]) })
  it.each([
    ['reject', [2, 4, 6]],
    ['pick', [2, 3, 4, 5, 6]],
    ['rank', [5, 3]],
    ['all', [1, 2, 3, 4, 5, 6]],
  ] as const)('to %s: %j', (pass, order) => {
    expect(orderOf(pass, DEALT, some, 'approval')).toEqual(order)
    expect(passCounts(COUNT, some)[pass]).toBe(order.length)
  })

  it('puts the most points first where a ballot gives points', () => {
    const draft = { ...NO_DRAFT, values: new Map([[3, 9]]) }
    expect(orderOf('rank', DEALT, { ...some, draft }, 'score')).toEqual([3, 5])
  })

  it('keeps the order that a ballot has, and puts the best of the others behind it', () => {
    const picks = { ...some.picks, numbers: [2, 3, 5] }
    expect(orderOf('rank', DEALT, { picks, draft: { ...NO_DRAFT, order: [3] } }, 'ranked')).toEqual([3, 5, 2])
  })

  it('begins at its first work that is to be judged, and all of them at the one that is shown', () => {
    const at4 = run(some, [{ kind: 'to', place: 3 }])
    expect(numberAt(run(at4, [begin('reject')]).sitting)).toBe(2)
    expect(numberAt(run(at4, [begin('all')]).sitting)).toBe(4)
    expect(numberAt(run(table({ numbers: [1] }), [begin('pick')]).sitting)).toBe(2)
    expect(run(table(), [begin('rank')]).sitting.pass).toBe('reject')
  })

  it('does not lose a work while the pass lasts', () => {
    const during = run(some, [begin('reject'), PASS, PICK])
    expect(during.sitting.order).toEqual([2, 4, 6])
  })
})

describe('the end of a pass', () => {
  it('comes where one goes on past the last work, and says how many are kept', () => {
    const last = run(table(), [PASS, PASS, ON, ON, ON])
    expect(ended(last)).toBe(false)
    const over = run(last, [ON])
    expect(ended(over)).toBe(true)
    expect(words(over)).toMatchObject({ words: 'All 6 gone through: 4 kept.', next: 'pick' })
    expect(ended(run(over, [begin('pick')]))).toBe(false)
  })

  it('comes with a mark on the last work, without going back to those that were kept', () => {
    const over = run(table(), [ON, ON, ON, ON, ON, PASS])
    expect(over.sitting.place).toBe(5)
    expect(ended(over)).toBe(true)
  })

  it('of picking comes when all are judged, wherever one is, and leads to ranking', () => {
    const picking = run(table({ passed: [1, 2] }), [begin('pick'), ON, PICK, PICK, PASS])
    expect(ended(picking)).toBe(false)
    const over = run(picking, [PASS])
    expect(ended(over)).toBe(true)
    expect(words(over)).toMatchObject({ words: 'All 4 gone through: 2 picked, 2 passed.', next: 'rank' })
  })

  it('leads to all works where nothing is picked', () => {
    expect(words(run(table({ passed: [1, 2, 3, 4, 5, 6] }), [ON])).next).toBe('all')
  })

  it('of ranking leads to the ballot, and only past the last', () => {
    const ranking = run(table({ numbers: [1, 2] }), [begin('rank')], RANKED)
    expect(ended(ranking)).toBe(false)
    const over = run(ranking, [ON, ON], RANKED)
    expect(words(over, RANKED)).toMatchObject({ words: 'All 2 stand in your order.', next: 'ballot' })
  })

  it('counts the works with points', () => {
    const over = run(table({ numbers: [1, 2] }), [begin('rank'), key(5), ON, ON], SCORE)
    expect(words(over, SCORE).words).toBe('All 2 gone through: 1 with points.')
  })
})

describe('a ranked ballot', () => {
  const LIMITS = { maxChoices: 4, maxCandidates: 200 }
  const choices = ({ picks, draft }: Table) =>
    fillBallot('ranked', picks.numbers, draft, { limits: LIMITS, credits: 0 }).choices.numbers
  const picked = table({ numbers: [1, 2, 3], ratings: new Map([[3, 5]]) })

  it('is what the ranking pass shows, from its beginning', () => {
    const ranking = run(picked, [begin('rank')], RANKED)
    expect(ranking.sitting.order).toEqual([3, 1, 2])
    expect(choices(ranking)).toEqual([3, 1, 2])
  })

  it('follows every move, and the work that is moved stays the one that is shown', () => {
    const after = run(picked, [begin('rank'), shift(1)], RANKED)
    expect(choices(after)).toEqual([1, 3, 2])
    expect(numberAt(after.sitting)).toBe(3)
    expect(choices(run(after, [key(3)], RANKED))).toEqual([1, 2, 3])
    expect(choices(run(after, [{ kind: 'carry', number: 2, to: 0 }], RANKED))).toEqual([2, 1, 3])
    expect(choices(run(after, [shift(9)], RANKED))).toEqual([1, 2, 3])
  })

  it('is put back by undo, also from another pass', () => {
    const moved = run(picked, [begin('rank'), shift(2), begin('all'), { kind: 'undo' }], RANKED)
    expect(choices(moved)).toEqual([3, 1, 2])
    expect(choices(run(moved, [{ kind: 'redo' }], RANKED))).toEqual([1, 2, 3])
  })

  it('is not touched in other passes, by other methods, or once voting is over', () => {
    expect(run(picked, [shift(1)], RANKED).draft).toBe(NO_DRAFT)
    expect(run(picked, [begin('rank'), shift(1)]).draft).toBe(NO_DRAFT)
    const closed = { ...rules(RANKED), open: false }
    expect(judge(judge(picked, begin('rank'), closed), shift(1), closed).draft).toBe(NO_DRAFT)
  })
})

describe('a ballot by points', () => {
  it('gets the points of the key, and loses them with the same key', () => {
    const given = run(table({ numbers: [1] }), [key(4)], SCORE)
    expect([...given.draft.values]).toEqual([[1, 8]])
    expect(given.picks.ratings.size).toBe(0)
    expect(run(given, [key(4)], SCORE).draft.values.size).toBe(0)
    expect(run(given, [{ kind: 'undo' }], SCORE).draft.values.size).toBe(0)
  })

  it('gets back points that no key gives', () => {
    const draft = { ...NO_DRAFT, values: new Map([[1, 7]]) }
    const back = run(table({ numbers: [1] }, draft), [key(1), { kind: 'undo' }], SCORE)
    expect([...back.draft.values]).toEqual([[1, 7]])
  })

  it('says so where the scale ends before the key', () => {
    const after = run(table(), [key(4)], { method: 'score', maxScore: 3 })
    expect(after.sitting.said).toMatchObject({ kind: 'beyond' })
    expect(after.draft).toBe(NO_DRAFT)
  })
})

describe('purposeOf', () => {
  it.each([
    ['reject', APPROVAL, /^Pass what is not for you/],
    ['pick', { ...APPROVAL, method: 'single' }, /pick what belongs on your ballot\. One work counts/],
    ['rank', RANKED, /the order on your ballot/],
    ['rank', SCORE, /Keys 1 to 5 give 2, 4, 6, 8 and 10 points\.$/],
    ['rank', APPROVAL, /for your own order/],
  ] as const)('of %s in %j', (pass, round, sentence) => {
    expect(purposeOf(pass, round)).toMatch(sentence)
  })
})

describe('a sitting', () => {
  const all = Array.from({ length: 100 }, (_, index) => 100 - index)
  const picks = { ...nothing, numbers: [99], passed: [97] }
  const dealt = { numbers: all, seen: new Set([100, 96]) }

  it('deals forty works that have neither mark, those first that were never seen', () => {
    const order = orderOf('reject', dealt, { picks, draft: NO_DRAFT }, 'approval')
    expect(order).toHaveLength(SITTING)
    expect(order.slice(0, 3)).toEqual([98, 95, 94])
    expect(order).not.toContain(100)
    const late = orderOf(
      'reject',
      { ...dealt, numbers: [100, 99, 98, 97, 96] },
      { picks, draft: NO_DRAFT },
      'approval',
    )
    expect(late).toEqual([100, 98, 96])
  })

  it('knows how many works wait for the next one, and says so when it is gone through', () => {
    const order = orderOf('reject', dealt, { picks, draft: NO_DRAFT }, 'approval')
    const waiting = waitingWorks({ order }, picks, all)
    expect(waiting).toBe(100 - SITTING - 2)
    expect(nextSittingLabel(waiting)).toBe('The next 40')
    expect(nextSittingLabel(7)).toBe('The next 7')
    const gone = { sitting: sit(order), picks, draft: NO_DRAFT }
    expect(onwardOf(gone.sitting, gone, { ...APPROVAL, waiting })).toMatchObject({
      next: 'pick',
      more: waiting,
    })
  })
})
