import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { candidateOf, countable, drawnChoices, voterOf } from '#lib/protocol/methods/sample-ballots.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Tally } from '#lib/protocol/result.ts'
import { type MethodId, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { tally } from '#lib/protocol/tally.ts'
import { CLOSES, sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'

/** A round with its ballots as they are signed, and read. */
export type Poll = {
  rules: Rules
  roundId: Bytes32
  candidates: Candidate[]
  signed: { voter: Address; choices: string }[]
  ballots: VerifiedBallot[]
  powers: Map<Address, bigint>
}

type Size = { ballots: number; works: number; places?: number; limits?: Partial<Rules['limits']> }

/** So many drawn ballots by a method; powers go beyond 2^53, as those of tokens with 18 decimals do. */
export function pollOf(method: MethodId, { ballots: count, works, places = 1, limits = {} }: Size): Poll {
  const own = method === 'single' ? { maxChoices: 1 } : { maxChoices: 10 }
  const rules = { ...sampleRulesBy(method, { ...own, maxCandidates: works, ...limits }), places }
  const ballots = Array.from({ length: count }, (_, index) =>
    countable(voterOf(index), drawnChoices(rules, works, index)),
  )
  const powers = new Map(
    ballots.map(({ voter }, index) => [
      voter,
      BigInt(1 + (index % 1000)) * 10n ** 18n + BigInt(index) * 987_654_321_987n,
    ]),
  )
  return {
    rules,
    roundId: roundIdOf(rules),
    candidates: Array.from({ length: works }, (_, index) => candidateOf(index + 1)),
    signed: ballots.map(({ voter, ...choices }) => ({ voter, choices: METHODS[method].format(choices) })),
    ballots,
    powers,
  }
}

/** The ballots as their texts say them, each read by the one grammar of the method. */
export function readBallots({ rules, candidates, signed }: Poll): VerifiedBallot[] {
  const context = sampleChoiceContext(rules.limits, candidates.length)
  const { parse } = METHODS[rules.method]
  return signed.map(({ voter, choices }) => countable(voter, parse(choices, { ...context, voter })))
}

/** The result of these ballots. */
export function count(poll: Poll, ballots: readonly VerifiedBallot[]): Tally {
  const { rules, roundId, candidates, powers } = poll
  const tieSeed = {
    blockNumber: '1',
    blockHash: sha256Bytes32(utf8('tie')),
    timestamp: CLOSES,
    parentTimestamp: CLOSES - 12,
  }
  return tally({ rules, roundId, candidates, voids: [], ballots, powers, tieSeed })
}
