import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_DRAFT } from '#components/voting/ballot/draft.ts'
import { NO_PICKS, type Picks, RATINGS } from '#components/voting/picks.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import { type Act, judge, nextUnset, sit, type Table, type TableRules } from './judging.ts'
import { PASSES, type Pass } from './pass-order.ts'

const RULES: TableRules = {
  dealt: { numbers: [1, 2, 3, 4, 5, 6, 7, 8], seen: new Set() },
  method: 'approval',
  maxChoices: 4,
  maxScore: null,
  advance: true,
  open: true,
}
const ORDER = [1, 2, 3, 4, 5, 6, 7, 8]

const nothing: Picks = { numbers: [], passed: [], ratings: new Map(), note: '' }
const table = (picks: Partial<Picks> = {}, place = 0, pass: Pass = 'all'): Table => ({
  sitting: sit(ORDER, place, pass),
  picks: { ...nothing, ...picks },
  draft: NO_DRAFT,
})

const mark = (kind: 'pick' | 'pass' | 'unset'): Act => ({ kind: 'mark', mark: kind })
const run = (start: Table, acts: readonly Act[], rules = RULES) =>
  acts.reduce((state, act) => judge(state, act, rules), start)

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>(mark('pick'), mark('pass'), mark('unset'), { kind: 'first' }, { kind: 'last' }),
  fc.constantFrom(...RATINGS).map((key): Act => ({ kind: 'digit', digit: key })),
  fc.integer({ min: -3, max: 3 }).map((steps): Act => ({ kind: 'by', steps })),
  fc.integer({ min: -2, max: 20 }).map((place): Act => ({ kind: 'to', place })),
  fc.constantFrom(-1, 1).map((steps): Act => ({ kind: 'shift', steps })),
)
const anyRules = fc.record({
  dealt: fc.constant({ numbers: ORDER, seen: new Set<number>() }),
  method: fc.constantFrom<MethodId>('approval', 'score', 'ranked'),
  maxScore: fc.constantFrom(3, 10),
  maxChoices: fc.integer({ min: 1, max: 5 }),
  advance: fc.boolean(),
  open: fc.constant(true),
})
const anyPass = fc.constantFrom(...PASSES)
const decisionsOf = (state: Table | undefined) => ({ picks: state?.picks, draft: state?.draft })
/** Only a round by points has a scale. */
const rulesOf = (rules: TableRules): TableRules => ({
  ...rules,
  maxScore: rules.method === 'score' ? rules.maxScore : null,
})

describe('marks', () => {
  it('picks, and goes on to the next work that is neither picked nor passed', () => {
    const { sitting, picks } = run(table({ passed: [2, 3] }), [mark('pick')])
    expect(picks.numbers).toEqual([1])
    expect(sitting).toMatchObject({ place: 3, said: { kind: 'marked', place: 0, mark: 'pick' } })
  })

  it('goes on from the end to what was left undecided, and stays when nothing is', () => {
    const passed = [1, 3, 4, 5, 6, 7]
    const after = run(table({ passed }, 7), [mark('pass')])
    expect(after.sitting.place).toBe(1)
    expect(run(after, [mark('pass')]).sitting.place).toBe(1)
  })

  it('stays where it is when it is not to go on', () => {
    expect(run(table(), [mark('pass')], { ...RULES, advance: false }).sitting.place).toBe(0)
  })

  it.each(['pick', 'pass'] as const)('takes a %s off with the same key, and stays', (kind) => {
    const picked = kind === 'pick' ? { numbers: [3] } : { passed: [3] }
    const { sitting, picks } = run(table(picked, 2), [mark(kind)])
    expect(picks).toEqual(nothing)
    expect(sitting.place).toBe(2)
  })

  it('turns a pass into a pick and back, never both', () => {
    const stay = { ...RULES, advance: false }
    const picked = run(table({ passed: [1] }), [mark('pick')], stay)
    expect(picked.picks).toMatchObject({ numbers: [1], passed: [] })
    expect(run(picked, [mark('pass')], stay).picks).toMatchObject({ numbers: [], passed: [1] })
  })

  it('says that the ballot is full and loses nothing', () => {
    const full = table({ numbers: [2, 3, 4, 5], passed: [1] })
    const { sitting, picks } = run(full, [mark('pick')])
    expect(picks).toBe(full.picks)
    expect(sitting).toMatchObject({ place: 0, past: [], said: { kind: 'full' } })
  })

  it('decides nothing while the round is not open, but lets one look', () => {
    const closed = { ...RULES, open: false }
    const start = table({ numbers: [1] })
    for (const act of [mark('pick'), mark('pass'), { kind: 'digit', digit: 3 }, { kind: 'undo' }] as Act[]) {
      const { picks, sitting } = judge(start, act, closed)
      expect(picks).toBe(start.picks)
      expect(sitting.said).toEqual({ kind: 'read-only' })
    }
    expect(judge(start, { kind: 'by', steps: 2 }, closed).sitting.place).toBe(2)
  })

  it('a ballot never names more than the round allows', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 60 }), anyRules, (acts, rules) => {
        const { picks } = run(table(), acts, rulesOf(rules))
        expect(picks.numbers.length).toBeLessThanOrEqual(rules.maxChoices)
        expect(picks.numbers.filter((number) => picks.passed.includes(number))).toEqual([])
      }),
    )
  })
})

