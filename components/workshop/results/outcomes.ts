import type { ComponentProps } from 'react'
import type { Outcome } from '#components/rounds/outcome.tsx'
import {
  type SampleResult,
  type SampleVote,
  sampleDuels,
  sampleResult,
} from '#components/rounds/sample-result.ts'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW } from '#components/workshop/sample/round.ts'
import { sampleWork } from '#components/workshop/sample/works.ts'
import type { MintedWork, PassedCandidate } from '#lib/candidates/schema.ts'
import type { ResultView } from '#lib/rounds/schema.ts'

type OutcomeProps = ComponentProps<typeof Outcome>

function outcomeOf({ rules, result }: SampleResult, seed: number): OutcomeProps {
  const works = result.ranking.map(({ number }) => {
    const { contentHash, title, creator, creatorName } = sampleWork(number)
    return { number, contentHash, title, creator, creatorName }
  })
  return {
    round: { roundId: sampleBytes(80 + seed), slug: 'two-inks', title: 'Two Inks', rules },
    result: { result: result as ResultView['result'], works },
    chosen: result.winners.map(({ number }) => sampleWork(number)),
    showsAll: false,
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const powerOf = (voter: number) => BigInt(10 + ((voter * 37) % 90))

/** Every voter begins at another work and names a few after it. */
const namedBy = (voter: number, works: number): number[] => [
  ...new Set(numbers(3).map((step) => 1 + ((voter * step + step * step * 7) % works))),
]

const ballots = (voters: number, works: number, spell: (named: number[]) => string): SampleVote[] =>
  numbers(voters).map((voter) => [powerOf(voter), spell(namedBy(voter, works))])

const approved = (named: readonly number[]) =>
  named
    .toSorted((a, b) => a - b)
    .map((one) => `#${one}`)
    .join(' ')
const scored = (named: readonly number[]) =>
  named
    .map((number, index) => [number, 5 - index] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([number, points]) => `#${number}=${points}`)
    .join(' ')
const ranked = (named: readonly number[]) => named.map((one) => `#${one}`).join('>')

/** A result of each kind. */
export const OUTCOMES: Readonly<Record<string, OutcomeProps>> = {
  approval: outcomeOf(
    sampleResult({ method: 'approval', works: 12, places: 3 }, ballots(40, 12, approved)),
    1,
  ),
  'approval, a tie': outcomeOf(
    sampleResult({ method: 'approval', works: 6, places: 1 }, [
      [10n, '#1'],
      [10n, '#2'],
      [4n, '#3'],
    ]),
    2,
  ),
  'the quorum was missed': outcomeOf(
    sampleResult({ method: 'approval', works: 6, places: 2, quorum: '100' }, ballots(8, 6, approved)),
    3,
  ),
  score: outcomeOf(sampleResult({ method: 'score', works: 8, places: 2 }, ballots(30, 8, scored)), 4),
  'ranked, one place': outcomeOf(sampleResult({ method: 'ranked', works: 8 }, ballots(30, 8, ranked)), 5),
  'ranked, three places': outcomeOf(
    sampleResult({ method: 'ranked', works: 8, places: 3 }, ballots(30, 8, ranked)),
    6,
  ),
  'quadratic, two ballots overspent': outcomeOf(
    sampleResult({ method: 'quadratic', works: 6 }, [
      [90n, '#1=6 #2=4'],
      [60n, '#3=5'],
      [4n, '#2=6'],
      [2n, '#1=3'],
    ]),
    7,
  ),
  duels: outcomeOf(
    sampleDuels(
      { works: 8, places: 2 },
      numbers(9).map((voter) => ({ duels: 12, taste: (number) => (number * (voter + 3)) % 5 })),
    ),
    8,
  ),
}

export const RESULT = OUTCOMES.approval?.result.result ?? null

export const MINTED: readonly MintedWork[] = [1, 4].map((number, index) => ({
  work: { ...sampleWork(number), tokenId: String(17 + index) } as PassedCandidate,
  tokenId: String(17 + index),
  rank: index + 1,
  round: { slug: 'two-inks', title: 'Two Inks', roundIndex: 4 },
  community: { slug: 'north-fold', name: 'North Fold' },
  mintedAt: NOW,
}))
