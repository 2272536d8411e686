import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNIT } from './decimal.ts'
import { exactTally } from './exact-tally.ts'
import { seededRandom, shuffled } from './float-orders.ts'
import { COUNTED_TYPES, type CountedType, floatTally } from './float-tally.ts'
import { gather } from './gather.ts'
import { plainOf } from './json-source.ts'
import { readVotes } from './read-votes.ts'
import { recountSnapshot } from './recount.ts'

const textOf = (name: string) =>
  readFileSync(new URL(`../../../docs/snapshot/${name}.json`, import.meta.url), 'utf8')
const recount = (...texts: string[]) =>
  recountSnapshot(texts.map((text, at) => ({ name: `${at}.json`, text })))
const differences = (name: string) => recount(textOf(name)).differences.map(({ code }) => code)

/** A proposal of three works as GraphQL answers it. */
function answer(type: string, votes: readonly object[], more: object = {}): string {
  const proposal = { id: '0x01', title: 'T', type, choices: ['A', 'B', 'C'], state: 'closed', ...more }
  return JSON.stringify({ data: { proposal, votes } })
}
const account = (at: number) => `0x${String(at).padStart(40, '0')}`
const rows = (given: readonly (readonly [choice: unknown, vp: unknown])[]) =>
  given.map(([choice, vp], at) => ({ id: `0x${at}`, voter: account(at), created: 10, choice, vp }))

describe('clean samples, with scores by Snapshot’s own library', () => {
  it.each(COUNTED_TYPES)('%s: the last bit is the same, and nothing is said of any vote', (type) => {
    const report = recount(textOf(`${type}-clean`))
    expect(report.verdict).toEqual({ kind: 'equal', order: 'in the order given' })
    expect(report.exitCode).toBe(0)
    expect(report.findings).toEqual([])
    expect(report.winners.exact).toEqual(report.winners.published)
    expect(report.choices.map(({ cause }) => cause).filter((cause) => cause === 'votes')).toEqual([])
    expect(report.totals.compatible).toBe(report.totals.published)
  })
})

describe('dirty samples', () => {
  it.each(COUNTED_TYPES)('%s: every dirty row has its name, and no other row has one', (type) => {
    const { proposal, votes } = gather([{ name: 'a', text: textOf(`${type}-dirty`) }])
    const expected = votes.map((vote) => (vote as { reason: string }).reason)
    expect(readVotes(type, proposal, votes).map(({ codes }) => codes.join(' '))).toEqual(expected)
    expect(expected.filter((reason) => reason !== '').length).toBeGreaterThan(16)
  })

  it.each(COUNTED_TYPES)(
    '%s: published is reproduced, and every vote handled otherwise explained',
    (type) => {
      const report = recount(textOf(`${type}-dirty`))
      expect(report.exitCode).toBe(0)
      const otherwise = report.findings.filter(({ compatible, exact }) => compatible !== exact)
      const told = report.differences.filter(({ code }) => code === 'handled-otherwise')
      expect(told.length).toBe(otherwise.length)
      const counted = otherwise
        .filter(({ exact }) => exact === 'left-out')
        .reduce((sum, { count }) => sum + count, 0)
      const added = otherwise
        .filter(({ exact }) => exact === 'counted')
        .reduce((sum, { count }) => sum + count, 0)
      expect(report.votes.compatible - counted + added).toBe(report.votes.exact)
    },
  )
})

describe('order', () => {
  /** Counts a sample in 200 orders; how many lists of scores there are. */
  function orders(type: CountedType) {
    const { proposal, votes } = gather([{ name: 'a', text: textOf(`${type}-clean`) }])
    const random = seededRandom(5)
    const floats = new Set<string>()
    const exact = new Set<string>()
    const field = { proposalId: 'p', choices: proposal.choices.length }
    for (let at = 0; at < 200; at += 1) {
      const order = shuffled(votes, random)
      const plain = order.map(plainOf) as { choice: unknown; vp: number }[]
      floats.add(String(floatTally(type, plain, proposal.choices.length)))
      const ballots = readVotes(type, proposal, order).flatMap(({ ballot }) => ballot ?? [])
      const count = exactTally(type, field, ballots)
      exact.add(JSON.stringify(count, (_key, value) => (typeof value === 'bigint' ? String(value) : value)))
    }
    return { floats: floats.size, exact: exact.size }
  }

  it.each(COUNTED_TYPES)('%s: one exact count for 200 shuffles', (type) => {
    expect(orders(type).exact).toBe(1)
  })

  it('weighted: doubles give many', () => {
    const { floats } = orders('weighted')
    process.stdout.write(`weighted, 60 votes: ${floats} lists of scores in 200 shuffles\n`)
    expect(floats).toBeGreaterThan(1)
    expect(recount(textOf('weighted-clean')).shuffles?.changed).toBeGreaterThan(0)
  })

  it('dirty rows too are counted exactly whatever the order', () => {
    for (const type of COUNTED_TYPES) {
      const { data } = JSON.parse(textOf(`${type}-dirty`))
      const random = seededRandom(9)
      const counts = Array.from({ length: 20 }, () => {
        const votes = shuffled(data.votes, random)
        return recount(JSON.stringify({ data: { ...data, votes } })).choices.map(({ exact }) => exact)
      })
      expect(new Set(counts.map(String)).size).toBe(1)
    }
  })

  it('another order of the same votes is found where it is one that can be tried', () => {
    const { data } = JSON.parse(textOf('weighted-clean'))
    const votes = data.votes.toReversed()
    expect(recount(JSON.stringify({ data: { ...data, votes } })).verdict).toEqual({
      kind: 'equal',
      order: 'in the order given, backwards',
    })
    const other = shuffled(data.votes, seededRandom(3))
    const report = recount(JSON.stringify({ data: { ...data, votes: other } }))
    expect(report.verdict).toMatchObject({ kind: 'unknown', doubts: [{ code: 'rounding-apart' }] })
    expect(report.exitCode).toBe(2)
  })
})