describe('ratings', () => {
  it('keeps one rating a work, changes it, and takes it off with the same key', () => {
    const rate = (key: 2 | 5): Act => ({ kind: 'digit', digit: key })
    const five = run(table(), [rate(2), rate(5)])
    expect([...five.picks.ratings]).toEqual([[1, 5]])
    expect(five.sitting.place).toBe(0)
    expect(run(five, [rate(5)]).picks.ratings.size).toBe(0)
  })
})

describe('moves', () => {
  it.each<[Act, number]>([
    [{ kind: 'by', steps: -1 }, 3],
    [{ kind: 'by', steps: 1 }, 5],
    [{ kind: 'by', steps: -99 }, 0],
    [{ kind: 'by', steps: 99 }, 7],
    [{ kind: 'first' }, 0],
    [{ kind: 'last' }, 7],
    [{ kind: 'to', place: 6 }, 6],
    [{ kind: 'to', place: 600 }, 7],
  ])('%j leads to place %i', (act, place) => {
    const start = table({}, 4)
    const after = judge(start, act, RULES)
    expect(after.sitting.place).toBe(place)
    expect(after.picks).toBe(start.picks)
  })

  it('finds the next unset work, also before the place it looks from', () => {
    const picks = { ...nothing, numbers: [5], passed: [6, 7, 8] }
    expect(nextUnset(ORDER, picks, 4)).toBe(0)
    expect(nextUnset(ORDER, { ...picks, passed: [1, 2, 3, 4, 6, 7, 8] }, 4)).toBeNull()
  })
})

describe('undo', () => {
  it('takes back the last decision and leads to its work', () => {
    const after = run(table(), [mark('pick'), mark('pass'), { kind: 'last' }, { kind: 'undo' }])
    expect(after.picks).toMatchObject({ numbers: [1], passed: [] })
    expect(after.sitting).toMatchObject({ place: 1, said: { kind: 'undone', number: 2, mark: 'unset' } })
  })

  it('leaves alone what another tab decided since', () => {
    const here = run(table(), [mark('pick')])
    const elsewhere = { ...here, picks: { ...here.picks, numbers: [1, 8] } }
    expect(run(elsewhere, [{ kind: 'undo' }]).picks.numbers).toEqual([8])
  })

  it('forgets what was undone when something else is decided', () => {
    const after = run(table(), [mark('pick'), { kind: 'undo' }, mark('pass'), { kind: 'redo' }])
    expect(after.picks).toMatchObject({ numbers: [], passed: [1] })
  })

  it('restores exactly, step by step, and redo makes it all again', () => {
    const starts = fc.record({
      numbers: fc.constantFrom<number[]>([], [2], [1, 8]),
      passed: fc.constantFrom<number[]>([], [3, 4]),
      ratings: fc.constantFrom(new Map(), new Map([[2, 5 as const]])),
    })
    fc.assert(
      fc.property(
        starts,
        anyPass,
        fc.array(anyAct, { maxLength: 40 }),
        anyRules,
        (picks, pass, acts, any) => {
          const rules = rulesOf(any)
          const start = judge(table(picks), { kind: 'begin', pass }, rules)
          const trail = [start]
          for (const act of acts) trail.push(judge(trail.at(-1) ?? start, act, rules))
          const end = trail.at(-1) ?? start
          let back = end
          for (let count = end.sitting.past.length; count > 0; count -= 1) {
            back = judge(back, { kind: 'undo' }, rules)
            const then = trail.findLast(({ sitting }) => sitting.past.length === count - 1)
            expect(decisionsOf(back)).toEqual(decisionsOf(then))
          }
          expect(decisionsOf(back)).toEqual(decisionsOf(start))
          const again = run(
            back,
            back.sitting.future.map((): Act => ({ kind: 'redo' })),
            rules,
          )
          expect(decisionsOf(again)).toEqual(decisionsOf(end))
        },
      ),
    )
  })

  it('has nothing to take back at the beginning', () => {
    expect(run({ sitting: sit(ORDER), picks: NO_PICKS, draft: NO_DRAFT }, [{ kind: 'undo' }]).picks).toBe(
      NO_PICKS,
    )
  })
})
