import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import { fileHashOf, sha256Bytes32, taggedHash, utf8 } from '#lib/protocol/bytes.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { parseApproval } from '#lib/protocol/choices.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { tally } from '#lib/protocol/tally.ts'
import { CLOSES, sampleRules } from '#lib/protocol/verify/sample-facts.ts'
import { interleaved } from './cpu.ts'
import { atMost, type Bar, type BenchResult } from './result.ts'

type Signed = { voter: Address; choices: string }

const MAX_CHOICES = 10

function rulesOf(works: number): Rules {
  const rules = sampleRules()
  return { ...rules, limits: { maxChoices: MAX_CHOICES, maxCandidates: works }, places: 12 }
}

function candidatesOf(works: number): Candidate[] {
  return Array.from({ length: works }, (_, index) => {
    const contentHash = fileHashOf(utf8(`work ${index}`))
    return {
      number: index + 1,
      contentHash,
      contentCid: '',
      mime: 'image/png',
      width: 1024,
      height: 1024,
      recipeHash: contentHash,
      creator: `0x${'01'.repeat(20)}`,
      metadataHash: contentHash,
      renditions: [],
    } satisfies Record<keyof Candidate, unknown> as Candidate
  })
}

/** Ballots as they are signed: ten works each, by a fixed rule. */
function ballotsOf(count: number, works: number): Signed[] {
  return Array.from({ length: count }, (_, index) => {
    const draw = taggedHash('bench-tally', utf8(String(index)))
    const numbers = new Set(
      Array.from(
        { length: MAX_CHOICES },
        (_, at) => 1 + (((draw[2 * at] ?? 0) * 256 + (draw[2 * at + 1] ?? 0)) % works),
      ),
    )
    const ascending = [...numbers].toSorted((a, b) => a - b)
    const voter = `0x${index.toString(16).padStart(40, '0')}` as const
    return { voter, choices: ascending.map((number) => `#${number}`).join(' ') }
  })
}

/** From the signed text to the ranking. */
function count(
  signed: readonly Signed[],
  round: { rules: Rules; candidates: Candidate[]; powers: Map<Address, bigint> },
) {
  const { rules, candidates, powers } = round
  const limits = { maxChoices: MAX_CHOICES, candidateCount: candidates.length }
  const ballots = signed.map(({ voter, choices }) => {
    const ballot = { voter, sequence: 1n, numbers: parseApproval(choices, limits) }
    // Nobody signed these: the bench is about counting.
    return ballot as typeof ballot & VerifiedBallot
  })
  const tieSeed = {
    blockNumber: '1',
    blockHash: sha256Bytes32(utf8('tie')),
    timestamp: CLOSES,
    parentTimestamp: CLOSES - 12,
  }
  return tally({ rules, roundId: roundIdOf(rules), candidates, voids: [], ballots, powers, tieSeed })
}

/** The least that counting can be: the same texts split, and sums in a table of doubles. */
function leastCount(signed: readonly Signed[], works: number): Float64Array {
  const sums = new Float64Array(works + 1)
  for (const { choices } of signed)
    for (const choice of choices.split(' ')) {
      const number = Number(choice.slice(1))
      sums[number] = (sums[number] ?? 0) + 1
    }
  return sums
}

function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const copy = [...rows]
  let state = seed
  for (let at = copy.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    ;[copy[at], copy[other]] = [copy[other] as T, copy[at] as T]
  }
  return copy
}

/** Hashes of the count over shuffles of the same ballots: one, if order does not matter. */
function hashesOverShuffles(shuffles: number): number {
  const works = 40
  const signed = ballotsOf(500, works)
  const powers = new Map(signed.map(({ voter }, index) => [voter, BigInt(1 + (index % 7))]))
  const round = { rules: rulesOf(works), candidates: candidatesOf(works), powers }
  const hashes = Array.from({ length: shuffles }, (_, seed) =>
    sha256Bytes32(utf8(canonicalText(count(shuffled(signed, seed + 1), round)))),
  )
  return new Set(hashes).size
}

/** Counts a round from the signed texts, CPU seconds, beside the least that counting can be. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const [ballots, works] = quick ? [2_000, 500] : [100_000, 10_000]
  const signed = ballotsOf(ballots, works)
  const powers = new Map(signed.map(({ voter }, index) => [voter, BigInt(1 + (index % 1000)) * 10n ** 9n]))
  const round = { rules: rulesOf(works), candidates: candidatesOf(works), powers }
  const seconds = await interleaved(
    { ours: () => count(signed, round), least: () => leastCount(signed, works) },
    quick ? 1 : 5,
  )
  const different = hashesOverShuffles(quick ? 20 : 200)
  const rounded = (value: number) => Math.round(value * 100) / 100
  const bars: Record<string, Bar> = {
    'results over shuffles of 500 ballots': atMost(different, 1),
    ...(!quick && { [`approval, ${ballots} × ${works}, CPU s`]: atMost(rounded(seconds.ours), 0.5) }),
  }
  const name = `approval, ${ballots} × ${works}`
  return {
    name: 'tally',
    figures: {
      [`${name}: ours, CPU ms`]: Math.round(seconds.ours * 1000),
      [`${name}: least, CPU ms`]: Math.round(seconds.least * 1000),
    },
    bars,
  }
}
