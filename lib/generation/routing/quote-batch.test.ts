import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOSED } from './breaker.ts'
import { DEFAULT_POLICY, type RoutingPolicy } from './policy.ts'
import { type Batch, type BatchProvider, finishMs, quoteBatch, type Standing } from './quote-batch.ts'
import { type Routable, Router } from './router.ts'

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

const NOW = 1_000_000
const STANDING: Standing = {
  breaker: CLOSED,
  running: new Set(),
  fullAtMs: 0,
  retryAtMs: 0,
  accepted: 0,
  refused: 0,
  typicalMs: 4_000,
}

type Changes = Partial<Routable['capabilities']> & {
  costMicroUsd?: number
  standing?: Partial<Standing>
  leftInMonthMicroUsd?: number
  outputs?: Routable['terms']['outputs']
}

function provider(id: string, changes: Changes = {}): BatchProvider {
  const { costMicroUsd = 3_000, standing, leftInMonthMicroUsd, outputs = 'any-use', ...more } = changes
  const whole = { ...STANDING, ...standing }
  return {
    id,
    model: `${id}/model`,
    capabilities: { ...CAPABILITIES, ...more },
    quote: { costMicroUsd, latencyMs: whole.typicalMs, basis: 'published-price' },
    terms: { licence: 'Apache-2.0', outputs },
    standing: whole,
    leftInMonthMicroUsd: leftInMonthMicroUsd ?? Number.POSITIVE_INFINITY,
  }
}

const batch = (changes: Partial<Batch> = {}, policy: Partial<RoutingPolicy> = {}): Batch => ({
  count: 100,
  policy: { ...DEFAULT_POLICY, ...policy },
  volunteers: true,
  leftInRoundMicroUsd: Number.POSITIVE_INFINITY,
  atMs: NOW,
  ...changes,
})

describe('a batch', () => {
  it('is quoted at every provider, those that would be asked first, by the price of an accepted work', () => {
    const quotes = quoteBatch(
      [
        provider('far', { privacy: 'strangers', costMicroUsd: 0 }),
        provider('fussy', { costMicroUsd: 2_000, standing: { accepted: 9, refused: 91 } }),
        provider('sure', { costMicroUsd: 3_000, standing: { accepted: 99, refused: 1 } }),
      ],
      batch({ volunteers: false }),
    )
    expect(quotes.map(({ provider: id, never }) => [id, never])).toEqual([
      ['sure', null],
      ['fussy', null],
      ['far', 'privacy'],
    ])
    expect(quotes[0]).toMatchObject({ costMicroUsd: 300_000, costPerAcceptedMicroUsd: 3_036 })
    expect(quotes[1]).toMatchObject({ costMicroUsd: 200_000, costPerAcceptedMicroUsd: 20_240 })
  })

  it.each([
    ['none', {}, {}, {}, null],
    ['terms', { outputs: 'unknown' as const }, { outputs: 'any-use' as const }, {}, 'licence'],
    ['a provider', {}, { privacy: 'this-server' as const }, {}, 'privacy'],
    ['volunteers', { privacy: 'strangers' as const }, {}, { volunteers: false }, 'privacy'],
  ])('says what bars a provider: %s', (_name, changes, policy, more, never) => {
    expect(quoteBatch([provider('one', changes)], batch(more, policy))[0]?.never).toBe(never)
  })

  it.each([
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 'fits', null],
    [300_000, 300_000, 'fits', 100],
    [299_999, 400_000, 'over-round', 99],
    [400_000, 299_999, 'over-month', 99],
    [0, 0, 'over-round', 0],
  ] as const)(
    'with %d left in the round and %d in the month: %s, pays for %o',
    (inRound, inMonth, budget, affordable) => {
      const [quote] = quoteBatch(
        [provider('one', { leftInMonthMicroUsd: inMonth })],
        batch({ leftInRoundMicroUsd: inRound }),
      )
      expect(quote).toMatchObject({ budget, affordable, never: null })
    },
  )

  it('that costs nothing always fits', () => {
    const [quote] = quoteBatch([provider('one', { costMicroUsd: 0 })], batch({ leftInRoundMicroUsd: 0 }))
    expect(quote).toMatchObject({ budget: 'fits', affordable: null, costPerAcceptedMicroUsd: 0 })
  })
})

