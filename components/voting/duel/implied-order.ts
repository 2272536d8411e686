import type { Judged } from '#components/voting/ballot/duel-sitting.ts'

/** A work in a voter's own ranking, as far as their answers say where it stands. */
export type Placed = {
  number: number
  /** Its place is between these two, counted from 1. */
  from: number
  to: number
  won: number
  lost: number
  tied: number
}

export type ImpliedOrder = {
  /** Works that stood in a duel which was judged, from the first place down. */
  placed: readonly Placed[]
  /** Pairs among those works, and how many of them the answers decide. */
  pairs: number
  decided: number
  /** Works whose answers go in a circle, and so decide nothing between them. */
  circled: number
}

type Tally = Pick<Placed, 'won' | 'lost' | 'tied'>

function talliesOf(judged: readonly Judged[]): Map<number, Tally> {
  const tallies = new Map<number, Tally>()
  const of = (number: number): Tally => {
    const tally = tallies.get(number) ?? { won: 0, lost: 0, tied: 0 }
    tallies.set(number, tally)
    return tally
  }
  for (const { low, high, answer } of judged) {
    if (answer === 'skipped') continue
    if (answer === 'tied') {
      of(low).tied += 1
      of(high).tied += 1
      continue
    }
    of(answer === 'low' ? low : high).won += 1
    of(answer === 'low' ? high : low).lost += 1
  }
  return tallies
}

/** For every work one that stands for all that were called equal to it, directly or by way of others. */
function equals(numbers: Iterable<number>, judged: readonly Judged[]): (number: number) => number {
  const chief = new Map([...numbers].map((number) => [number, number]))
  const chiefOf = (number: number): number => {
    let at = number
    for (let next = chief.get(at); next !== undefined && next !== at; next = chief.get(at)) at = next
    return at
  }
  for (const { low, high, answer } of judged) if (answer === 'tied') chief.set(chiefOf(low), chiefOf(high))
  return chiefOf
}

/** Whether one work is above another by the answers, directly or by way of others. */
type IsAbove = (one: number, other: number) => boolean

/** By the chiefs alone; a chief of a circle is above itself. */
function isAboveBy(judged: readonly Judged[], chiefOf: (number: number) => number): IsAbove {
  const indices = new Map<number, number>()
  const indexOf = (number: number): number => {
    const chief = chiefOf(number)
    const index = indices.get(chief) ?? indices.size
    indices.set(chief, index)
    return index
  }
  const steps: number[][] = []
  for (const { low, high, answer } of judged) {
    if (answer !== 'low' && answer !== 'high') continue
    const [winner, loser] = answer === 'low' ? [low, high] : [high, low]
    const from = indexOf(winner)
    const next = steps[from] ?? []
    steps[from] = next
    next.push(indexOf(loser))
  }
  const size = indices.size
  const reached = new Uint8Array(size * size)
  for (let start = 0; start < size; start += 1) {
    const waiting = [...(steps[start] ?? [])]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (reached[start * size + at]) continue
      reached[start * size + at] = 1
      waiting.push(...(steps[at] ?? []))
    }
  }
  return (one, other) => {
    const [from, to] = [indices.get(one), indices.get(other)]
    return from !== undefined && to !== undefined && reached[from * size + to] === 1
  }
}

/** What the answers leave open goes by wins. */
const byPlace = (a: Placed, b: Placed) =>
  a.from + a.to - b.from - b.to || a.from - b.from || b.won - b.lost - a.won + a.lost || a.number - b.number

/**
 * The order that a voter's answers imply: who beat whom, directly or by way of others, works called equal together.
 * Answers that contradict each other (a circle) decide nothing between the works of the circle.
 *
 * A pair is decided when exactly one of the two is above the other, or both are equal without a circle.
 */
export function impliedOrder(judged: readonly Judged[]): ImpliedOrder {
  const tallies = talliesOf(judged)
  const chiefOf = equals(tallies.keys(), judged)
  const isAbove = isAboveBy(judged, chiefOf)
  const works = [...tallies].map(([number, tally]) => ({ number, chief: chiefOf(number), tally }))
  let decided = 0
  const placed = works.map(({ number, chief, tally }) => {
    let [above, under, equal] = [0, 0, 0]
    for (const other of works) {
      if (other.number === number) continue
      const [over, beneath] = [isAbove(chief, other.chief), isAbove(other.chief, chief)]
      if (over && !beneath) under += 1
      if (beneath && !over) above += 1
      if (!over && !beneath && chief === other.chief) equal += 1
    }
    decided += above + under + equal
    return { number, from: above + 1, to: works.length - under, ...tally }
  })
  return {
    placed: placed.toSorted(byPlace),
    pairs: (works.length * Math.max(0, works.length - 1)) / 2,
    decided: decided / 2,
    circled: works.filter(({ chief }) => isAbove(chief, chief)).length,
  }
}

/** Share of the pairs among the works that were met which the answers decide; 0 before any. */
export const settledShare = ({ pairs, decided }: ImpliedOrder): number => (pairs === 0 ? 0 : decided / pairs)
