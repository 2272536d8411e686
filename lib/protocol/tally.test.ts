import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VerifiedBallot } from './ballot.ts'
import { canonicalText } from './canonical.ts'
import { candidateOf } from './methods/sample-ballots.ts'
import type { Address, Bytes32 } from './primitives.ts'
import { type TallyInput, tally } from './tally.ts'
import { tieLot } from './tie.ts'
import { sampleRules } from './verify/sample-facts.ts'

const base = sampleRules()
const roundId: Bytes32 = `0x${'1d'.repeat(32)}`
const blockHash: Bytes32 = `0x${'b1'.repeat(32)}`
const tieSeed = {
  blockNumber: '12',
  blockHash,
  timestamp: base.closesAt,
  parentTimestamp: base.closesAt - 12,
}
const voterOf = (index: number): Address => `0x${String(index).padStart(40, '0')}`

type Vote = { voter: number; sequence?: number; numbers: number[]; chainId?: number }

function walletOn(chainId: number, account: Address) {
  const check = { kind: 'erc1271' as const, chainId, blockNumber: '1', blockHash }
  return { check, question: { kind: check.kind, account, digest: blockHash, signature: '0x' as const } }
}

/** A ballot as `verifyBallot` would have passed it. */
function ballotOf({ voter, sequence = 1, numbers, chainId }: Vote): VerifiedBallot {
  const ballot: Omit<VerifiedBallot, keyof VerifiedBallot & symbol> = {
    voter: voterOf(voter),
    sequence: BigInt(sequence),
    numbers: numbers.toSorted((a, b) => a - b),
    values: [],
    ...(chainId !== undefined && { wallet: walletOn(chainId, voterOf(voter)) }),
  }
  return ballot as VerifiedBallot
}

function inputOf(votes: Vote[], powers: Record<number, bigint>, more: Partial<TallyInput> = {}): TallyInput {
  return {
    rules: { ...base, quorum: { kind: 'voters', value: '0' } },
    roundId,
    candidates: [1, 2, 3, 4, 5].map(candidateOf),
    voids: [],
    ballots: votes.map(ballotOf),
    powers: new Map(Object.entries(powers).map(([voter, power]) => [voterOf(Number(voter)), power])),
    tieSeed,
    ...more,
  }
}

const rowOf = (input: TallyInput, number: number) => tally(input).ranking.find((row) => row.number === number)

