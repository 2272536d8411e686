import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FailureKind } from '#lib/generation/provider-error.ts'
import { FAILURES_TO_OPEN } from './breaker.ts'
import { DEFAULT_POLICY, type RoutingPolicy } from './policy.ts'
import { type Asked, type Decision, type Routable, Router } from './router.ts'

const CAPABILITIES: Routable['capabilities'] = {
  deterministic: false,
  seed: 'exact',
  sizes: { kind: 'bounded', multipleOf: 8, smallest: 256, largest: 2048, mostPixels: 2048 * 2048 },
  loras: true,
  paid: true,
  idempotent: false,
  webhook: false,
  cancel: 'none',
  concurrency: 10,
  rate: null,
  submitSeconds: 30,
  retentionSeconds: 3_600,
  longestRunSeconds: 900,
  privacy: 'provider',
}

type Changes = Partial<Routable['capabilities']> & { costMicroUsd?: number; latencyMs?: number }

function provider(
  id: string,
  { costMicroUsd = 3_000, latencyMs = 4_000, ...changes }: Changes = {},
): Routable {
  return {
    id,
    capabilities: { ...CAPABILITIES, ...changes },
    quote: { costMicroUsd, latencyMs, basis: 'published-price' },
    terms: { licence: 'Apache-2.0', outputs: 'any-use' },
  }
}

const asked = (policy: Partial<RoutingPolicy> = {}, changes: Partial<Asked> = {}): Asked => ({
  seed: 'one',
  size: { width: 1024, height: 1024 },
  loras: false,
  policy: { ...DEFAULT_POLICY, ...policy },
  volunteers: true,
  only: null,
  tried: new Set(),
  affordableMicroUsd: () => Number.POSITIVE_INFINITY,
  ...changes,
})

const whyNot = ({ considered }: Decision, id: string) => considered.find((one) => one.provider === id)

describe('what a policy prefers', () => {
  const router = new Router([
    provider('dear', { costMicroUsd: 40_000, latencyMs: 1_000 }),
    provider('cheap', { costMicroUsd: 1_000, latencyMs: 20_000 }),
    provider('between', { costMicroUsd: 9_000, latencyMs: 5_000 }),
  ])
  it.each([
    ['cheapest', 'cheap'],
    ['fastest', 'dear'],
    [{ cost: 200, speed: 800, quality: 0 }, 'dear'],
    [{ cost: 800, speed: 200, quality: 0 }, 'cheap'],
  ] as const)('%o takes %s', (prefer, chosen) => {
    expect(router.route(asked({ prefer }), 0)).toMatchObject({ chosen })
  })

  it('counts the price of an accepted picture, not of any', () => {
    const fussy = new Router([
      provider('low', { costMicroUsd: 2_000 }),
      provider('high', { costMicroUsd: 6_000 }),
    ])
    expect(fussy.route(asked(), 0)).toMatchObject({ chosen: 'low' })
    for (let count = 0; count < 40; count++) {
      fussy.learn({ kind: 'judged', provider: 'low', accepted: count % 8 === 0 })
      fussy.learn({ kind: 'judged', provider: 'high', accepted: true })
    }
    expect(fussy.route(asked(), 0)).toMatchObject({ chosen: 'high' })
  })

  it('goes where there is room, when all else is equal', () => {
    const equal = new Router([provider('one'), provider('two')])
    for (let run = 0; run < 6; run++)
      equal.learn({ kind: 'started', provider: 'one', run: `${run}`, atMs: 0 })
    expect(equal.route(asked({ prefer: 'fastest' }), 0)).toMatchObject({ chosen: 'two' })
  })
})