describe('where the counts part', () => {
  it('integers beyond 2⁵³ are one to doubles, and two here', () => {
    const report = recount(textOf('beyond-doubles'))
    expect(report.winners).toMatchObject({ compatible: { number: 1 }, exact: { number: 2 } })
    expect(report.choices[1]).toMatchObject({ compatible: '9007199254740992', exact: '9007199254740993' })
    expect(report.findings.map(({ code }) => code)).toEqual(['power-digits-lost'])
  })

  it('the place in the list decides a tie there, supporters here', () => {
    const report = recount(textOf('tie-by-place'))
    expect(report.winners).toMatchObject({ compatible: { name: 'Tide' }, exact: { name: 'Two inks' } })
    expect(differences('tie-by-place')).toEqual(['winner', 'tie'])
  })

  it('and in a circle of rankings who is eliminated first', () => {
    const report = recount(textOf('ranked-circle'))
    expect(report.choices.map(({ compatible }) => compatible)).toEqual(['0', '10', '5'])
    expect(report.choices.map(({ exact }) => exact)).toEqual(['5', '0', '10'])
    expect(report.choices.map(({ cause }) => cause)).toEqual(['tie', 'tie', 'tie'])
    expect(differences('ranked-circle')).toEqual(['winner', 'elimination-tie'])
  })

  it('a key “1.0” hands its power to the others', () => {
    const report = recount(
      answer(
        'weighted',
        rows([
          [{ '1.0': 1 }, 5],
          [{ '2': 1 }, 1],
        ]),
        { scores: [0, 6, 0] },
      ),
    )
    expect(report.exitCode).toBe(0)
    expect(report.choices.map(({ exact }) => exact)).toEqual(['0', '1', '0'])
    expect(report.findings).toMatchObject([{ code: 'key-spelling', compatible: 'astray', exact: 'left-out' }])
  })

  it('a partial ranking counts as far as it goes', () => {
    const votes = rows([
      [[3], 4],
      [[1, 2, 3], 3],
      [[2, 1, 3], 2],
    ])
    const report = recount(answer('ranked-choice', votes, { scores: [3, 2, 0] }))
    expect(report.exitCode).toBe(0)
    expect(report.winners).toMatchObject({ compatible: { name: 'A' }, exact: { name: 'A' } })
    expect(report.choices.map(({ exact }) => exact)).toEqual(['5', '0', '4'])
    expect(report.findings).toMatchObject([
      { code: 'ranking-partial', compatible: 'left-out', exact: 'counted' },
    ])
  })
})

describe('verdicts', () => {
  const votes = rows([
    [1, 0.1],
    [1, 0.2],
    [2, 5],
  ])
  const scores = { scores: [0.1 + 0.2, 5, 0], votes: 3 }
  it.each([
    [0, 'equal', {}],
    [1, 'a score changed by more than rounding', { scores: [0.3, 6, 0] }],
    [2, 'the last bit', { scores: [0.3, 5, 0] }],
    [2, 'no scores', { scores: null }],
    [2, 'a score too few', { scores: [0.3, 5] }],
    [2, 'a score that is text', { scores: ['0.3', 5, 0] }],
    [2, 'votes missing', { scores: [9, 5, 0], votes: 7 }],
    [0, 'votes missing that weigh nothing', { votes: 7 }],
    [2, 'still open', { scores: [9, 5, 0], state: 'active' }],
    [2, 'a type that is not counted', { type: 'copeland' }],
    [2, 'an unknown type', { type: 'conviction' }],
  ])('%i for %s', (exitCode, _name, more) => {
    expect(recount(answer('single-choice', votes, { ...scores, ...more })).exitCode).toBe(exitCode)
  })

  it('votes of nobody: every score is zero, and nobody wins', () => {
    for (const type of COUNTED_TYPES) {
      const report = recount(answer(type, [], { scores: [0, 0, 0], votes: 0 }))
      expect(report.exitCode).toBe(0)
      expect(report.winners).toEqual({ published: null, compatible: null, exact: null })
    }
  })
})