describe('tally', () => {
  test('weighs a contract wallet by the chain that it was asked on, each ballot for itself', () => {
    const chainPowers = (_: Address, chainId: number) => (chainId === 10 ? 7n : 0n)
    const votes = [
      { voter: 1, numbers: [1], chainId: 10 },
      { voter: 2, numbers: [2], chainId: 1 },
      { voter: 3, numbers: [3] },
      { voter: 4, numbers: [4], sequence: 1 },
      { voter: 4, numbers: [5], sequence: 2, chainId: 10 },
    ]
    const input = inputOf(votes, { 1: 100n, 2: 100n, 3: 100n, 4: 100n }, { chainPowers })
    expect([1, 2, 3, 4, 5].map((number) => rowOf(input, number)?.score)).toEqual(['7', '0', '100', '0', '7'])
    expect(tally(input).turnout).toEqual({ ballots: 5, voters: 3, power: '114', abstentions: 0 })
    const unread = inputOf(votes, { 1: 100n, 2: 100n, 3: 100n, 4: 100n })
    expect(() => tally(unread)).toThrow(expect.objectContaining({ code: 'power-invalid' }))
  })

  test('adds powers, and counts beyond 2^53 exactly', () => {
    const input = inputOf(
      [
        { voter: 1, numbers: [1, 2] },
        { voter: 2, numbers: [2] },
      ],
      { 1: 2n ** 60n, 2: 1n },
    )
    expect(rowOf(input, 2)).toMatchObject({ place: 1, score: String(2n ** 60n + 1n), supporters: 2 })
    expect(rowOf(input, 1)).toMatchObject({ place: 2, score: String(2n ** 60n), supporters: 1 })
    expect(tally(input).turnout).toEqual({
      ballots: 2,
      voters: 2,
      power: String(2n ** 60n + 1n),
      abstentions: 0,
    })
  })

  test('the highest sequence counts, in whatever order ballots come; of equal ones the first', () => {
    const votes = [
      { voter: 1, sequence: 3, numbers: [3] },
      { voter: 1, sequence: 1, numbers: [1] },
      { voter: 1, sequence: 3, numbers: [2] },
    ]
    expect(tally(inputOf(votes, { 1: 5n })).winners).toEqual([{ rank: 1, number: 3 }])
    expect(tally(inputOf(votes, { 1: 5n })).turnout.ballots).toBe(3)
  })

  test('a voter without power is logged and weighs nothing', () => {
    const input = inputOf([{ voter: 1, numbers: [1] }], { 1: 0n })
    expect(tally(input)).toMatchObject({
      turnout: { ballots: 1, voters: 0, power: '0', abstentions: 0 },
      winners: [],
      margin: null,
    })
  })

  test('a voter whose power was not read is refused, not counted as zero', () => {
    expect(() => tally(inputOf([{ voter: 1, numbers: [1] }], {}))).toThrow(
      expect.objectContaining({ code: 'power-invalid' }),
    )
  })

  test('abstentions reach the quorum, and no quorum means no winners', () => {
    const votes = [
      { voter: 1, numbers: [1] },
      { voter: 2, numbers: [] },
    ]
    const powers = { 1: 3n, 2: 4n }
    const quorum = (kind: 'voters' | 'power', value: string) =>
      tally(inputOf(votes, powers, { rules: { ...base, quorum: { kind, value } } }))
    expect(quorum('voters', '2')).toMatchObject({ quorum: { reached: true }, winners: [{ number: 1 }] })
    expect(quorum('voters', '3')).toMatchObject({ quorum: { reached: false }, winners: [], margin: null })
    expect(quorum('power', '7').quorum.reached).toBe(true)
    expect(quorum('power', '8').quorum.reached).toBe(false)
    expect(quorum('voters', '3').ranking[0]).toMatchObject({ number: 1, place: 1, score: '3' })
  })

  test('a voided candidate is removed from every ballot, and its voters still turn out', () => {
    const votes = [
      { voter: 1, numbers: [1, 2] },
      { voter: 2, numbers: [1] },
    ]
    const counted = tally(inputOf(votes, { 1: 3n, 2: 4n }, { voids: [{ number: 1 }, { number: 1 }] }))
    expect(counted).toMatchObject({
      voided: [1],
      turnout: { voters: 2, power: '7', abstentions: 0 },
      winners: [{ rank: 1, number: 2 }],
    })
    expect(counted.ranking.map(({ number }) => number)).not.toContain(1)
  })

  test('equal scores go by supporters, equal supporters by lot', () => {
    const votes = [
      { voter: 1, numbers: [1] },
      { voter: 2, numbers: [2, 3] },
      { voter: 3, numbers: [2, 3] },
    ]
    const counted = tally(inputOf(votes, { 1: 4n, 2: 2n, 3: 2n }))
    const lotOf = (number: number) => tieLot(roundId, blockHash, candidateOf(number).contentHash)
    const byLot = [2, 3].toSorted((a, b) => (lotOf(a) < lotOf(b) ? -1 : 1))
    expect(counted.ranking.slice(0, 3).map(({ number }) => number)).toEqual([...byLot, 1])
    expect(counted.ranking.slice(0, 3).map(({ decidedBy }) => decidedBy)).toEqual([
      'lot',
      'lot',
      'supporters',
    ])
    expect(counted.margin).toBe('0')
  })

  test('another block draws another lot', () => {
    const orders = Array.from(
      { length: 32 },
      (_, index): Bytes32 => `0x${String(index).padStart(64, '0')}`,
    ).map((hash) =>
      tally(
        inputOf([{ voter: 1, numbers: [1, 2] }], { 1: 1n }, { tieSeed: { ...tieSeed, blockHash: hash } }),
      ),
    )
    expect(new Set(orders.map(({ winners }) => winners[0]?.number))).toEqual(new Set([1, 2]))
  })

  test('who has no support never wins, even when places stay empty', () => {
    const counted = tally(inputOf([{ voter: 1, numbers: [4] }], { 1: 9n }))
    expect(counted.winners).toEqual([{ rank: 1, number: 4 }])
    expect(counted.ranking.map(({ number, place }) => [number, place])).toEqual([
      [4, 1],
      [1, null],
      [2, null],
      [3, null],
      [5, null],
    ])
    expect(counted.margin).toBe('9')
  })

  test.each([
    ['before the close', { timestamp: base.closesAt - 1 }],
    ['not the first after it', { parentTimestamp: base.closesAt }],
  ])('a seed block %s is refused', (_name, seed) => {
    expect(() => tally(inputOf([], {}, { tieSeed: { ...tieSeed, ...seed } }))).toThrow(
      expect.objectContaining({ code: 'tie-seed-missing' }),
    )
  })
})