/** Asks a router for picture after picture, as workers do, and ends each run after its usual time. */
function workThrough({ capabilities, standing, ...one }: BatchProvider, count: number): number {
  const router = new Router([{ ...one, capabilities }])
  const asked = {
    size: null,
    loras: false,
    policy: DEFAULT_POLICY,
    volunteers: true,
    only: null,
    tried: new Set<string>(),
    affordableMicroUsd: () => Number.POSITIVE_INFINITY,
  }
  const open: { run: string; endsMs: number }[] = []
  let now = NOW
  let last = NOW
  for (let run = 0; run < count; ) {
    for (const { run: id, endsMs } of open.splice(0, open.findLastIndex(({ endsMs }) => endsMs <= now) + 1))
      router.learn({
        kind: 'succeeded',
        provider: one.id,
        run: id,
        atMs: endsMs,
        latencyMs: standing.typicalMs,
      })
    const decision = router.route({ ...asked, seed: `${run}` }, now)
    if (decision.chosen === null) {
      now = Math.min(open[0]?.endsMs ?? Number.POSITIVE_INFINITY, decision.until ?? Number.POSITIVE_INFINITY)
      continue
    }
    router.learn({ kind: 'started', provider: one.id, run: `${run}`, atMs: now })
    last = now + standing.typicalMs
    open.push({ run: `${run}`, endsMs: last })
    run += 1
  }
  return last - NOW
}

const limits = fc.record({
  concurrency: fc.integer({ min: 1, max: 40 }),
  rate: fc.option(
    fc.record({ perMinute: fc.integer({ min: 1, max: 600 }), burst: fc.integer({ min: 1, max: 60 }) }),
  ),
  typicalMs: fc.integer({ min: 100, max: 60_000 }),
})
type Limits = typeof limits extends fc.Arbitrary<infer T> ? T : never
const limited = ({ typicalMs, ...more }: Limits, standing: Partial<Standing> = {}) =>
  provider('one', { ...more, standing: { typicalMs, ...standing } })
const counts = fc.integer({ min: 1, max: 400 })

describe('the time until a batch is done', () => {
  it('is the time that the router takes for it', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 1, max: 150 }), (given, count) => {
        const one = limited(given)
        // The router waits for whole milliseconds: one for each place in a row at the most.
        const taken = workThrough(one, count)
        const quoted = finishMs(one, { count, atMs: NOW })
        expect(Math.abs(taken - quoted)).toBeLessThanOrEqual(count)
      }),
      { numRuns: 60 },
    )
  })

  it('is never less than places, rate and one picture allow', () => {
    fc.assert(
      fc.property(limits, counts, (given, count) => {
        const took = finishMs(limited(given), { count, atMs: NOW })
        const { concurrency, rate, typicalMs } = given
        expect(took).toBeGreaterThanOrEqual(Math.ceil(count / concurrency) * typicalMs)
        if (rate)
          expect(took + 1).toBeGreaterThan(
            (Math.max(0, count - rate.burst) * 60_000) / rate.perMinute + typicalMs,
          )
        else expect(took).toBe(Math.ceil(count / concurrency) * typicalMs)
      }),
    )
  })

  it('grows with the batch and with what runs there, and shrinks with room', () => {
    fc.assert(
      fc.property(limits, counts, fc.integer({ min: 0, max: 40 }), (given, count, busy) => {
        const took = (changes: Partial<Limits>, standing: Partial<Standing> = {}, more = 0) =>
          finishMs(limited({ ...given, ...changes }, standing), { count: count + more, atMs: NOW })
        const plain = took({})
        expect(took({}, {}, 1)).toBeGreaterThanOrEqual(plain)
        expect(took({ concurrency: given.concurrency + 1 })).toBeLessThanOrEqual(plain)
        const running = new Set(Array.from({ length: busy }, (_, run) => `${run}`))
        expect(took({}, { running })).toBeGreaterThanOrEqual(plain)
      }),
    )
  })

  it('waits for a provider that is left alone, or that has asked for it', () => {
    const plain = finishMs(limited({ concurrency: 4, rate: null, typicalMs: 1_000 }), { count: 8, atMs: NOW })
    expect(plain).toBe(2_000)
    const later = (standing: Partial<Standing>) =>
      finishMs(limited({ concurrency: 4, rate: null, typicalMs: 1_000 }, standing), { count: 8, atMs: NOW })
    expect(later({ breaker: { failures: 3, openings: 1, openUntilMs: NOW + 5_000 } })).toBe(7_000)
    expect(later({ retryAtMs: NOW + 9_000 })).toBe(11_000)
    expect(later({ breaker: { failures: 3, openings: 1, openUntilMs: NOW - 5_000 } })).toBe(2_000)
  })
})
