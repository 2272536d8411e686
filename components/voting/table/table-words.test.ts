import { describe, expect, it } from 'vitest'
import { NO_DRAFT } from '#components/voting/ballot/draft.ts'
import type { Picks } from '#components/voting/picks.ts'
import { type Act, judge, sit, type TableRules } from './judging.ts'
import { pressingWords, spokenWords } from './table-words.ts'

const RULES: TableRules = {
  dealt: { numbers: Array.from({ length: 350 }, (_, index) => index + 1), seen: new Set() },
  method: 'approval',
  maxChoices: 2,
  maxScore: null,
  advance: true,
  open: true,
}
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
const ORDER = Array.from({ length: 350 }, (_, at) => at + 1)

function spoken(place: number, act: Act, { more = {}, title = 'Late shift' }: Change = {}) {
  const rules = { ...RULES, ...more }
  const start = { sitting: sit(ORDER, place, 'all'), picks, draft: NO_DRAFT }
  const { sitting, ...decisions } = judge(start, act, rules)
  return spokenWords({ sitting, decisions, title, round: rules, purpose: 'Every work.', ended: null })
}
type Change = { more?: Partial<TableRules>; title?: string }

describe('spokenWords', () => {
  it.each<[number, Act, string]>([
    [
      11,
      { kind: 'mark', mark: 'pick' },
      'Work 12 of 350: picked. Now Work 13 of 350, #13 Late shift, unset.',
    ],
    [2, { kind: 'mark', mark: 'pick' }, 'Work 3 of 350: unset.'],
    [1, { kind: 'by', steps: 1 }, 'Work 3 of 350, #3 Late shift, picked, rated 5.'],
    [4, { kind: 'digit', digit: 2 }, 'Work 5 of 350: rated 2.'],
    [8, { kind: 'digit', digit: 5 }, 'Work 9 of 350: no rating.'],
    [4, { kind: 'undo' }, 'There is nothing to undo.'],
    [4, { kind: 'redo' }, 'There is nothing to make again.'],
  ])('at place %i after %j', (place, act, words) => {
    expect(spoken(place, act)).toBe(words)
  })

  it('says points where a ballot gives them', () => {
    const score = { method: 'score', maxScore: 10 } as const
    expect(spoken(4, { kind: 'digit', digit: 2 }, { more: score })).toBe('Work 5 of 350: 4 points.')
    const short = { method: 'score', maxScore: 3 } as const
    expect(spoken(4, { kind: 'digit', digit: 5 }, { more: short })).toMatch(/at most 3 points/)
  })

  it('says what a pass is for when it begins', () => {
    expect(spoken(4, { kind: 'begin', pass: 'rank' })).toBe(
      'Every work. Work 1 of 1, #3 Late shift, picked, rated 5.',
    )
  })

  it('says when a ballot is full', () => {
    expect(spoken(6, { kind: 'mark', mark: 'pick' }, { more: { maxChoices: 1 } })).toMatch(
      /^A ballot of this round names one work.*Work 7 of 350 stays as it was\.$/,
    )
  })
})

describe('pressingWords', () => {
  const at = {
    said: { kind: 'moved' },
    online: true,
    kept: 'device',
    round: { state: 'open', opensAt: 0, maxChoices: 2, maxScore: null },
  } as const

  it('has nothing to say while all is well', () => {
    expect(pressingWords(at)).toBeNull()
  })

  it.each([
    [{ online: false }, /^No connection\. Your picks are kept/],
    [{ online: false, kept: 'page' as const }, /^This device keeps nothing/],
    [{ said: { kind: 'full' as const }, online: false }, /at most 2 works/],
    [{ round: { ...at.round, state: 'closed' as const } }, /^Voting is closed\./],
    [{ round: { ...at.round, state: 'duels' as const } }, /by duels/],
    [
      { round: { ...at.round, state: 'early' as const, opensAt: 1_765_389_600 } },
      /^Voting opens on Wed 10 December, 18:00 UTC\./,
    ],
  ])('%j', (change, words) => {
    expect(pressingWords({ ...at, ...change })).toMatch(words)
  })
})
