import { afterAll, beforeAll, expect, it } from 'vitest'
import { numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { roundBudget } from '#lib/generation/executions/data.ts'
import { DEFAULT_POLICY } from '#lib/generation/routing/policy.ts'
import { findRound } from '#lib/rounds/data.ts'
import { routingSchema, type SetRouting } from '#lib/rounds/schema.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { addressOf, frozenRound } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { setRouting } from './set-routing.ts'

let instance: Instance
beforeAll(async () => {
  instance = await withInstance()
})
afterAll(() => instance.stop())

it('says what a round asks of providers, by the director only and while works can come', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  expect(round.routing).toEqual(DEFAULT_POLICY)
  const { roundId: id, rowId } = round
  const own = {
    prefer: { cost: 600, speed: 400, quality: 0 },
    privacy: 'provider',
    outputs: 'any-use',
    without: ['aihorde'],
  } satisfies Omit<SetRouting, 'id' | 'budgetMicroUsd'>
  const set = (change: Partial<SetRouting>, who = 'director') =>
    setRouting(services, { id, ...own, budgetMicroUsd: 5_000_000, ...change }, addressOf(who))
  const now = async () => ({
    routing: (await findRound(services.db, rowId))?.routing,
    limit: (await roundBudget(services.db, rowId)).limitMicroUsd,
  })

  await expect(set({}, 'eve')).rejects.toMatchObject({ code: 'not-director' })
  expect(await now()).toEqual({ routing: DEFAULT_POLICY, limit: null })
  expect((await set({})).routing).toEqual(own)
  expect(await now()).toEqual({ routing: own, limit: 5_000_000 })
  await set({ ...DEFAULT_POLICY, budgetMicroUsd: null })
  expect(await now()).toEqual({ routing: DEFAULT_POLICY, limit: null })
  const told = await services.db.auditEntry.findMany({
    where: { subject: rowId, action: { in: ['round.routing', 'round.budget'] } },
    orderBy: { id: 'asc' },
  })
  expect(told.map(({ action }) => action)).toEqual([
    'round.routing',
    'round.budget',
    'round.routing',
    'round.budget',
  ])

  await hangWorks(services, rowId, ['One'])
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, rowId)
  await expect(set({})).rejects.toMatchObject({ code: 'round-state' })
  expect(await now()).toEqual({ routing: DEFAULT_POLICY, limit: null })
})

it('takes the whole of it, and no weights that weigh nothing', () => {
  const id = `0x${'1'.repeat(64)}`
  const whole = { id, ...DEFAULT_POLICY, budgetMicroUsd: null }
  expect(routingSchema.safeParse(whole).success).toBe(true)
  const { outputs: _left, ...part } = whole
  expect(routingSchema.safeParse(part).success).toBe(false)
  for (const change of [
    { prefer: { cost: 0, speed: 0, quality: 0 } },
    { prefer: 'dearest' },
    { budgetMicroUsd: -1 },
    { budgetMicroUsd: 0.5 },
  ])
    expect(routingSchema.safeParse({ ...whole, ...change }).success).toBe(false)
})
