import { withValue } from '#components/voting/ballot/draft.ts'
import { RATINGS, type Rating, withRating } from '#components/voting/picks.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import * as text from '#messages/voting/table/digit-keys.ts'
import type { Decisions } from './decisions.ts'
import type { Pass } from './pass-order.ts'

/** What 1 to 5 do: a rating for one's own order, points on the ballot, or a place in its order. */
export type DigitUse = 'rating' | 'points' | 'place'

export function digitUse(method: MethodId, pass: Pass): DigitUse {
  if (method === 'score') return 'points'
  return method === 'ranked' && pass === 'rank' ? 'place' : 'rating'
}

/**
 * Points that a key gives. On a scale up to 5 a key is its own number; a longer one is spread over the five keys.
 * @returns null for a key beyond the scale
 */
export function pointsOfKey(key: Rating, most: number): number | null {
  if (most > RATINGS.length) return Math.round((key * most) / RATINGS.length)
  return key <= most ? key : null
}

const keyOfPoints = (points: number, most: number) => RATINGS.find((key) => pointsOfKey(key, most) === points)

/** The mapping as it stands on the page: "Keys 1 to 5 give 2, 4, 6, 8 and 10 points." */
export function pointsWords(most: number): string {
  const given = RATINGS.map((key) => pointsOfKey(key, most)).filter((points) => points !== null)
  if (most > RATINGS.length) return text.keysGive(given)
  return text.keysGiveAsMany(most)
}

/** What a work got of what it could get, as the strip shows it. */
export function worthOf(number: number, { picks, draft }: Decisions, maxScore: number | null): string | null {
  if (maxScore !== null) {
    const points = draft.values.get(number)
    return points ? `${points}/${maxScore}` : null
  }
  const rating = picks.ratings.get(number)
  return rating ? `${rating}/${RATINGS.length}` : null
}

/** Takes a rating or the points of a work back when the same key comes again. */
export function withKey(
  before: Decisions,
  number: number,
  key: Rating,
  maxScore: number | null,
): Decisions | null {
  const { picks, draft } = before
  if (maxScore === null) {
    const rating = picks.ratings.get(number) === key ? null : key
    return { draft, picks: withRating(picks, number, rating) }
  }
  const points = pointsOfKey(key, maxScore)
  if (points === null) return null
  return { picks, draft: withValue(draft, number, draft.values.get(number) === points ? 0 : points) }
}

export type DigitKey = { key: Rating; label: string; disabled: boolean }
export type DigitKeys = {
  use: DigitUse
  legend: string
  keys: readonly DigitKey[]
  pressed: Rating | undefined
}

const LEGENDS: Record<DigitUse, string> = text.legends

type Shown = { use: DigitUse; maxScore: number | null; count: number }

function digitKey(key: Rating, { use, maxScore, count }: Shown): DigitKey {
  if (use === 'rating') return { key, label: String(key), disabled: false }
  if (use === 'place') return { key, label: text.toPlace(key), disabled: key > count }
  const points = pointsOfKey(key, maxScore ?? 0)
  return {
    key,
    label: points === null ? text.noPoints(key) : text.points(key, points),
    disabled: points === null,
  }
}

/** The row of five keys without the one that is pressed: it stays the same from work to work. */
export const digitKeys = (shown: Shown): Omit<DigitKeys, 'pressed'> => ({
  use: shown.use,
  legend: LEGENDS[shown.use],
  keys: RATINGS.map((key) => digitKey(key, shown)),
})

/** Which of the five keys the work that is shown has got. */
export function pressedKey(
  { use, maxScore, place }: { use: DigitUse; maxScore: number | null; place: number },
  number: number,
  { picks, draft }: Decisions,
): Rating | undefined {
  if (use === 'place') return RATINGS.find((key) => key === place + 1)
  if (use === 'rating') return picks.ratings.get(number)
  return keyOfPoints(draft.values.get(number) ?? 0, maxScore ?? 0)
}
