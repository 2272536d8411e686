import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from '#lib/protocol/tally.ts'
import { countable, voterOf } from './sample-ballots.ts'
import { drawnPoll, inputOf, orderOf, poll, rulesBy, WORKS } from './sample-poll.ts'

describe('instant runoff', () => {
  const rules = rulesBy('ranked')

  it('moves the votes of whoever goes to the next work on each ballot', () => {
    // Tennessee's capital: the middle town wins under no rule of first places.
    const votes: [number, string][] = [
      [42, '#1>#2>#3>#4'],
      [26, '#2>#3>#4>#1'],
      [15, '#3>#4>#2>#1'],
      [17, '#4>#3>#2>#1'],
    ]
    const result = poll(rules, votes, { works: 4 })
    expect(result.winners).toEqual([{ rank: 1, number: 4 }])
    expect(orderOf(result)).toEqual([4, 1, 2, 3])
    expect(result.margin).toBe('16')
    expect(result.count).toMatchObject({
      kind: 'irv',
      quota: null,
      rounds: [
        { decision: { kind: 'eliminated', number: 3, decidedBy: 'score' } },
        {
          totals: [
            { number: 1, votes: '42' },
            { number: 2, votes: '26' },
            { number: 4, votes: '32' },
          ],
          decision: { kind: 'eliminated', number: 2 },
        },
        { exhausted: '0', decision: { kind: 'elected', number: 4 } },
      ],
    })
  })

  it('takes partial rankings, and lists what is exhausted', () => {
    const result = poll(
      rules,
      [
        [5, '#1'],
        [4, '#2'],
        [3, '#3'],
      ],
      { works: 3 },
    )
    expect(result.count).toMatchObject({ rounds: [{ exhausted: '0' }, { exhausted: '3' }] })
    expect(result.ranking.map(({ score }) => score)).toEqual(['5', '4', '3'])
    expect(result.margin).toBe('1')
  })

  it('breaks a tie by the latest round that told the two apart', () => {
    // After #4 goes, #2 and #3 are level at 4; before, #3 had less.
    const votes: [number, string][] = [
      [9, '#1'],
      [4, '#2'],
      [3, '#3'],
      [1, '#4>#3'],
    ]
    const result = poll(rules, votes, { works: 4 })
    expect(orderOf(result)).toEqual([1, 2, 3, 4])
    expect(result.ranking.map(({ decidedBy }) => decidedBy)).toEqual([
      'score',
      'score',
      'count-back',
      'score',
    ])
  })

  it('then by supporters, then by lot', () => {
    const more: [number, string][] = [
      [4, '#1>#3'],
      [4, '#2'],
      [4, '#3>#1'],
      [9, '#4>#3'],
    ]
    const byFans = poll(rules, more, { works: 4 })
    expect(byFans.ranking.find(({ number }) => number === 2)).toMatchObject({
      decidedBy: 'supporters',
      supporters: 1,
    })
    const level = poll(
      rules,
      [
        [4, '#1'],
        [4, '#2'],
      ],
      { works: 2 },
    )
    expect(level.ranking.map(({ decidedBy }) => decidedBy)).toEqual(['lot', 'lot'])
    expect(level.margin).toBe('0')
  })

  it('keeps all votes: totals and exhausted sum to the same in every round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (from) => {
        const result = tally(inputOf(drawnPoll(rules, 30, from)))
        if (result.count?.kind !== 'irv') throw new Error('not a runoff')
        const sums = result.count.rounds.map(({ totals, exhausted }) =>
          totals.reduce((sum, { votes }) => sum + BigInt(votes), BigInt(exhausted)),
        )
        expect(new Set(sums).size).toBe(1)
      }),
      { numRuns: 50 },
    )
  })

  it('a majority of first places wins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: WORKS }),
        (from, favourite) => {
          const { ballots, powers } = drawnPoll(rules, 20, from)
          const all = [...powers.values()].reduce((sum, power) => sum + power, 0n)
          const fan = countable(voterOf(999_999), { numbers: [favourite], values: [] })
          powers.set(fan.voter, all + 1n)
          expect(tally(inputOf({ rules, ballots: [...ballots, fan], powers })).winners[0]?.number).toBe(
            favourite,
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('single transferable vote', () => {
  const UNIT = 10n ** 9n

  it('passes on what is beyond the quota, in proportion', () => {
    // Two seats, 20 votes, quota 6.666666667: #1 has 12, and 5.333333333 go on.
    const rules = rulesBy('ranked', 2)
    const result = poll(
      rules,
      [
        [8, '#1>#2'],
        [4, '#1>#3'],
        [5, '#3'],
        [3, '#4'],
      ],
      { works: 4 },
    )
    if (result.count?.kind !== 'stv') throw new Error('not stv')
    expect(result.count.quota).toBe('6666666667')
    expect(result.count.rounds[0]?.decision).toEqual({ kind: 'elected', number: 1, decidedBy: 'score' })
    expect(result.count.rounds[1]?.totals).toEqual([
      { number: 2, votes: '3555555555' },
      { number: 3, votes: '6777777777' },
      { number: 4, votes: '3000000000' },
    ])
    expect(result.count.rounds[1]?.lost).toBe('1')
    expect(result.winners.map(({ number }) => number)).toEqual([1, 3])
    expect(orderOf(result)).toEqual([1, 3, 2, 4])
    expect(result.margin).toBe('3222222222')
  })

  it('loses no vote but the fractions it lists', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 2, max: 5 }), (from, seats) => {
        const rules = rulesBy('ranked', seats)
        const result = tally(inputOf(drawnPoll(rules, 30, from)))
        if (result.count?.kind !== 'stv') throw new Error('not stv')
        const { rounds, quota } = result.count
        const all = rounds[0]?.totals.reduce((sum, { votes }) => sum + BigInt(votes), 0n) ?? 0n
        let kept = 0n
        for (const { totals, exhausted, lost, decision } of rounds) {
          const sum = totals.reduce((votes, row) => votes + BigInt(row.votes), 0n)
          expect(sum + BigInt(exhausted) + BigInt(lost) + kept).toBe(all)
          const votes = BigInt(totals.find(({ number }) => number === decision.number)?.votes ?? 0)
          if (decision.kind === 'elected') kept += votes < BigInt(quota) ? votes : BigInt(quota)
        }
        expect(BigInt(rounds.at(-1)?.lost ?? 0)).toBeLessThan(UNIT)
        expect(result.winners).toHaveLength(seats)
      }),
      { numRuns: 50 },
    )
  })

  it('gives a group that is worth two quotas two seats', () => {
    const rules = rulesBy('ranked', 3)
    const votes: [number, string][] = [
      [50, '#1>#2>#3'],
      [5, '#2>#1>#3'],
      [23, '#4>#5'],
      [22, '#5>#4'],
    ]
    expect(
      poll(rules, votes, { works: 5 })
        .winners.map(({ number }) => number)
        .toSorted(),
    ).toEqual([1, 2, 4])
  })
})
