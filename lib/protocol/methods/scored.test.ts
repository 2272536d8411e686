import { describe, expect, it } from 'vitest'
import { tally } from '#lib/protocol/tally.ts'
import { creditsOf } from './quadratic.ts'
import { countable, voterOf } from './sample-ballots.ts'
import { drawnPoll, inputOf, poll, rowsOf, rulesBy } from './sample-poll.ts'

describe('sums', () => {
  it('of shares are the power given, a hundred for each unit', () => {
    const rules = rulesBy('weighted')
    const result = tally(inputOf(drawnPoll(rules, 70)))
    const sum = result.ranking.reduce((total, { score }) => total + BigInt(score), 0n)
    const abstained = drawnPoll(rules, 70)
      .ballots.filter(({ numbers, sequence }) => numbers.length === 0 && sequence === 2n)
      .map(({ voter }) => drawnPoll(rules, 70).powers.get(voter) ?? 0n)
      .reduce((total, power) => total + power, 0n)
    expect(sum).toBe(100n * (BigInt(result.turnout.power) - abstained))
  })

  it('are exact beyond 2^53', () => {
    const great = 2n ** 53n
    expect(
      rowsOf(
        poll(rulesBy('weighted'), [
          [great, '#1=99 #2=1'],
          [1n, '#1=1 #2=99'],
        ]),
      ),
    ).toMatchObject({
      1: String(99n * great + 1n),
      2: String(great + 99n),
    })
    expect(
      rowsOf(
        poll(rulesBy('score'), [
          [great + 1n, '#1=5'],
          [great, '#2=5'],
        ]),
      ),
    ).toMatchObject({
      1: String(5n * great + 5n),
      2: String(5n * great),
    })
    const run = poll(rulesBy('ranked'), [
      [great + 1n, '#1'],
      [great, '#2'],
    ])
    expect(run).toMatchObject({ winners: [{ number: 1 }], margin: '1' })
  })

  it('of a voided work are not given to others', () => {
    const votes: [number, string][] = [[10, '#1=60 #2=40']]
    expect(rowsOf(poll(rulesBy('weighted'), votes, { voids: [1] }))).toMatchObject({ 2: '400' })
  })
})

describe('quadratic', () => {
  const rules = rulesBy('quadratic', 1, { credits: 100, creditUnit: '10' })

  it('gives a credit for each unit of power, up to the most', () => {
    expect([9n, 10n, 999n, 1000n, 5000n].map((power) => creditsOf(rules, power))).toEqual([
      0n,
      1n,
      99n,
      100n,
      100n,
    ])
  })

  it('counts votes, not power', () => {
    expect(
      rowsOf(
        poll(rules, [
          [1000, '#1=6 #2=8'],
          [90, '#1=3'],
        ]),
      ),
    ).toMatchObject({ 1: '9', 2: '8' })
  })

  it('lists a ballot that spends more than its power gives, and leaves it out of every figure', () => {
    const result = poll(rules, [
      [89, '#1=3'],
      [90, '#2=3'],
      [9, '#3=1'],
      [5000, '-'],
    ])
    expect(result.count).toEqual({
      kind: 'quadratic',
      overspent: [
        { account: voterOf(0), spent: '9', credits: '8' },
        { account: voterOf(2), spent: '1', credits: '0' },
      ],
    })
    expect(result.turnout).toEqual({ ballots: 4, voters: 2, power: '5090', abstentions: 1 })
    expect(rowsOf(result)).toMatchObject({ 1: '0', 2: '3', 3: '0' })
  })

  it('does not bring an earlier ballot back', () => {
    const ballots = [
      countable(voterOf(1), { numbers: [1], values: [1] }, 1n),
      countable(voterOf(1), { numbers: [2], values: [9] }, 2n),
    ]
    const result = tally(inputOf({ rules, ballots, powers: new Map([[voterOf(1), 20n]]) }))
    expect(result.winners).toEqual([])
    expect(result.turnout.voters).toBe(0)
  })
})

describe('score', () => {
  it('tells how many voters gave which points', () => {
    const result = poll(rulesBy('score'), [
      [3, '#1=5 #2=1'],
      [1, '#1=4'],
      [1, '#1=5'],
    ])
    expect(result.ranking.slice(0, 2)).toMatchObject([
      { number: 1, score: '24', supporters: 3 },
      { number: 2, score: '3', supporters: 1 },
    ])
    expect(result.count).toMatchObject({
      kind: 'score',
      maxScore: 5,
      distribution: expect.arrayContaining([
        { number: 1, voters: [0, 0, 0, 1, 2] },
        { number: 2, voters: [1, 0, 0, 0, 0] },
      ]),
    })
  })
})