describe('whole powers and clean ballots', () => {
  type Made = { choice: unknown; vp: number; numbers: number[]; weights: bigint[] }

  const choices = 4
  const field = { proposalId: 'p', choices }
  const power = fc.integer({ min: 1, max: 1_000_000 })
  const number = fc.integer({ min: 1, max: choices })
  const list = fc.uniqueArray(number, { minLength: 1, maxLength: choices })
  const weights = fc.integer({ min: 1, max: 9 })
  const single = fc
    .tuple(number, power)
    .map(([chosen, vp]) => ({ choice: chosen, vp, numbers: [chosen], weights: [] }))
  const approval = fc
    .tuple(list, power)
    .map(([numbers, vp]) => ({ choice: numbers, vp, numbers, weights: [] }))
  const weighted = fc
    .tuple(list, fc.array(weights, { minLength: choices, maxLength: choices }), power)
    .map(([numbers, values, vp]) => ({
      choice: Object.fromEntries(numbers.map((of, at) => [String(of), values[at] ?? 1])),
      vp,
      numbers,
      weights: numbers.map((_, at) => BigInt(values[at] ?? 1)),
    }))

  it.each<[CountedType, fc.Arbitrary<Made>]>([
    ['single-choice', single],
    ['approval', approval],
    ['weighted', weighted],
  ])('%s: both counts have one winner, unless it is a tie', (type, ballot) => {
    fc.assert(
      fc.property(
        fc.array(ballot, {
          minLength: 1,
          maxLength: 30,
        }),
        (ballots) => {
          const floats = floatTally(type, ballots, choices)
          const exact = exactTally(
            type,
            field,
            ballots.map(({ numbers, weights: given, vp }) => ({
              choice: { numbers, weights: given },
              power: BigInt(vp) * UNIT,
            })),
          )
          const [first] = exact?.ranking ?? []
          if (first?.decidedBy !== 'score') return
          expect(floats.indexOf(Math.max(...floats)) + 1).toBe(first.number)
        },
      ),
    )
  })
})

describe('powers and shares of any size', () => {
  const field = { proposalId: '0x01', choices: 3 }
  const great = 10n ** 300n

  it('moves a ranked vote of any power on', () => {
    const ballots = [
      { choice: { numbers: [1, 3, 2], weights: [] }, power: great },
      { choice: { numbers: [2, 3, 1], weights: [] }, power: great + 1n },
      { choice: { numbers: [3, 1, 2], weights: [] }, power: 2n },
    ]
    const { ranking } = exactTally('ranked-choice', field, ballots) ?? {}
    expect(ranking?.map(({ number, score }) => [number, BigInt(score)])).toEqual([
      [1, great + 2n],
      [2, great + 1n],
      [3, 2n],
    ])
  })

  it('goes on counting where somebody has just half of the votes', () => {
    const ballots = (
      [
        [[1, 2, 3], 10n],
        [[2, 1, 3], 6n],
        [[3, 1, 2], 4n],
      ] as const
    ).map(([numbers, votes]) => ({ choice: { numbers, weights: [] }, power: votes * UNIT }))
    const scores = exactTally('ranked-choice', field, ballots)?.scores
    expect(scores?.map(({ n, d }) => n / d)).toEqual([14n, 6n, 0n])
  })

  it('shares by sums whose common multiple is great', () => {
    const primes = [1_000_003n, 1_000_033n, 1_000_037n, 1_000_039n, 1_000_081n, 1_000_099n, 1_000_117n]
    const sums = primes.flatMap((prime) => [prime, prime * prime * prime])
    const ballots = sums.map((sum) => ({
      choice: { numbers: [1, 2], weights: [1n, sum - 1n] },
      power: great,
    }))
    const { ranking } = exactTally('weighted', field, ballots) ?? {}
    expect(ranking?.map(({ number }) => number)).toEqual([2, 1, 3])
    const multiple = primes.reduce((product, prime) => product * prime ** 3n, 1n)
    const given = ranking?.reduce((sum, { score }) => sum + BigInt(score), 0n)
    expect(given).toBe(great * multiple * BigInt(sums.length))
  })
})