describe('properties of the tally', () => {
  const votesArbitrary = fc.uniqueArray(
    fc.record({
      voter: fc.integer({ min: 1, max: 20 }),
      sequence: fc.integer({ min: 1, max: 6 }),
      numbers: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
    }),
    { maxLength: 60, selector: ({ voter, sequence }) => `${voter} ${sequence}` },
  )
  const powersArbitrary = fc
    .array(fc.bigInt({ min: 0n, max: 2n ** 70n }), { minLength: 20, maxLength: 20 })
    .map((powers) => Object.fromEntries(powers.map((power, index) => [index + 1, power])))

  test('200 shuffles of one ballot set give one result', () => {
    const votes = Array.from({ length: 120 }, (_, index) => ({
      voter: (index * 7) % 40,
      sequence: Math.floor(index / 40) + 1,
      numbers: [1, 2, 3, 4, 5].filter((number) => (index * number) % 3 === 1),
    }))
    const powers = Object.fromEntries(Array.from({ length: 40 }, (_, voter) => [voter, BigInt(voter % 5)]))
    const texts = new Set<string>()
    fc.assert(
      fc.property(fc.shuffledSubarray(votes, { minLength: votes.length }), (shuffled) => {
        texts.add(canonicalText(tally(inputOf(shuffled, powers))))
      }),
      { numRuns: 200 },
    )
    expect(texts.size).toBe(1)
  })

  test('every unit of power goes exactly to the candidates that its ballot names', () => {
    fc.assert(
      fc.property(votesArbitrary, powersArbitrary, (votes, powers) => {
        const counted = tally(inputOf(votes, powers))
        const current = new Map<number, (typeof votes)[number]>()
        for (const vote of votes)
          if (vote.sequence > (current.get(vote.voter)?.sequence ?? 0)) current.set(vote.voter, vote)
        const given = [...current.values()].reduce(
          (sum, { voter, numbers }) => sum + (powers[voter] ?? 0n) * BigInt(numbers.length),
          0n,
        )
        const scored = counted.ranking.reduce((sum, { score }) => sum + BigInt(score), 0n)
        expect(scored).toBe(given)
      }),
    )
  })

  test('neutral: renaming the candidates renames the result, scores unchanged', () => {
    fc.assert(
      fc.property(votesArbitrary, powersArbitrary, (votes, powers) => {
        const rename = (number: number) => (number % 5) + 1
        const renamed = votes.map((vote) => ({ ...vote, numbers: vote.numbers.map(rename) }))
        const scores = (rows: Vote[], name: (number: number) => number) =>
          tally(inputOf(rows, powers))
            .ranking.map(({ number, score, supporters }) => `${name(number)} ${score} ${supporters}`)
            .toSorted()
        expect(scores(renamed, (number) => number)).toEqual(scores(votes, rename))
      }),
    )
  })

  test('monotone: one more approval never costs a candidate its place', () => {
    fc.assert(
      fc.property(
        votesArbitrary,
        powersArbitrary,
        fc.integer({ min: 1, max: 5 }),
        (votes, powers, number) => {
          const before = rowOf(inputOf(votes, powers), number)?.place ?? 99
          const more = [...votes, { voter: 77, sequence: 1, numbers: [number] }]
          const after = rowOf(inputOf(more, { ...powers, 77: 1n }), number)?.place ?? 99
          expect(after).toBeLessThanOrEqual(before)
        },
      ),
    )
  })
})
