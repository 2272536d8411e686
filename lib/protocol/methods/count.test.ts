import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { resultSchema } from '#lib/protocol/result.ts'
import { METHOD_IDS, parseRules } from '#lib/protocol/rules.ts'
import { RunningTally } from '#lib/protocol/running-tally.ts'
import { type TallyInput, tally } from '#lib/protocol/tally.ts'
import { countable, shuffled, voterOf } from './sample-ballots.ts'
import { drawnPoll, inputOf, orderOf, rulesBy, WORKS } from './sample-poll.ts'

const VARIANTS = [
  ...METHOD_IDS.map((method) => ({ method, places: 1 })),
  { method: 'ranked' as const, places: 3 },
]

const hashOf = (input: TallyInput) => sha256Bytes32(utf8(canonicalText(tally(input))))

describe.each(VARIANTS)('counting by $method, $places places', ({ method, places }) => {
  const rules = rulesBy(method, places)

  it('is allowed by the rules', () => {
    expect(parseRules(rules).method).toBe(method)
  })

  it('gives one result for every order of ballots', () => {
    const input = inputOf(drawnPoll(rules, 60))
    const once = hashOf(input)
    for (let seed = 1; seed <= 20; seed += 1)
      expect(hashOf({ ...input, ballots: shuffled(input.ballots, seed) })).toBe(once)
  })

  it('has running totals that equal the recount at any moment, replaced ballots taken out again', () => {
    const { ballots, powers } = drawnPoll(rules, 40)
    const standing = Array.from({ length: WORKS }, (_, index) => index + 1)
    const running = new RunningTally(rules, standing)
    const lots = (number: number) => `${number}`
    ballots.forEach((ballot, index) => {
      running.take(ballot, powers.get(ballot.voter) ?? 0n)
      if (index % 8 !== 0) return
      const anew = new RunningTally(rules, standing)
      for (const before of shuffled(ballots.slice(0, index + 1), index))
        anew.take(before, powers.get(before.voter) ?? 0n)
      const { margin, ...count } = running.count(lots)
      const { margin: recounted, ...recount } = anew.count(lots)
      expect(count).toEqual(recount)
      expect(margin(places)).toBe(recounted(places))
    })
  })

  it('treats all works alike: renaming them renames the result', () => {
    if (method === 'pairwise') return // The queue follows from the numbers; its table is renamed below.
    const { ballots, powers } = drawnPoll(rules, 40)
    const renamed = (number: number) => WORKS + 1 - number
    const plain = new RunningTally(rules, [1, 2, 3, 4, 5, 6, 7, 8, 9])
    const mirror = new RunningTally(rules, [1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const { voter, sequence, numbers, values } of ballots) {
      const power = powers.get(voter) ?? 0n
      plain.take(countable(voter, { numbers, values }, sequence), power)
      mirror.take(countable(voter, { numbers: numbers.map(renamed), values }, sequence), power)
    }
    const lots = (number: number) => String(number)
    const mirrored = plain
      .count(lots)
      .ranking.map(({ number, ...row }) => ({ ...row, number: renamed(number) }))
    expect(mirror.count((number) => lots(renamed(number))).ranking.map(placed)).toEqual(mirrored.map(placed))
  })

  it('is another one for other votes, and fits the schema of a result', () => {
    const input = inputOf(drawnPoll(rules, 60))
    const other = inputOf(drawnPoll(rules, 60, 500))
    expect(hashOf(other)).not.toBe(hashOf(input))
    const result = tally(input)
    const whole = { protocol: rules.protocol, roundId: input.roundId, inputs: {}, ...result }
    expect(resultSchema.parse(whole)).toEqual(whole)
    expect(result.winners).toHaveLength(places)
    expect('count' in result).toBe(!['single', 'approval', 'weighted'].includes(method))
  })

  it('never ranks a voided work, and counts as if nobody had seen it', () => {
    const voids = [2, WORKS]
    const poll = { ...drawnPoll(rules, 60), voids }
    const result = tally(inputOf(poll))
    expect(result.voided).toEqual(voids)
    expect(orderOf(result).toSorted((a, b) => a - b)).toEqual([1, 3, 4, 5, 6, 7, 8])
    expect(canonicalText(result.count ?? null)).not.toMatch(/"(number|a|b)":[29][,}]/)
    // A duel is of two works, and credits stay spent.
    if (method === 'pairwise' || method === 'quadratic') return
    const ballots = poll.ballots.map((ballot) => ({
      ...ballot,
      numbers: ballot.numbers.filter((number) => !voids.includes(number)),
      values: ballot.values.filter((_, index) => !voids.includes(ballot.numbers[index] ?? 0)),
    }))
    expect(tally(inputOf({ ...poll, ballots })).ranking).toEqual(result.ranking)
  })

  it('counts nothing for nobody', () => {
    const result = tally(inputOf({ rules, ballots: [], powers: new Map() }))
    expect(result).toMatchObject({ winners: [], margin: null })
    expect(result.ranking.every(({ place, score }) => place === null && score === '0')).toBe(true)
  })
})

/** Places and scores; works that nobody supports stand by number and are left out. */
const placed = ({
  place,
  number,
  score,
  supporters,
  decidedBy,
}: ReturnType<typeof tally>['ranking'][number]) =>
  place === null ? null : { place, number, score, supporters, decidedBy }

describe.each(['single', 'approval', 'weighted', 'quadratic', 'score'] as const)('%s', (method) => {
  it('is monotone: more for a work never costs it places', () => {
    const rules = rulesBy(method)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: WORKS }),
        (from, favourite) => {
          const { ballots, powers } = drawnPoll(rules, 20, from)
          const whole = rules.method === 'weighted' ? [100] : rules.method === 'score' ? [5] : [1]
          const values = method === 'single' || method === 'approval' ? [] : whole
          const fan = countable(voterOf(99_999), { numbers: [favourite], values })
          const before = tally(inputOf({ rules, ballots, powers }))
          powers.set(fan.voter, 2n ** 61n)
          const after = tally(inputOf({ rules, ballots: [...ballots, fan], powers }))
          expect(orderOf(after).indexOf(favourite)).toBeLessThanOrEqual(orderOf(before).indexOf(favourite))
        },
      ),
      { numRuns: 50 },
    )
  })
})
