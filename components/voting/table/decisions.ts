import { type Draft, withValue } from '#components/voting/ballot/draft.ts'
import { type Mark, markOf, type Picks, type Rating, withMark, withRating } from '#components/voting/picks.ts'

/** All that is decided at the table: the picks, and of the ballot's draft the points and the order. */
export type Decisions = { picks: Picks; draft: Draft }

/** What is decided of one work. 0 points are none. */
export type Standing = { mark: Mark; rating: Rating | null; points: number }

export const standingOf = ({ picks, draft }: Decisions, number: number): Standing => ({
  mark: markOf(picks, number),
  rating: picks.ratings.get(number) ?? null,
  points: draft.values.get(number) ?? 0,
})

/** What did not change stays the same object, so that only what did is written. */
export function withStanding(
  { picks, draft }: Decisions,
  number: number,
  { mark, rating, points }: Standing,
): Decisions {
  const before = standingOf({ picks, draft }, number)
  const isMarked = before.mark !== mark || before.rating !== rating
  return {
    picks: isMarked ? withRating(withMark(picks, number, mark), number, rating) : picks,
    draft: before.points === points ? draft : withValue(draft, number, points),
  }
}

/** The draft with these works in front of all others that it has in order. */
export function withOrder(draft: Draft, front: readonly number[]): Draft {
  const order = [...front, ...draft.order.filter((number) => !front.includes(number))]
  const same = order.length === draft.order.length && order.every((number, at) => number === draft.order[at])
  return same ? draft : { ...draft, order }
}
