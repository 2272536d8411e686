import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { type MethodId, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { type TallyInput, tally } from '#lib/protocol/tally.ts'
import { sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import { METHODS } from './registry.ts'
import { candidateOf, countable, drawnChoices, voterOf } from './sample-ballots.ts'

/** Works of a sample poll. */
export const WORKS = 9
const blockHash: Bytes32 = `0x${'b1'.repeat(32)}`

/** Rules of the sample by a method, without a quorum. */
export function rulesBy(method: MethodId, places = 1, limits: Partial<Rules['limits']> = {}): Rules {
  const own =
    method === 'single' ? { maxChoices: 1 } : method === 'pairwise' ? { maxChoices: 12 } : { maxChoices: 5 }
  return { ...sampleRulesBy(method, { ...own, ...limits }), places, quorum: { kind: 'voters', value: '0' } }
}

export type Poll = {
  rules: Rules
  ballots: VerifiedBallot[]
  powers: Map<Address, bigint>
  works?: number
  voids?: number[]
}

/** A poll as the tally takes it. */
export function inputOf({ rules, ballots, powers, works = WORKS, voids = [] }: Poll): TallyInput {
  return {
    rules,
    roundId: roundIdOf(rules),
    candidates: Array.from({ length: works }, (_, index) => candidateOf(index + 1)),
    voids: voids.map((number) => ({ number })),
    ballots,
    powers,
    tieSeed: {
      blockNumber: '12',
      blockHash,
      timestamp: rules.closesAt,
      parentTimestamp: rules.closesAt - 12,
    },
  }
}

/** So many drawn ballots; every seventh voter votes twice, every eleventh abstains, one in nine has no power. */
export function drawnPoll(rules: Rules, voters: number, from = 0, works = WORKS): Poll {
  const powers = new Map<Address, bigint>()
  const ballots: VerifiedBallot[] = []
  for (let index = from; index < from + voters; index += 1) {
    const voter = voterOf(index)
    powers.set(voter, index % 9 === 8 ? 0n : BigInt(20 + (index % 5)) * (index % 4 === 0 ? 2n ** 60n : 1n))
    const choices = index % 11 === 10 ? { numbers: [], values: [] } : drawnChoices(rules, works, index)
    if (index % 7 === 6) ballots.push(countable(voter, drawnChoices(rules, works, index + 1000 * voters), 1n))
    ballots.push(countable(voter, choices, 2n))
  }
  return { rules, ballots, powers, works }
}

/** Named votes with power, in a round of `works`. */
export function poll(
  rules: Rules,
  votes: [power: number | bigint, text: string][],
  more: Partial<Poll> = {},
) {
  const works = more.works ?? WORKS
  const ballots = votes.map(([, text], index) =>
    countable(voterOf(index), read(rules, works, voterOf(index), text)),
  )
  const powers = new Map(votes.map(([power], index) => [voterOf(index), BigInt(power)]))
  return tally(inputOf({ rules, ballots, powers, ...more }))
}

function read(rules: Rules, works: number, voter: Address, text: string): Choices {
  return METHODS[rules.method].parse(text, { ...sampleChoiceContext(rules.limits, works), voter })
}

/** Numbers in the order of the ranking. */
export const orderOf = (result: ReturnType<typeof tally>) => result.ranking.map(({ number }) => number)
/** Scores by number. */
export const rowsOf = (result: ReturnType<typeof tally>) =>
  Object.fromEntries(result.ranking.map((row) => [row.number, row.score]))
