import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Judged } from '#components/voting/ballot/duel-sitting.ts'
import type { DuelAnswer } from '#lib/protocol/pair-queue.ts'
import { impliedOrder, settledShare } from './implied-order.ts'

const duel = (low: number, high: number, answer: DuelAnswer): Judged => ({ low, high, answer })
const rangesOf = (judged: readonly Judged[]) =>
  Object.fromEntries(impliedOrder(judged).placed.map(({ number, from, to }) => [number, [from, to]]))

const duels = fc
  .uniqueArray(
    fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
      .filter(([one, other]) => one < other),
    { selector: String, maxLength: 20 },
  )
  .chain((pairs) =>
    fc.tuple(
      ...pairs.map(([low, high]) =>
        fc
          .constantFrom<DuelAnswer>('low', 'high', 'tied', 'skipped')
          .map((answer) => duel(low, high, answer)),
      ),
    ),
  )

describe('the order that answers imply', () => {
  it('goes through others', () => {
    const chain = [duel(1, 2, 'low'), duel(2, 3, 'low'), duel(3, 4, 'low')]
    const { placed, pairs, decided } = impliedOrder(chain)
    expect(placed.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect([pairs, decided]).toEqual([6, 6])
    expect(rangesOf(chain)).toEqual({ 1: [1, 1], 2: [2, 2], 3: [3, 3], 4: [4, 4] })
  })

  it('leaves open what nobody compared', () => {
    const star = [duel(1, 2, 'low'), duel(1, 3, 'low'), duel(1, 4, 'low')]
    expect(impliedOrder(star)).toMatchObject({ pairs: 6, decided: 3 })
    expect(settledShare(impliedOrder(star))).toBe(0.5)
    expect(rangesOf(star)).toEqual({ 1: [1, 1], 2: [2, 4], 3: [2, 4], 4: [2, 4] })
  })

  it('takes equals together, and what beats one of them beats the other', () => {
    const tied = [duel(1, 2, 'tied'), duel(2, 3, 'high'), duel(1, 4, 'low')]
    expect(impliedOrder(tied)).toMatchObject({ pairs: 6, decided: 6 })
    expect(rangesOf(tied)).toEqual({ 3: [1, 1], 1: [2, 3], 2: [2, 3], 4: [4, 4] })
  })

  it('decides nothing inside a circle', () => {
    const circle = [duel(1, 2, 'low'), duel(2, 3, 'low'), duel(1, 3, 'high'), duel(3, 4, 'low')]
    expect(impliedOrder(circle)).toMatchObject({ pairs: 6, decided: 3, circled: 3 })
    expect(impliedOrder([...circle, duel(1, 5, 'low')]).placed[0]?.number).toBe(1)
    expect(rangesOf(circle)).toEqual({ 1: [1, 3], 2: [1, 3], 3: [1, 3], 4: [4, 4] })
    const broken = [duel(1, 2, 'tied'), duel(2, 3, 'low'), duel(1, 3, 'high')]
    expect(impliedOrder(broken)).toMatchObject({ pairs: 3, decided: 0, circled: 3 })
  })

  it('knows nothing of what was skipped, and nothing at the start', () => {
    expect(impliedOrder([duel(1, 2, 'skipped')])).toEqual({ placed: [], pairs: 0, decided: 0, circled: 0 })
    expect(settledShare(impliedOrder([]))).toBe(0)
  })

  it('agrees with itself for whatever is answered', () => {
    fc.assert(
      fc.property(duels, (judged) => {
        const { placed, pairs, decided } = impliedOrder(judged)
        expect(decided).toBeGreaterThanOrEqual(0)
        expect(decided).toBeLessThanOrEqual(pairs)
        const place = new Map(placed.map((work, index) => [work.number, { ...work, index }]))
        for (const { from, to } of placed) expect(from).toBeLessThanOrEqual(to)
        for (const { low, high, answer } of judged) {
          const [one, other] = [place.get(low), place.get(high)]
          if (!one || !other || (answer !== 'low' && answer !== 'high')) continue
          const [winner, loser] = answer === 'low' ? [one, other] : [other, one]
          // In a circle both have the same range; everywhere else the winner's is higher.
          const inCircle = winner.from === loser.from && winner.to === loser.to
          expect(inCircle || winner.index < loser.index).toBe(true)
        }
      }),
    )
  })
})
