import { duelSitting } from '#components/voting/ballot/duel-sitting.ts'
import { impliedOrder } from '#components/voting/duel/implied-order.ts'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import type { Choices } from '#lib/protocol/choices.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { voterOf } from '#lib/protocol/methods/sample-ballots.ts'
import { type DuelAnswer, pairQueue } from '#lib/protocol/pair-queue.ts'
import { sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import { cpuSeconds } from './cpu.ts'
import { ballotsOf, type Crowd, strengthsOf, type Way } from './duels/crowd.ts'
import { atLeast, atMost, type BenchResult } from './result.ts'

const BEST = 10
const CROWD = { works: 350, voters: 25, duels: 35 }
const DEVIATIONS = [2, 1]
const WAYS: readonly Way[] = ['queue', 'random']

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The best by the count of a round in which one duel is enough to be ranked, every voter having one vote. */
function countedBest({ works, duels }: Crowd, ballots: readonly Choices[]): Set<number> {
  const rules = sampleRulesBy('pairwise', { maxChoices: duels, minComparisons: 1, minVoters: 1 })
  const standing = Array.from({ length: works }, (_, index) => index + 1)
  const counter = METHODS.pairwise.counter(rules, standing)
  for (const ballot of ballots) counter.add(ballot, 1n)
  const { ranking } = counter.count((number) => sha256Bytes32(utf8(`lot ${number}`)))
  return new Set(ranking.slice(0, BEST).map(({ number }) => number))
}

function trueBest({ works }: Crowd, strengths: Float64Array): number[] {
  const numbers = Array.from({ length: works }, (_, index) => index + 1)
  return numbers.toSorted((a, b) => (strengths[b] ?? 0) - (strengths[a] ?? 0)).slice(0, BEST)
}

type Found = { recall: number; leastShown: number; neverShown: number; mostShown: number }

/** One round: how many of the ten best are found, and how often works were shown. */
function playedBy(crowd: Crowd, way: Way): Found {
  const strengths = strengthsOf(crowd)
  const ballots = ballotsOf(crowd, strengths, way)
  const found = countedBest(crowd, ballots)
  const shown = new Array<number>(crowd.works).fill(0)
  for (const { numbers } of ballots)
    for (const number of numbers) shown[number - 1] = (shown[number - 1] ?? 0) + 1
  return {
    recall: trueBest(crowd, strengths).filter((number) => found.has(number)).length / BEST,
    leastShown: Math.min(...shown),
    neverShown: shown.filter((times) => times === 0).length,
    mostShown: Math.max(...shown),
  }
}

/** CPU time in µs of one pair of a queue that runs through, and of one look at what 200 answers imply. */
async function costs(): Promise<{ pair: number; implied: number }> {
  const seedOf = (voter: number) => ({
    roundId: sha256Bytes32(utf8('bench round')),
    openingBlock: sha256Bytes32(utf8('bench opening')),
    voter: voterOf(voter),
    candidateCount: CROWD.works,
  })
  const [queues, pairs] = [200, 200]
  const seconds = await cpuSeconds(() => {
    for (let voter = 1; voter <= queues; voter += 1) {
      const queue = pairQueue(seedOf(voter))
      queue.next()
      for (let pair = 1; pair < pairs; pair += 1) queue.next(pair % 3 === 0 ? 'high' : 'low')
    }
  })
  const answers = Array.from({ length: 200 }, (_, at): DuelAnswer => (at % 5 === 0 ? 'high' : 'low'))
  const { judged } = duelSitting(seedOf(1), answers, answers.length)
  const looks = 20
  const looked = await cpuSeconds(() => {
    for (let look = 0; look < looks; look += 1) impliedOrder(judged)
  })
  return { pair: (1e6 * seconds) / (queues * pairs), implied: (1e6 * looked) / looks }
}

/** How well the queue of duels finds the best works by the logistic model, beside pairs at random in the same run. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const figures: Record<string, number> = {}
  const bars: BenchResult['bars'] = {}
  const seeds = quick ? 20 : 200
  for (const deviation of DEVIATIONS) {
    const recalls = new Map<Way, number>()
    for (const way of WAYS) {
      const rounds = Array.from({ length: seeds }, (_, seed) => playedBy({ ...CROWD, deviation, seed }, way))
      const recall = rounded(mean(rounds.map((round) => round.recall)), 3)
      const name = `${way}, deviation ${deviation}`
      recalls.set(way, recall)
      figures[`${name}: of the ten best, found`] = recall
      figures[`${name}: least often shown, times`] = Math.min(...rounds.map((round) => round.leastShown))
      figures[`${name}: most often shown, times`] = Math.max(...rounds.map((round) => round.mostShown))
      figures[`${name}: works never shown, a round`] = rounded(
        mean(rounds.map((round) => round.neverShown)),
        1,
      )
    }
    const [queue = 0, random = 0] = WAYS.map((way) => recalls.get(way))
    if (deviation === 2) bars['the ten best found by the queue, deviation 2'] = atLeast(queue, 0.55)
    bars[`queue over pairs at random, deviation ${deviation}, times`] = atLeast(
      rounded(queue / random, 2),
      1.2,
    )
  }
  const { pair, implied } = await costs()
  figures['a pair of the queue, CPU µs'] = rounded(pair, 1)
  figures['what 200 answers imply, CPU µs'] = rounded(implied, 0)
  if (!quick) bars['what 200 answers imply, CPU ms'] = atMost(rounded(implied / 1000, 1), 40)
  return { name: 'duels', figures, bars }
}