describe('who may be asked', () => {
  const router = new Router([
    provider('here', { privacy: 'this-server', loras: false, costMicroUsd: 0 }),
    provider('there', { costMicroUsd: 3_000 }),
    provider('anyone', { privacy: 'strangers', costMicroUsd: 0 }),
  ])
  it.each([
    ['privacy', asked({ privacy: 'this-server' }), 'there'],
    ['privacy', asked({}, { volunteers: false }), 'anyone'],
    ['loras', asked({}, { loras: true }), 'here'],
    ['size', asked({}, { size: { width: 1025, height: 1024 } }), 'there'],
    ['budget', asked({}, { affordableMicroUsd: () => 2_999 }), 'there'],
    ['not-asked', asked({}, { only: ['here'] }), 'there'],
    ['not-asked', asked({ without: ['anyone'] }), 'anyone'],
  ] as const)('not one that %s bars', (never, question, id) => {
    expect(whyNot(router.route(question, 0), id)).toEqual({ provider: id, never })
  })

  it('not one whose terms bind its pictures, where the round wants them free', () => {
    const bound: Routable = { ...provider('bound'), terms: { licence: 'own', outputs: 'unknown' } }
    const decision = new Router([bound]).route(asked({ outputs: 'any-use' }), 0)
    expect(decision).toEqual({
      chosen: null,
      until: null,
      waitsFor: null,
      considered: [{ provider: 'bound', never: 'licence' }],
    })
  })
})

function failTimes(
  router: Router,
  id: string,
  times: number,
  { atMs = 0, failure = 'transient' as FailureKind } = {},
) {
  for (let run = 0; run < times; run++) {
    router.learn({ kind: 'started', provider: id, run: `${atMs}-${run}`, atMs })
    router.learn({ kind: 'failed', provider: id, run: `${atMs}-${run}`, atMs, failure })
  }
}

describe('a provider that fails', () => {
  it('is left alone, even when it is the only one, and tried with one picture when its time comes', () => {
    const router = new Router([provider('only')])
    failTimes(router, 'only', FAILURES_TO_OPEN)
    const alone = { chosen: null, until: 5_000, considered: [{ failures: 3, opensAtMs: 5_000 }] }
    expect(router.route(asked(), 10)).toMatchObject(alone)
    expect(router.route(asked(), 5_000)).toMatchObject({ chosen: 'only', trial: true })
    router.learn({ kind: 'started', provider: 'only', run: 'trial', atMs: 5_000 })
    expect(router.route(asked(), 5_001)).toMatchObject({ chosen: null, until: 6_001 })
    router.learn({ kind: 'failed', provider: 'only', run: 'trial', atMs: 5_100, failure: 'capacity' })
    expect(router.route(asked(), 5_200)).toMatchObject({ chosen: null, until: 10_200 })
    expect(router.route(asked(), 15_000)).toMatchObject({ chosen: null, until: 15_100 })
    router.learn({ kind: 'started', provider: 'only', run: 'again', atMs: 15_100 })
    router.learn({ kind: 'succeeded', provider: 'only', run: 'again', atMs: 16_000, latencyMs: 900 })
    expect(router.route(asked(), 16_000)).toMatchObject({ chosen: 'only', trial: false })
  })

  it('is tried earlier when it answers again', () => {
    const router = new Router([provider('only')])
    for (const atMs of [0, 5_000, 15_000]) failTimes(router, 'only', atMs === 0 ? 3 : 1, { atMs })
    expect(router.route(asked(), 16_000)).toMatchObject({ chosen: null, waitsFor: { because: 'breaker' } })
    router.learn({ kind: 'answers', provider: 'only', atMs: 17_000 })
    expect(router.route(asked(), 17_000)).toMatchObject({ chosen: 'only', trial: true })
  })

  it('waits a minute at most, however long it is away', () => {
    const router = new Router([provider('only')])
    let now = 0
    failTimes(router, 'only', FAILURES_TO_OPEN)
    for (let trial = 0; trial < 10; trial++) {
      for (let look = router.route(asked(), now); look.chosen === null; look = router.route(asked(), now))
        now = look.until ?? now
      failTimes(router, 'only', 1, { atMs: now })
    }
    expect(router.route(asked(), now + 59_999)).toMatchObject({ chosen: null })
    expect(router.route(asked(), now + 60_000)).toMatchObject({ chosen: 'only', trial: true })
  })

  it('is not blamed for what was asked', () => {
    const router = new Router([provider('only')])
    for (const failure of ['invalid-input', 'moderated'] as const) failTimes(router, 'only', 9, { failure })
    expect(router.route(asked(), 0)).toMatchObject({ chosen: 'only' })
  })

  it('is closed at once when it refuses the key', () => {
    const router = new Router([provider('only')])
    failTimes(router, 'only', 1, { failure: 'auth' })
    expect(router.route(asked(), 59_999)).toMatchObject({ chosen: null, until: 60_000 })
  })

  it('does not get the same picture again while another can make it', () => {
    const router = new Router([
      provider('cheap', { costMicroUsd: 1 }),
      provider('dear', { costMicroUsd: 90_000 }),
    ])
    const tried = new Set(['cheap'])
    expect(router.route(asked({}, { tried }), 0)).toMatchObject({ chosen: 'dear' })
    expect(router.route(asked({}, { tried, only: ['cheap'] }), 0)).toMatchObject({ chosen: 'cheap' })
  })
})

