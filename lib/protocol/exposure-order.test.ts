import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EXPLORED_EVERY, exposureOrder } from './exposure-order.ts'

const ROUND = `0x${'5a'.repeat(32)}` as const
const dealOf = (value: number) => value.toString(16).padStart(4, '0')
const orderOf = (impressions: readonly number[], deal = 0, epoch = 0) =>
  exposureOrder({ roundId: ROUND, epoch, deal: dealOf(deal), impressions })
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

it('hangs every work once, the same way for the same deal', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 5_000_000 }), { maxLength: 80 }),
      fc.nat({ max: 65_535 }),
      (impressions, deal) => {
        const order = orderOf(impressions, deal)
        expect(order.toSorted((a, b) => a - b)).toEqual(upTo(impressions.length))
        expect(orderOf(impressions, deal)).toEqual(order)
      },
    ),
  )
})

it('is another one for another deal, epoch or round', () => {
  const impressions = upTo(200).map(() => 3)
  const other = exposureOrder({ roundId: `0x${'5b'.repeat(32)}`, epoch: 0, deal: '0000', impressions })
  const orders = [orderOf(impressions), orderOf(impressions, 1), orderOf(impressions, 0, 1), other]
  expect(new Set(orders.map(String)).size).toBe(orders.length)
})

it('leaves every fifth place to the lot, whatever was seen how often', () => {
  const favoured = orderOf(upTo(100).map((number) => (number <= 50 ? 0 : 1_000_000)))
  const byLot = favoured.filter((_, place) => (place + 1) % EXPLORED_EVERY === 0).slice(0, 8)
  const byNeed = favoured.filter((_, place) => (place + 1) % EXPLORED_EVERY !== 0).slice(0, 32)
  expect(byNeed.every((number) => number <= 50)).toBe(true)
  // The lot does not look: some of its works were seen a million times.
  expect(byLot.some((number) => number > 50)).toBe(true)
})

it('does not depend on how often all were seen together', () => {
  const impressions = upTo(60).map((number) => number % 7)
  expect(orderOf(impressions.map((seen) => seen + 1_000))).toEqual(orderOf(impressions))
})

/** Visitors who look at the first works of their deal; the record is taken anew after so many impressions. */
function visit({ works, visitors, each, step }: Record<'works' | 'visitors' | 'each' | 'step', number>) {
  const seen = upTo(works).map(() => 0)
  let recorded = [...seen]
  let epoch = 0
  let since = 0
  for (let visitor = 0; visitor < visitors; visitor += 1) {
    for (const number of orderOf(recorded, visitor, epoch).slice(0, each))
      seen[number - 1] = (seen[number - 1] ?? 0) + 1
    since += each
    if (since < step) continue
    recorded = [...seen]
    epoch += 1
    since = 0
  }
  return { least: Math.min(...seen), most: Math.max(...seen), mean: (visitors * each) / works }
}

it('shows every work about as often as any other', () => {
  const { least, most, mean } = visit({ works: 350, visitors: 175, each: 40, step: 75 })
  expect(mean).toBe(20)
  expect(least).toBeGreaterThanOrEqual(0.7 * mean)
  expect(most).toBeLessThanOrEqual(1.4 * mean)
})

it('is the one that docs/exposure.md writes down', () => {
  const dealt = { roundId: ROUND, deal: '3f9a' }
  const [none, some] = [upTo(12).map(() => 0), [9, 0, 4, 4, 1, 30, 2, 2, 0, 5, 12, 3]]
  expect(exposureOrder({ ...dealt, epoch: 0, impressions: none }).join(' ')).toBe(
    '10 4 9 5 2 8 6 11 3 7 1 12',
  )
  expect(exposureOrder({ ...dealt, epoch: 7, impressions: some }).join(' ')).toBe(
    '9 12 2 5 6 1 3 7 8 11 4 10',
  )
})
