import { afterAll, beforeAll, expect, it } from 'vitest'
import { numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { findRound } from '#lib/rounds/data.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { addressOf, frozenRound } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { setVolunteers } from './set-volunteers.ts'

let instance: Instance
beforeAll(async () => {
  instance = await withInstance()
})
afterAll(() => instance.stop())

it('lets volunteers in and out again, by the director only and while works can come', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  expect(round.volunteers).toBe(false)
  const set = (on: boolean, who = 'director') =>
    setVolunteers(services, { id: round.roundId, on }, addressOf(who))
  await expect(set(true, 'eve')).rejects.toMatchObject({ code: 'not-director' })
  expect((await findRound(services.db, round.rowId))?.volunteers).toBe(false)
  expect((await set(true)).volunteers).toBe(true)
  expect((await set(false)).volunteers).toBe(false)
  await hangWorks(services, round.rowId, ['One'])
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  await expect(set(true)).rejects.toMatchObject({ code: 'round-state' })
})
