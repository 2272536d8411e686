import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type DuelAnswer, type Pair, pairQueue } from '#lib/protocol/pair-queue.ts'
import { addressOf, sampleChoiceContext } from '#lib/protocol/verify/sample-facts.ts'
import { choicesOfDuels, duelOf, pairwiseSpelling as pairwise } from './pairwise-spelling.ts'

const refusal = (code: string) => expect.objectContaining({ code })
const ANSWERS: DuelAnswer[] = ['low', 'high', 'tied', 'skipped']
const answers = fc.array(fc.constantFrom(...ANSWERS), { maxLength: 80 })
const WORKS = 12

const seedOf = (candidateCount = WORKS, voter = addressOf('ada')) => {
  const { roundId, openingBlock } = sampleChoiceContext({}, candidateCount)
  return { roundId, openingBlock: openingBlock ?? `0x${'00'.repeat(32)}`, voter, candidateCount } as const
}

/** The first duels of a queue with these answers. */
function play(given: readonly DuelAnswer[], seed = seedOf()): { pair: Pair; answer: DuelAnswer }[] {
  const queue = pairQueue(seed)
  const played: { pair: Pair; answer: DuelAnswer }[] = []
  let next = queue.next()
  for (const answer of given) {
    if (next.done) break
    played.push({ pair: next.value, answer })
    next = queue.next(answer)
  }
  return played
}

const textOf = (given: readonly DuelAnswer[], seed = seedOf()) =>
  pairwise.format(choicesOfDuels(play(given, seed).map(({ pair, answer }) => duelOf(pair, answer))))

describe('the queue of duels', () => {
  test('shows every work once in a lap, the winner staying', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<DuelAnswer>('low', 'high'), { minLength: 11, maxLength: 11 }),
        (given) => {
          const played = play(given)
          const seen = new Set(played.flatMap(({ pair }) => [pair.low, pair.high]))
          expect(seen.size).toBe(WORKS)
          played.slice(1).forEach(({ pair }, index) => {
            const before = played[index]
            const winner = before?.answer === 'low' ? before.pair.low : before?.pair.high
            expect([pair.low, pair.high]).toContain(winner)
          })
        },
      ),
    )
  })

  test('never asks for two works again, and ends when all have met', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom(...ANSWERS)), (given) => {
        const queue = pairQueue(seedOf(7))
        const met = new Set<string>()
        for (let next = queue.next(); !next.done; next = queue.next(given.next().value ?? 'tied')) {
          expect(next.value.low).toBeLessThan(next.value.high)
          met.add(`${next.value.low} ${next.value.high}`)
        }
        expect(met.size).toBe(21)
      }),
    )
  })

  test('keeps the one that was there after a tie, and sends both away after a skip', () => {
    const [first, tied, skipped] = play(['low', 'tied', 'skipped', 'low'])
      .slice(0, 4)
      .map(({ pair }) => pair)
    const fourth = play(['low', 'tied', 'skipped', 'low'])[3]?.pair
    expect([tied?.low, tied?.high]).toContain(first?.low)
    expect([skipped?.low, skipped?.high]).toContain(first?.low)
    const away = [skipped?.low, skipped?.high]
    expect(away).not.toContain(fourth?.low)
    expect(away).not.toContain(fourth?.high)
  })

  test('is another one for another voter and another opening, and the same one again', () => {
    const ties = Array<DuelAnswer>(20).fill('tied')
    const text = textOf(ties, seedOf(40))
    expect(textOf(ties, seedOf(40))).toBe(text)
    expect(textOf(ties, seedOf(40, addressOf('ben')))).not.toBe(text)
    expect(textOf(ties, { ...seedOf(40), openingBlock: `0x${'b2'.repeat(32)}` })).not.toBe(text)
  })

  test('draws each order as often as another', () => {
    const firsts = new Map<string, number>()
    for (let index = 0; index < 1200; index += 1) {
      const voter = `0x${index.toString(16).padStart(40, '0')}` as const
      const [first] = play(['tied'], seedOf(4, voter))
      const key = `${first?.pair.low} ${first?.pair.high}`
      firsts.set(key, (firsts.get(key) ?? 0) + 1)
    }
    expect(firsts.size).toBe(6)
    // 200 of each on average; five standard deviations are 65.
    for (const count of firsts.values()) expect(Math.abs(count - 200)).toBeLessThan(70)
  })
})

describe('pairwise choices', () => {
  const context = sampleChoiceContext({ maxChoices: 80 }, WORKS)

  it('reads what it writes, whatever the answers', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const text = textOf(given)
        const read = pairwise.parse(text, context)
        expect(pairwise.format(read)).toBe(text)
        expect(read.values).toHaveLength(play(given).length)
      }),
    )
  })

  it('takes a beginning of the queue only', () => {
    const text = textOf(['low', 'tied', 'high', 'skipped', 'low'])
    const duels = text.split(' ')
    expect(pairwise.parse(duels.slice(0, 2).join(' '), context).values).toHaveLength(2)
    expect(() => pairwise.parse(duels.slice(1).join(' '), context)).toThrow(refusal('choices-queue'))
    expect(() => pairwise.parse([duels[1], duels[0]].join(' '), context)).toThrow(refusal('choices-queue'))
    const without = [...duels.slice(0, 2), ...duels.slice(3)].join(' ')
    expect(() => pairwise.parse(without, context)).toThrow(refusal('choices-queue'))
  })

  it('takes nothing from the queue of somebody else, or without the opening', () => {
    const text = textOf(['low', 'low', 'low', 'low'])
    expect(() => pairwise.parse(text, { ...context, voter: addressOf('ben') })).toThrow(
      refusal('choices-queue'),
    )
    expect(() => pairwise.parse(text, { ...context, openingBlock: null })).toThrow(refusal('choices-queue'))
  })

  it.each([
    ['choices-malformed', '#1'],
    ['choices-malformed', '#1>#2>#3'],
    ['choices-malformed', '#1 > #2'],
    ['choices-malformed', '#1<#2'],
    ['choices-duplicate', '#4=#4'],
    ['choices-order', '#5=#4'],
    ['choices-order', '#5?#4'],
    ['choices-unknown', '#4>#13'],
    ['choices-too-many', '#1>#2 #2>#3 #3>#4'],
  ])('refuses with %s: %j', (code, text) => {
    expect(() => pairwise.parse(text, sampleChoiceContext({ maxChoices: 2 }, WORKS))).toThrow(refusal(code))
  })
})
