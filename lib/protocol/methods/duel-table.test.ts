import { describe, expect, it } from 'vitest'
import type { Address } from '#lib/protocol/primitives.ts'
import { tally } from '#lib/protocol/tally.ts'
import { sampleChoiceContext } from '#lib/protocol/verify/sample-facts.ts'
import { countable, drawnChoices, voterOf } from './sample-ballots.ts'
import { drawnPoll, inputOf, orderOf, rulesBy, WORKS } from './sample-poll.ts'

describe('pairwise', () => {
  const rules = rulesBy('pairwise', 2)

  it('orders works by their strengths, a clear best first', () => {
    const powers = new Map<Address, bigint>()
    const ballots = Array.from({ length: 60 }, (_, index) => {
      const voter = voterOf(index)
      powers.set(voter, 10n)
      // Everybody prefers the lower number.
      const { numbers } = drawnChoices(rules, WORKS, index)
      const duels = numbers.length / 2
      const ordered = Array.from({ length: duels }, (_, at) =>
        [numbers[2 * at] ?? 0, numbers[2 * at + 1] ?? 0].toSorted((a, b) => a - b),
      ).flat()
      return countable(voter, { numbers: ordered, values: Array(duels).fill(2) })
    })
    const result = tally(inputOf({ rules, ballots, powers }))
    expect(orderOf(result)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    if (result.count?.kind !== 'pairwise') throw new Error('not pairwise')
    expect(result.count.pairs.every(({ wonByB, tied }) => wonByB === 0 && tied === 0)).toBe(true)
    const judged = result.count.pairs.reduce((sum, { wonByA }) => sum + wonByA, 0)
    expect(judged).toBe(result.count.duels)
  })

  it('does not rank a work that too few have judged', () => {
    const strict = rulesBy('pairwise', 2, { minComparisons: 40, minVoters: 5 })
    const result = tally(inputOf(drawnPoll(strict, 30)))
    if (result.count?.kind !== 'pairwise') throw new Error('not pairwise')
    const duels = new Map(result.count.comparisons.map((row) => [row.number, row.duels]))
    for (const { number, place } of result.ranking)
      expect(place !== null).toBe((duels.get(number) ?? 0) >= 40)
    expect(result.ranking.some(({ place }) => place === null)).toBe(true)
  })

  it('gives a ballot of few duels a twentieth of its power for each, and skips weigh nothing', () => {
    const context = sampleChoiceContext(rules.limits, WORKS)
    expect(context.limits.maxChoices).toBe(12)
    const one = (text: string, value: number) => {
      const [a = 0, b = 0] = text.split(' ').map(Number)
      const ballots = [countable(voterOf(1), { numbers: [a, b], values: [value] })]
      return tally(inputOf({ rules, ballots, powers: new Map([[voterOf(1), 20n]]) })).count
    }
    expect(one('1 2', 2)).toMatchObject({ duels: 1, prior: '1000000', divisor: '1' })
    expect(one('1 2', 1)).toMatchObject({ duels: 1, prior: '1000000', pairs: [{ tied: 1 }] })
    expect(one('1 2', 0)).toMatchObject({ duels: 0, prior: '1', pairs: [] })
  })

  it('brings great powers below 2^32, and keeps the order', () => {
    const small = drawnPoll(rules, 40)
    for (const voter of small.powers.keys()) small.powers.set(voter, 1000n)
    const great = {
      ...small,
      powers: new Map([...small.powers].map(([voter, power]) => [voter, power << 100n])),
    }
    const [one, other] = [tally(inputOf(small)), tally(inputOf(great))]
    expect(orderOf(other)).toEqual(orderOf(one))
    if (other.count?.kind !== 'pairwise') throw new Error('not pairwise')
    expect(BigInt(other.count.divisor)).toBeGreaterThan(2n ** 80n)
  })

  it('agrees with the fixed point of the model', () => {
    // Two works, won 3 : 1 by four voters of equal power: with the tie against the virtual opponent of strength 1.
    const ballots = [2, 2, 2, -2].map((value, index) =>
      countable(voterOf(index), { numbers: value > 0 ? [1, 2] : [2, 1], values: [2] }),
    )
    const powers = new Map(ballots.map(({ voter }) => [voter, 100n]))
    const result = tally(inputOf({ rules, ballots, powers }))
    const [p = 0, q = 0] = result.ranking.map(({ score }) => Number(score) / 1e6)
    // won = Σ n / (p + q) · p + prior terms, in weights of one duel.
    expect(3 + 0.5).toBeCloseTo((4 * p) / (p + q) + p / (p + 1), 5)
    expect(1 + 0.5).toBeCloseTo((4 * q) / (p + q) + q / (q + 1), 5)
  })
})
