import fc from 'fast-check'
import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'

const MARKS = ['pick', 'pass'] as const

/** Drafts of few works, so that two of them often speak of the same, in the order that a device gives them. */
export function someDraft(most: number): fc.Arbitrary<BallotDraft> {
  const number = fc.integer({ min: 1, max: most })
  const per = <T>(value: fc.Arbitrary<T>) =>
    fc.uniqueArray(fc.tuple(number, value), { selector: ([one]) => one })
  return fc
    .record({
      marks: per(fc.constantFrom(...MARKS)),
      ratings: per(fc.integer({ min: 1, max: 5 })),
      values: per(fc.integer({ min: 1, max: 9 })),
      chosen: fc.option(number),
      order: fc.uniqueArray(number),
      duels: fc.string({ unit: fc.constantFrom('l', 'h', 't', 's'), maxLength: 3 }),
      note: fc.constantFrom('', 'ink', 'tide'),
    })
    .map(({ marks, ratings, values, ...rest }) => {
      const ascending = <T extends [number, unknown]>(pairs: T[]) => pairs.toSorted(([a], [b]) => a - b)
      const marked = (wanted: string) =>
        ascending(marks).flatMap(([one, mark]) => (mark === wanted ? [one] : []))
      return {
        ...rest,
        picks: marked('pick'),
        passes: marked('pass'),
        ratings: ascending(ratings),
        values: ascending(values),
      }
    })
}