describe('limits', () => {
  it('are kept as they are published, and as the provider says', () => {
    const router = new Router([provider('slow', { rate: { perMinute: 60, burst: 2 } })])
    const start = (run: string, atMs: number) =>
      router.learn({ kind: 'started', provider: 'slow', run, atMs })
    start('a', 10_000)
    expect(router.route(asked(), 10_000)).toMatchObject({ chosen: 'slow' })
    start('b', 10_000)
    expect(router.route(asked(), 10_000)).toMatchObject({ chosen: null, until: 11_000 })
    expect(router.route(asked(), 11_000)).toMatchObject({ chosen: 'slow' })
    const failure = 'rate-limited'
    router.learn({ kind: 'failed', provider: 'slow', run: 'a', atMs: 12_000, failure, retryAtMs: 19_000 })
    expect(router.route(asked(), 12_000)).toMatchObject({ chosen: null, until: 19_000 })
  })

  it('let no more through in any minute than the burst and the rate, whatever comes', () => {
    const rate = { perMinute: 30, burst: 5 }
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 200 }),
        (pauses) => {
          const router = new Router([provider('slow', { rate, concurrency: 10_000 })])
          const taken: number[] = []
          let now = 1_000_000
          for (const [index, pause] of pauses.entries()) {
            now += pause
            if (router.route(asked(), now).chosen === null) continue
            router.learn({ kind: 'started', provider: 'slow', run: `${index}`, atMs: now })
            taken.push(now)
          }
          return taken.every((at) => taken.filter((one) => one >= at && one < at + 60_000).length <= 35)
        },
      ),
    )
  })

  it('of runs at once', () => {
    const router = new Router([provider('one', { concurrency: 1 })])
    router.learn({ kind: 'started', provider: 'one', run: 'a', atMs: 0 })
    const waitsFor = { provider: 'one', because: 'full' }
    expect(router.route(asked(), 0)).toMatchObject({ chosen: null, until: 1_000, waitsFor })
  })

  it('are waited for where that is worth it, and not where speed counts', () => {
    const router = new Router([
      provider('free', { costMicroUsd: 0, concurrency: 1 }),
      provider('dear', { costMicroUsd: 40_000 }),
    ])
    router.learn({ kind: 'started', provider: 'free', run: 'a', atMs: 0 })
    expect(router.route(asked(), 0)).toMatchObject({ chosen: null, waitsFor: { provider: 'free' } })
    expect(router.route(asked({ prefer: 'fastest' }), 0)).toMatchObject({ chosen: 'dear' })
  })

  it('call those who wait one after another, and within a minute', () => {
    const router = new Router([provider('one', { concurrency: 2, latencyMs: 4_000 })])
    for (const run of ['a', 'b']) router.learn({ kind: 'started', provider: 'one', run, atMs: 0 })
    const calls = Array.from({ length: 40 }, () => {
      const decision = router.route(asked(), 0)
      router.learn({ kind: 'held', provider: 'one', atMs: 0 })
      return decision.chosen === null ? decision.until : null
    })
    expect(calls.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 6_000])
    expect(calls.at(-1)).toBe(60_000)
  })
})

