import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { providerStats } from './provider-stats.ts'

type Attempt = Parameters<typeof providerStats>[0][number]

const START = Date.UTC(2026, 10, 29, 12)

function attempt(changes: Partial<Omit<Attempt, 'endedAt'>> & { took?: number } = {}): Attempt {
  const { took, outcome = 'succeeded', ...more } = changes
  return {
    provider: 'one',
    startedAt: new Date(START),
    endedAt: outcome === null ? null : new Date(START + (took ?? 1_000)),
    outcome,
    accepted: null,
    chargedMicroUsd: outcome === null ? null : 3_000,
    ...more,
  }
}

describe('the figures of a provider', () => {
  it('are nothing before the first attempt', () => {
    expect(providerStats([])('one')).toEqual({
      succeeded: 0,
      failed: 0,
      accepted: 0,
      refused: 0,
      medianMs: null,
      slowMs: null,
      chargedMicroUsd: 0,
      costPerAcceptedMicroUsd: null,
    })
  })

  it('count what was charged for pictures that nobody took too', () => {
    const stats = providerStats([
      attempt({ accepted: true }),
      attempt({ accepted: false }),
      attempt({ outcome: 'transient', chargedMicroUsd: 0 }),
      attempt({ outcome: 'moderated' }),
      attempt({ outcome: 'cancelled', chargedMicroUsd: 0 }),
      attempt({ outcome: null }),
      attempt({ provider: 'two', accepted: true, chargedMicroUsd: 90_000 }),
    ])('one')
    expect(stats).toMatchObject({ succeeded: 2, failed: 2, accepted: 1, refused: 1 })
    expect(stats).toMatchObject({ chargedMicroUsd: 9_000, costPerAcceptedMicroUsd: 9_000 })
  })

  it('take the time of pictures that came, and of no other', () => {
    const times = Array.from({ length: 100 }, (_, index) => attempt({ took: (index + 1) * 100 }))
    const failed = attempt({ outcome: 'expired', took: 900_000 })
    expect(providerStats([...times, failed])('one')).toMatchObject({ medianMs: 5_100, slowMs: 9_600 })
  })

  it('of two providers share nothing, and leave nothing out', () => {
    const some = fc.array(
      fc.record({
        provider: fc.constantFrom('one', 'two'),
        outcome: fc.constantFrom('succeeded', 'transient', 'cancelled', null),
        accepted: fc.option(fc.boolean()),
        chargedMicroUsd: fc.option(fc.integer({ min: 0, max: 90_000 })),
        took: fc.integer({ min: 0, max: 90_000 }),
      }),
    )
    fc.assert(
      fc.property(some, (given) => {
        const attempts = given.map((one) => attempt(one))
        const of = providerStats(attempts)
        const both = [of('one'), of('two')]
        const ended = attempts.filter(({ outcome }) => outcome && outcome !== 'cancelled')
        const sum = (name: 'succeeded' | 'failed' | 'accepted' | 'refused' | 'chargedMicroUsd') =>
          both.reduce((all, stats) => all + stats[name], 0)
        expect(sum('succeeded') + sum('failed')).toBe(ended.length)
        expect(sum('accepted') + sum('refused')).toBeLessThanOrEqual(sum('succeeded'))
        expect(sum('chargedMicroUsd')).toBe(
          attempts.reduce((all, one) => all + (one.chargedMicroUsd ?? 0), 0),
        )
        for (const { medianMs, slowMs } of both) expect(slowMs ?? 0).toBeGreaterThanOrEqual(medianMs ?? 0)
      }),
    )
  })
})
