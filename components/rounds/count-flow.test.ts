import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type EliminationCount, flowOf } from './count-flow.ts'
import { type FlowLayout, flowLayout } from './flow-layout.ts'
import { type SampleVote, sampleResult } from './sample-result.ts'

function countOf(works: number, places: number, votes: SampleVote[]) {
  const { result } = sampleResult({ method: 'ranked', works, places }, votes)
  const order = result.ranking.map(({ number }) => number)
  return { count: result.count as EliminationCount, order }
}

const RUNOFF: SampleVote[] = [
  [40n, '#1>#2'],
  [35n, '#2>#3'],
  [15n, '#3>#2'],
  [10n, '#3'],
]

describe('the flow of a count', () => {
  it('follows the votes of who went to where they are in the next round', () => {
    const { count, order } = countOf(4, 1, RUNOFF)
    const [first, second] = flowOf(count, order)
    expect(first).toMatchObject({
      round: 1,
      leaving: { kind: 'eliminated', number: 3 },
      votes: 25n,
      kept: 0n,
      passed: [
        { to: 2, votes: 15n },
        { to: null, votes: 10n },
      ],
    })
    expect(second).toMatchObject({ leaving: { kind: 'elected', number: 2 }, votes: 50n, passed: [] })
  })

  it('leaves the quota with an elected work and passes on what is beyond it', () => {
    const { count, order } = countOf(3, 2, [
      [90n, '#1>#2'],
      [20n, '#2'],
      [10n, '#3'],
    ])
    const [first] = flowOf(count, order)
    expect(first).toMatchObject({ leaving: { kind: 'elected', number: 1 }, votes: 90_000_000_000n })
    expect(first?.kept).toBe(40_000_000_001n)
    expect(first?.passed).toEqual([{ to: 2, votes: 49_999_999_999n }])
  })

  const ballots = fc.array(
    fc.tuple(
      fc.bigInt(1n, 50n),
      fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }).map((numbers) => `#${numbers.join('>#')}`),
    ),
    { minLength: 1, maxLength: 12 },
  )

  test('loses no vote between two rounds, whatever the ballots', () => {
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 4 }), (votes, places) => {
        const { count, order } = countOf(7, places, votes)
        const rounds = flowOf(count, order)
        rounds.slice(0, -1).forEach(({ votes: had, kept, passed, lost }, index) => {
          const lostHere = (rounds[index + 1]?.lost ?? 0n) - lost
          expect(kept + passed.reduce((sum, { votes: some }) => sum + some, 0n) + lostHere).toBe(had)
        })
      }),
    )
  })

  test('is drawn inside its edges, and every ribbon is as broad at both ends', () => {
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 4 }), (votes, places) => {
        const { count, order } = countOf(7, places, votes)
        const rounds = flowOf(count, order)
        const quota = count.quota === null ? null : BigInt(count.quota)
        expectSound(flowLayout(rounds, { order, quota, gap: 1 }))
        expectSound(flowLayout(rounds.slice(-3), { order, quota, gap: 1 }))
      }),
    )
  })
})

function expectSound({ columns, ribbons }: FlowLayout) {
  for (const { nodes } of columns) {
    nodes.forEach(({ from, to }, index) => {
      expect(from).toBeGreaterThanOrEqual((nodes[index - 1]?.to ?? 0) - 1e-3)
      expect(to).toBeGreaterThanOrEqual(from)
      expect(to).toBeLessThan(100.001)
    })
  }
  for (const { column, source, target } of ribbons) {
    expect(source.to - source.from).toBeCloseTo(target.to - target.from, 6)
    const inside = (at: number, stretch: { from: number; to: number }) =>
      columns[at]?.nodes.some(({ from, to }) => stretch.from > from - 1e-3 && stretch.to < to + 1e-3)
    expect([inside(column, source), inside(column + 1, target)]).toEqual([true, true])
  }
}

it('puts the first work at the edge, from which half the votes are marked', () => {
  const { count, order } = countOf(4, 1, RUNOFF)
  const { columns } = flowLayout(flowOf(count, order), { order, quota: null, gap: 2 })
  expect(columns[1]?.nodes.map(({ number, state }) => [number, state])).toEqual([
    [2, 'elected'],
    [1, 'stands'],
    [null, 'exhausted'],
  ])
  const winner = columns[1]?.nodes[0]
  expect(winner?.from).toBe(0)
  expect(winner?.to).toBeGreaterThan(columns[1]?.halfAt ?? 100)
})
