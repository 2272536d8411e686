import type { DoubtCode, Effect, VoteCode } from './finding-words.ts'
import type { OrderName } from './float-orders.ts'

/** One choice in all counts, as text: decimals as long as they are. */
export type ChoiceRow = {
  number: number
  name: string
  published: string | null
  /** Null for a type that is not counted here. */
  compatible: string | null
  /** Null where the exact count could not be made. */
  exact: string | null
  /** Compatible less exact, with three digits; null without an exact count. */
  difference: string | null
  /** Where the difference comes from: nowhere, doubles, a tie broken otherwise, or votes that are handled otherwise. */
  cause: 'none' | 'rounding' | 'tie' | 'votes' | 'unknown'
}

export type VoteNote = { at: number; voter: string | null; choice: string; power: string }

/** Votes of which the same can be said. */
export type FindingGroup = {
  code: VoteCode
  title: string
  text: string
  count: number
  /** Of all of them, in votes. */
  power: string
  compatible: Effect
  exact: Effect
  /** The first of them. */
  votes: readonly VoteNote[]
}

export type DifferenceCode =
  | 'handled-otherwise'
  | 'rounding'
  | 'order'
  | 'tie'
  | 'elimination-tie'
  | 'winner'
  | 'not-exact'
export type Difference = { code: DifferenceCode; text: string }

export type Winner = { number: number; name: string }

export type Verdict =
  | { kind: 'equal'; order: OrderName }
  | { kind: 'unequal'; most: string }
  | { kind: 'unknown'; doubts: readonly { code: DoubtCode; title: string; text: string }[] }

/** Everything a recount of a Snapshot proposal says. */
export type SnapshotReport = {
  proposal: {
    id: string | null
    title: string | null
    type: string
    space: string | null
    author: string | null
    state: string | null
    start: number | null
    end: number | null
    block: string | null
    votes: number | null
  }
  votes: { given: number; compatible: number; exact: number }
  verdict: Verdict
  /** 0 published = compatible, 1 not, 2 it cannot be said. */
  exitCode: 0 | 1 | 2
  choices: readonly ChoiceRow[]
  totals: { published: string | null; compatible: string | null }
  winners: { published: Winner | null; compatible: Winner | null; exact: Winner | null }
  shuffles: { made: number; changed: number } | null
  findings: readonly FindingGroup[]
  differences: readonly Difference[]
}
