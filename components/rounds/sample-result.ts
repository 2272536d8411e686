import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import { choicesOfDuels, duelOf } from '#lib/protocol/methods/pairwise-spelling.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { candidateOf } from '#lib/protocol/methods/sample-ballots.ts'
import { pairQueue } from '#lib/protocol/pair-queue.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Tally } from '#lib/protocol/result.ts'
import type { MethodId, Rules } from '#lib/protocol/rules.ts'
import { tally } from '#lib/protocol/tally.ts'
import { sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'

/** `[power, choices]`, as they are signed. */
export type SampleVote = [power: bigint, choices: string]

type Sample = {
  method: MethodId
  works: number
  places?: number
  limits?: Partial<Rules['limits']>
  quorum?: string
}

export type SampleResult = { rules: Rules; result: Tally }

const voterOf = (index: number): Address => `0x${String(index + 1).padStart(40, '0')}`

type Cast = { power: bigint; choices: Choices }

function counted(
  { method, works, places = 1, limits, quorum = '0' }: Sample,
  cast: readonly Cast[],
): SampleResult {
  const base = sampleRulesBy(method, { maxChoices: method === 'single' ? 1 : works, ...limits })
  const rules: Rules = { ...base, places, quorum: { kind: 'voters', value: quorum } }
  const { roundId, openingBlock } = sampleChoiceContext({}, works)
  const ballots = cast.map(
    ({ choices }, index) => ({ ...choices, voter: voterOf(index), sequence: 1n }) as VerifiedBallot,
  )
  const result = tally({
    rules,
    roundId,
    candidates: Array.from({ length: works }, (_, index) => candidateOf(index + 1)),
    voids: [],
    ballots,
    powers: new Map(cast.map(({ power }, index) => [voterOf(index), power])),
    tieSeed: {
      blockNumber: '52',
      blockHash: openingBlock ?? `0x${'00'.repeat(32)}`,
      timestamp: rules.closesAt,
      parentTimestamp: rules.closesAt - 12,
    },
  })
  return { rules, result }
}

/** The tally of ballots as their voters wrote them, for tests of what is said and drawn of a result. */
export function sampleResult(sample: Sample, votes: readonly SampleVote[]): SampleResult {
  const { method, works, limits } = sample
  const context = sampleChoiceContext(
    { ...sampleRulesBy(method).limits, maxChoices: works, ...limits },
    works,
  )
  return counted(
    sample,
    votes.map(([power, text]) => ({ power, choices: METHODS[method].parse(text, context) })),
  )
}

/** Duels of voters who prefer the work that `taste` puts higher, and cannot choose between equals. */
export function sampleDuels(
  sample: Omit<Sample, 'method'>,
  voters: readonly { duels: number; taste: (number: number) => number }[],
): SampleResult {
  const { roundId, openingBlock } = sampleChoiceContext({}, sample.works)
  const cast = voters.map(({ duels, taste }, index): Cast => {
    const queue = pairQueue({
      roundId,
      openingBlock: openingBlock ?? `0x${'00'.repeat(32)}`,
      voter: voterOf(index),
      candidateCount: sample.works,
    })
    const played = []
    for (let next = queue.next(); !next.done && played.length < duels; ) {
      const { low, high } = next.value
      const order = taste(low) - taste(high)
      const answer = order > 0 ? 'low' : order < 0 ? 'high' : 'tied'
      played.push(duelOf(next.value, answer))
      next = queue.next(answer)
    }
    return { power: 10n, choices: choicesOfDuels(played) }
  })
  return counted({ ...sample, method: 'pairwise' }, cast)
}