const kinds = fc.constantFrom<FailureKind>(
  'transient',
  'capacity',
  'rate-limited',
  'moderated',
  'unknown-outcome',
)
const events = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    pauseMs: fc.integer({ min: 0, max: 3_000 }),
    end: fc.oneof(fc.constant(null), kinds),
    accepted: fc.boolean(),
  }),
  { maxLength: 120 },
)

it('is a function of what it was told: the same story gives the same decisions, whoever tells it', () => {
  const tell = (story: typeof events extends fc.Arbitrary<infer T> ? T : never) => {
    const router = new Router(['a', 'b', 'c'].map((id) => provider(id)))
    let now = 0
    return story.map(({ id, pauseMs, end, accepted }, index) => {
      now += pauseMs
      const run = `${index}`
      const decision = router.route(asked({ prefer: 'best' }, { seed: run }), now)
      router.learn({ kind: 'started', provider: id, run, atMs: now })
      if (end) router.learn({ kind: 'failed', provider: id, run, atMs: now, failure: end })
      else router.learn({ kind: 'succeeded', provider: id, run, atMs: now, latencyMs: pauseMs })
      router.learn({ kind: 'judged', provider: id, accepted })
      return decision
    })
  }
  fc.assert(
    fc.property(events, (story) => {
      expect(tell(story)).toEqual(tell(story))
    }),
  )
})

describe('“best”', () => {
  it('asks those more whose works voters put in the better half', () => {
    const router = new Router(['a', 'b'].map((id) => provider(id)))
    for (let work = 0; work < 60; work += 1) {
      router.learn({ kind: 'judged', provider: work % 2 ? 'a' : 'b', accepted: true })
      router.learn({ kind: 'voted', provider: work % 2 ? 'a' : 'b', liked: work % 2 === 1 })
    }
    const chosen = Array.from(
      { length: 200 },
      (_, job) => router.route(asked({ prefer: 'best' }, { seed: `${job}` }), 0).chosen,
    )
    expect(chosen.filter((id) => id === 'a').length).toBeGreaterThan(180)
  })

  /** A simulated season: the gates take what each provider makes with its own probability. */
  function season(seed: number, jobs: number, acceptance: (job: number) => Record<string, number>) {
    const router = new Router(['a', 'b', 'c'].map((id) => provider(id)))
    let state = seed
    const chance = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    const chosen: string[] = []
    for (let job = 0; job < jobs; job++) {
      const { chosen: id } = router.route(asked({ prefer: 'best' }, { seed: `${seed}-${job}` }), job)
      if (id === null) throw new Error('nobody')
      chosen.push(id)
      router.learn({ kind: 'judged', provider: id, accepted: chance() < (acceptance(job)[id] ?? 0) })
    }
    return chosen
  }
  const shareOf = (chosen: string[], id: string) => chosen.filter((one) => one === id).length / chosen.length
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const seeds = Array.from({ length: 21 }, (_, index) => index + 1)

  it('asks one that does 30 % worse at the gates for less than a tenth within 300 jobs, and comes back', () => {
    const worse = { a: 0.9, b: 0.9, c: 0.63 }
    const seasons = seeds.map((seed) =>
      season(seed, 900, (job) => (job < 300 ? worse : { a: 0.9, b: 0.9, c: 0.9 })),
    )
    const shares = (from: number, to: number) => seasons.map((chosen) => shareOf(chosen.slice(from, to), 'c'))
    expect(median(shares(0, 300))).toBeLessThan(0.1)
    expect(median(shares(200, 300))).toBeLessThan(0.06)
    expect(median(shares(600, 900))).toBeGreaterThan(0.2)
  })
})
