import { DEFAULT_POLICY } from '#lib/generation/routing/policy.ts'
import { type Asked, type Routable, Router } from '#lib/generation/routing/router.ts'
import { cpuSeconds } from './cpu.ts'
import { atMost, type BenchResult } from './result.ts'

const PROVIDERS = 20
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

const CAPABILITIES: Routable['capabilities'] = {
  deterministic: false,
  seed: 'exact',
  sizes: { kind: 'bounded', multipleOf: 8, smallest: 256, largest: 2048, mostPixels: 2048 * 2048 },
  loras: true,
  paid: true,
  idempotent: false,
  webhook: false,
  cancel: 'none',
  concurrency: 1_000,
  rate: { perMinute: 60_000, burst: 1_000 },
  submitSeconds: 30,
  retentionSeconds: 3_600,
  longestRunSeconds: 900,
  privacy: 'provider',
}

const provider = (index: number): Routable => ({
  id: `provider-${index}`,
  capabilities: CAPABILITIES,
  quote: {
    costMicroUsd: 1_000 + index * 250,
    latencyMs: 2_000 + (index % 7) * 500,
    basis: 'published-price',
  },
  terms: { licence: 'Apache-2.0', outputs: 'any-use' },
})

const asked = (seed: string, prefer: Asked['policy']['prefer']): Asked => ({
  seed,
  size: { width: 1024, height: 1024 },
  loras: false,
  policy: { ...DEFAULT_POLICY, prefer },
  licence: 'CC-BY-4.0',
  volunteers: false,
  only: null,
  tried: new Set(),
  affordableMicroUsd: () => 1_000_000,
})

/** Numbers that come the same in each run. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** CPU time of each decision in milliseconds, with what it learns of start, end and verdict. */
function decisions(jobs: number): number[] {
  const router = new Router(Array.from({ length: PROVIDERS }, (_, index) => provider(index)))
  const chance = chances(7)
  const times: number[] = []
  for (let job = 0; job < jobs; job += 1) {
    const atMs = job * 5
    const run = `${job}`
    const before = process.cpuUsage()
    const { chosen } = router.route(asked(run, 'best'), atMs)
    const id = chosen ?? ''
    router.learn({ kind: 'started', provider: id, run, atMs })
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
    if (chance() < 0.02)
      router.learn({ kind: 'failed', provider: id, run, atMs: atMs + 1_000, failure: 'transient' })
    else router.learn({ kind: 'succeeded', provider: id, run, atMs: atMs + 3_000, latencyMs: 3_000 })
    router.learn({ kind: 'judged', provider: id, accepted: chance() < 0.8 })
  }
  return times
}

/** The least that choosing can be: the cheapest of as many, with nothing learned and nothing barred. */
function bareChoices(jobs: number): number {
  const all = Array.from({ length: PROVIDERS }, (_, index) => provider(index))
  let sum = 0
  for (let job = 0; job < jobs; job += 1) {
    let best = all[0]
    for (const one of all) if (best && one.quote.costMicroUsd < best.quote.costMicroUsd) best = one
    sum += best?.quote.costMicroUsd ?? 0
  }
  return sum
}

const GATES = { good: 0.9, worse: 0.63 }

/** The share of jobs that a provider gets which does 30 % worse at the gates, as it turns worse and better again. */
function shareOfTheWorse(seed: number, prefer: 'best' | 'cheapest') {
  const router = new Router([0, 1, 2].map((index) => ({ ...provider(0), id: `provider-${index}` })))
  const chance = chances(seed)
  const share = (jobs: number, acceptance: number, from: number) => {
    let count = 0
    for (let job = from; job < from + jobs; job += 1) {
      const { chosen } = router.route(asked(`${seed}-${job}`, prefer), job)
      if (chosen === 'provider-2') count += 1
      const accepted = chance() < (chosen === 'provider-2' ? acceptance : GATES.good)
      router.learn({ kind: 'judged', provider: chosen ?? '', accepted })
    }
    return count / jobs
  }
  return {
    first: share(300, GATES.worse, 0),
    later: share(300, GATES.good, 300),
    last: share(300, GATES.good, 600),
  }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
const median = (values: readonly number[]) =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  )

/** What a decision costs, and whether “best” finds out who is worse and who is back. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const jobs = quick ? 2_000 : 10_000
  decisions(500)
  const sorted = decisions(jobs).toSorted((a, b) => a - b)
  const [p50, p99] = [at(sorted, 0.5), at(sorted, 0.99)]
  const bare = (1e3 * (await cpuSeconds(() => bareChoices(jobs * 10)))) / (jobs * 10)
  const seasons = Array.from({ length: quick ? 9 : 51 }, (_, seed) => shareOfTheWorse(seed + 1, 'best'))
  const [first, later, last] = [
    median(seasons.map((season) => season.first)),
    median(seasons.map((season) => season.later)),
    median(seasons.map((season) => season.last)),
  ]
  const bars: BenchResult['bars'] = {
    'share of one that is 30 % worse, first 300 jobs': atMost(rounded(first, 3), 0.1),
    'a third less its share when it is as good again, jobs 601 to 900': atMost(
      rounded(1 / 3 - last, 3),
      0.12,
    ),
  }
  if (!quick) {
    bars['a decision among 20, p50, CPU ms'] = atMost(rounded(p50, 4), 0.06)
    bars['a decision among 20, p99, CPU ms'] = atMost(rounded(p99, 4), 0.5)
  }
  return {
    name: 'router',
    figures: {
      jobs,
      providers: PROVIDERS,
      'a decision, p50, CPU µs': rounded(p50 * 1000, 1),
      'a decision, p99, CPU µs': rounded(p99 * 1000, 1),
      'the cheapest of 20 and nothing else, CPU µs': rounded(bare * 1000, 3),
      'share of the worse one, first 300 jobs': rounded(first, 3),
      'its share as it is good again, next 300': rounded(later, 3),
      'and the next 300': rounded(last, 3),
    },
    bars,
  }
}
