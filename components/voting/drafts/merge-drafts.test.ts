import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import {
  changesBetween,
  decisionsOf,
  draftOf,
  EMPTY_DRAFT,
  isSameDraft,
  withoutChanges,
} from './decisions.ts'
import { mergeDrafts, withTheirs } from './merge-drafts.ts'
import { someDraft } from './some-drafts.ts'

const draft = someDraft(6)

const three = (check: (base: BallotDraft, mine: BallotDraft, theirs: BallotDraft) => void) =>
  fc.assert(fc.property(draft, draft, draft, check), { numRuns: 400 })

describe('a draft as decisions', () => {
  it('is the same draft', () => {
    fc.assert(fc.property(draft, (one) => void expect(draftOf(decisionsOf(one))).toEqual(one)))
  })

  it('takes changes back, but not what was decided anew', () => {
    fc.assert(
      fc.property(draft, draft, draft, (before, after, later) => {
        const changes = changesBetween(before, after)
        expect(withoutChanges(after, changes)).toEqual(before)
        const back = decisionsOf(withoutChanges(later, changes))
        for (const { matter } of changesBetween(after, later))
          expect(back.get(matter)).toBe(decisionsOf(later).get(matter))
      }),
    )
  })
})

describe('two drafts put together', () => {
  it('keep every decision of either device, or name it', () => {
    three((base, mine, theirs) => {
      const { draft, conflicts } = mergeDrafts(base, mine, theirs)
      const merged = decisionsOf(draft)
      const named = new Map(conflicts.map((conflict) => [conflict.matter, conflict]))
      for (const { matter, after } of changesBetween(base, mine))
        if (matter !== 'duels') expect(named.get(matter)?.mine ?? merged.get(matter)).toBe(after)
      for (const { matter, after } of changesBetween(base, theirs)) {
        if (matter === 'duels') continue
        if (named.has(matter)) expect(named.get(matter)?.theirs).toBe(after)
        else expect(merged.get(matter)).toBe(after)
      }
    })
  })

  it('decide nothing that neither device decided', () => {
    three((base, mine, theirs) => {
      const { draft } = mergeDrafts(base, mine, theirs)
      const all = [base, mine, theirs].map(decisionsOf)
      for (const [matter, value] of decisionsOf(draft))
        expect(all.map((one) => one.get(matter))).toContain(value)
    })
  })

  it('ask about nothing where only one device changed it', () => {
    fc.assert(
      fc.property(draft, draft, (base, other) => {
        expect(mergeDrafts(base, other, base)).toEqual({ draft: other, conflicts: [] })
        expect(mergeDrafts(base, base, other)).toEqual({ draft: other, conflicts: [] })
        expect(mergeDrafts(base, other, other)).toEqual({ draft: other, conflicts: [] })
      }),
    )
  })

  it('come to the same from either device, once asked', () => {
    three((base, mine, theirs) => {
      const here = mergeDrafts(base, mine, theirs)
      const there = mergeDrafts(base, theirs, mine)
      expect(withTheirs(here.draft, here.conflicts)).toEqual(there.draft)
      expect(withTheirs(there.draft, there.conflicts)).toEqual(here.draft)
    })
  })

  it('may be put together again before it was answered', () => {
    three((base, mine, theirs) => {
      const once = mergeDrafts(base, mine, theirs)
      const twice = mergeDrafts(base, once.draft, theirs)
      expect(twice.draft).toEqual(once.draft)
      expect(twice.conflicts).toEqual(once.conflicts)
    })
  })

  it('of two first devices are both, with no clock asked', () => {
    const mine = { ...EMPTY_DRAFT, picks: [1, 2], note: 'ink' }
    const theirs = { ...EMPTY_DRAFT, picks: [2, 4], passes: [1], note: 'tide' }
    const { draft, conflicts } = mergeDrafts(EMPTY_DRAFT, mine, theirs)
    expect(draft).toEqual({ ...EMPTY_DRAFT, picks: [1, 2, 4], note: 'ink' })
    expect(conflicts).toEqual([
      { matter: 'mark 1', mine: 'pick', theirs: 'pass' },
      { matter: 'note', mine: 'ink', theirs: 'tide' },
    ])
  })

  it.each([
    ['', 'lh', 'lht', 'lht', 0],
    ['l', 'lhs', 'lh', 'lhs', 0],
    ['lht', 'l', 'lhts', 'l', 1],
    ['l', 'lh', 'lt', 'lh', 1],
    ['lh', 'lh', 'l', 'l', 0],
  ])(
    'of duels %j go on with the longer of %j and %j, unless one went back',
    (from, own, other, kept, asked) => {
      const of = (duels: string) => ({ ...EMPTY_DRAFT, duels })
      const { draft, conflicts } = mergeDrafts(of(from), of(own), of(other))
      expect([draft.duels, conflicts.length]).toEqual([kept, asked])
      expect(isSameDraft(draft, of(kept))).toBe(true)
    },
  )
})
