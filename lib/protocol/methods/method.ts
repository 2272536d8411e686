import type { ChoiceContext, Choices } from '#lib/protocol/choices.ts'
import type { CountDetail, RankedCandidate } from '#lib/protocol/result.ts'
import type { Rules } from '#lib/protocol/rules.ts'

/** The lot of a candidate among equals, as lower-case hex; the lowest goes first (PROTOCOL 6). */
export type Lots = (number: number) => string

/** What a method says: every standing candidate in order, the distance at the cut, and how it came about. */
export type Count = {
  ranking: RankedCandidate[]
  /** Distance between the last of `places` winners and the first candidate outside; null without one of the two. */
  margin: (winners: number) => string | null
  detail: CountDetail | null
}

/**
 * Running sums of a method: ballots with the power behind them, in the token's smallest unit. Adding and removing in
 * any order gives the sums of what is left, bit for bit.
 */
export type Counter = {
  add(ballot: Choices, power: bigint): void
  /** Takes out what was added: the same ballot, with the same power. */
  remove(ballot: Choices, power: bigint): void
  count(lots: Lots): Count
}

/** The one spelling of what a ballot may say by a method. */
export type Spelling = {
  /**
   * What a text says. Anything but the one spelling is refused.
   * @throws ProtocolError `choices-*`
   */
  parse(text: string, context: ChoiceContext): Choices
  /**
   * The one spelling of choices, `-` for none. The order does not matter where the method does not give it a meaning.
   * @throws ProtocolError `choices-malformed`, `choices-order` or `choices-duplicate` for what has no spelling
   */
  format(choices: Choices): string
}

/** A way to vote: how a ballot is spelled, and how such ballots are counted. */
export type Method = Spelling & {
  /**
   * Sums over the standing candidates, voided ones being absent: they drop out of every ballot.
   * @param standing numbers, ascending
   */
  counter(rules: Rules, standing: readonly number[]): Counter
  /** Credits that a ballot spends beyond what its power gives; null where it may count. */
  overspending?(rules: Rules, ballot: Choices, power: bigint): { spent: string; credits: string } | null
}
