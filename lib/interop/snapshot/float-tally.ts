/** Types of proposals that are counted here. */
export const COUNTED_TYPES = [
  'basic',
  'single-choice',
  'approval',
  'weighted',
  'quadratic',
  'ranked-choice',
] as const
export type CountedType = (typeof COUNTED_TYPES)[number]

/** A vote as Snapshot's own count sees it: whatever JSON says, and a double. */
export type FloatVote = { choice: unknown; vp: number }

type Part = readonly [at: number, points: number]
/** A vote that Snapshot counts: its power, what it gives to whom, and for a ranking the names from the first down. */
export type FloatRow = { vp: number; parts: readonly Part[]; names: readonly string[] }

type Weights = Readonly<Record<string, number>>

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** JavaScript takes "1", true and [1] for a place in a list, and so does Snapshot. */
function names(entry: unknown, choices: number): boolean {
  const place = Number(entry)
  return Number.isInteger(place) && place >= 1 && place <= choices
}

function isList(choice: unknown, choices: number): choice is unknown[] {
  return (
    Array.isArray(choice) &&
    choice.every((entry) => names(entry, choices)) &&
    new Set(choice).size === choice.length
  )
}

function isWeights(choice: unknown, choices: number): choice is Weights {
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) return false
  const weights = Object.values(choice)
  return (
    Object.keys(choice).every((key) => names(key, choices)) &&
    weights.every((weight) => typeof weight === 'number' && weight >= 0) &&
    weights.some((weight) => weight > 0)
  )
}

const share = (part: number, whole: number): number => {
  const quotient = part / whole
  return Number.isNaN(quotient) ? 0 : quotient
}

function weighedParts(choice: Weights, choices: number, points: (part: number, whole: number) => number) {
  const whole = sumOf(Object.values(choice))
  return Array.from({ length: choices }, (_, at) => choice[at + 1]).flatMap((part, at): Part[] =>
    part === undefined ? [] : [[at, points(part, whole)]],
  )
}

/** What a vote gives, by Snapshot's rules; null for a choice that these do not count. */
export function floatRow(type: CountedType, { choice, vp }: FloatVote, choices: number): FloatRow | null {
  const row = (parts: readonly Part[], named: readonly string[] = []) => ({ vp, parts, names: named })
  switch (type) {
    case 'basic':
    case 'single-choice':
      return typeof choice === 'number' && names(choice, choices) ? row([[choice - 1, vp]]) : null
    case 'approval': {
      if (!isList(choice, choices)) return null
      return row(choice.flatMap((entry): Part[] => (typeof entry === 'number' ? [[entry - 1, vp]] : [])))
    }
    case 'weighted':
      return isWeights(choice, choices)
        ? row(weighedParts(choice, choices, (part, whole) => ((share(part, whole) * 100) / 100) * vp))
        : null
    case 'quadratic':
      return isWeights(choice, choices)
        ? row(weighedParts(choice, choices, (part, whole) => Math.sqrt(share(part, whole) * vp)))
        : null
    case 'ranked-choice':
      return isList(choice, choices) && choice.length === choices ? row([], choice.map(String)) : null
  }
}

/** Instant runoff until somebody has more than half, or two are left; of equals for last, the first listed goes. */
function runOff(rows: readonly FloatRow[], choices: number): number[] {
  const gone = new Set<string>()
  for (;;) {
    const totals = new Map<string, number>()
    let all = 0
    for (let at = 1; at <= choices; at += 1) if (!gone.has(String(at))) totals.set(String(at), 0)
    for (const { names: ranking, vp } of rows) {
      const first = ranking.find((name) => !gone.has(name))
      if (first === undefined) continue
      totals.set(first, (totals.get(first) ?? 0) + vp)
      all += vp
    }
    const most = Math.max(...totals.values())
    if (rows.length === 0 || most > all / 2 || totals.size < 3)
      return Array.from({ length: choices }, (_, at) => totals.get(String(at + 1)) ?? 0)
    let last: [string, number] = ['', Number.POSITIVE_INFINITY]
    for (const [name, votes] of totals) if (votes < last[1]) last = [name, votes]
    gone.add(last[0])
  }
}

/** The scores that Snapshot publishes for these votes: doubles, added in the order of the rows. */
export function sumRows(type: CountedType, rows: readonly FloatRow[], choices: number): number[] {
  if (type === 'ranked-choice') return runOff(rows, choices)
  const sums: number[] = Array.from({ length: choices }, () => 0)
  for (const { parts } of rows) for (const [at, points] of parts) sums[at] = (sums[at] ?? 0) + points
  if (type !== 'weighted' && type !== 'quadratic') return sums
  const total = sumOf(rows.map(({ vp }) => vp))
  if (type === 'weighted') {
    const whole = sumOf(sums)
    return sums.map((sum) => (total / 100) * (share(sum, whole) * 100))
  }
  const squares = sums.map((sum) => sum * sum)
  const whole = sumOf(squares)
  return squares.map((square) => total * share(square, whole))
}

/**
 * Counts as Snapshot does (snapshot.js 0.17.5): doubles, added in the order of the votes, and nothing refused but what
 * that version refuses. Published scores come out to the last bit when the votes stand in the order they were counted in.
 * @param votes power as a double; `choice` is a number, a list or an object by the type
 * @param choices how many choices the proposal has
 */
export function floatTally(type: CountedType, votes: readonly FloatVote[], choices: number): number[] {
  const rows = votes.flatMap((vote) => floatRow(type, vote, choices) ?? [])
  return sumRows(type, rows, choices)
}
