import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routingSchema } from '#lib/rounds/schema.ts'
import { type RoutingValues, routingInput, routingValues } from './routing-input.ts'

const VALUES: RoutingValues = {
  prefer: 'cheapest',
  cost: '40',
  speed: '30',
  quality: '30',
  privacy: 'strangers',
  outputs: 'any',
  without: '',
  budget: '',
}
const id = `0x${'1'.repeat(64)}`

describe('the budget of a round', () => {
  it.each([
    ['', null],
    [' ', null],
    ['0', 0],
    ['5', 5_000_000],
    ['$12.50', 12_500_000],
    ['12,5', 12_500_000],
    ['0.000001', 1],
  ])('“%s” is %o millionths', (budget, budgetMicroUsd) =>
    expect(routingInput({ ...VALUES, budget })).toMatchObject({ ok: true, input: { budgetMicroUsd } }),
  )

  it.each(['-1', 'five', '1.234.567', '1,000.50', '12345678', '0.0000001', '1e3'])('“%s” is none', (budget) =>
    expect(routingInput({ ...VALUES, budget })).toEqual({
      ok: false,
      errors: { budget: 'Dollars, as in 12.50. Empty: no bound.' },
    }),
  )
})

describe('own weights', () => {
  const own = (change: Partial<RoutingValues>) => routingInput({ ...VALUES, prefer: 'own', ...change })
  it('count to a thousandth, and an empty one counts for nothing', () => {
    expect(own({ cost: '70', speed: '2,5', quality: '' })).toMatchObject({
      input: { prefer: { cost: 700, speed: 25, quality: 0 } },
    })
  })
  it.each([
    [{ cost: '101' }, { cost: 'From 0 to 100.' }],
    [{ quality: 'much' }, { quality: 'From 0 to 100.' }],
    [{ cost: '0', speed: '', quality: '0' }, { cost: 'At least one of the three counts.' }],
  ])('%j is told by field', (change, errors) => expect(own(change)).toEqual({ ok: false, errors }))
  it('are not read where a round asks for one thing', () => {
    expect(routingInput({ ...VALUES, cost: 'much' })).toMatchObject({
      ok: true,
      input: { prefer: 'cheapest' },
    })
  })
})

it('what was set comes back as it was, and the border takes it', () => {
  const permille = fc.integer({ min: 0, max: 1000 })
  const prefer = fc.oneof(
    fc.constantFrom('cheapest' as const, 'fastest' as const, 'best' as const),
    fc
      .record({ cost: permille, speed: permille, quality: permille })
      .filter(({ cost, speed, quality }) => cost + speed + quality > 0),
  )
  fc.assert(
    fc.property(
      fc.record({
        prefer,
        privacy: fc.constantFrom('this-server' as const, 'provider' as const, 'strangers' as const),
        outputs: fc.constantFrom('any' as const, 'any-use' as const),
        without: fc.uniqueArray(fc.constantFrom('fal', 'aihorde', 'comfyui-home')),
      }),
      fc.option(fc.integer({ min: 0, max: 1_000_000_000_000 })),
      (routing, budgetMicroUsd) => {
        const read = routingInput(routingValues(routing, budgetMicroUsd))
        expect(read).toEqual({ ok: true, input: { ...routing, budgetMicroUsd } })
        if (read.ok) expect(routingSchema.safeParse({ id, ...read.input }).success).toBe(true)
      },
    ),
  )
})
