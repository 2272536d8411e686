import { afterAll, beforeAll, expect, it } from 'vitest'
import { endMissed, numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { openingFor } from '#lib/flows/open/opening.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import { dueRounds } from '#lib/flows/sweep/due-rounds.ts'
import { roundIdOf } from '#lib/protocol/rules.ts'
import { findRound } from '#lib/rounds/data.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { addressOf, frozenRound, sendCall } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { cancelRound, freezeRound } from './freeze-round.ts'

let instance: Instance
beforeAll(async () => {
  instance = await withInstance()
})
afterAll(() => instance.stop())

const director = addressOf('director')

it('freezes once, and only for the director', async () => {
  const round = await frozenRound(instance, { anna: 1n })
  expect(roundIdOf(round.rules)).toBe(round.roundId)
  expect(round.rulesText).toContain('"protocol":"verso/1"')
  await expect(freezeRound(instance.services, round.rowId, director)).rejects.toMatchObject({
    code: 'round-frozen',
  })
  const stranger = cancelRound(instance.services, { id: round.roundId, reason: 'No.' }, addressOf('eve'))
  await expect(stranger).rejects.toMatchObject({ code: 'not-director' })
})

it('freezes the limits of a method, and refuses by field what it does not allow', async () => {
  const points = await frozenRound(instance, { anna: 1n }, { method: 'score', maxScore: 7 })
  expect(points.rules).toMatchObject({ method: 'score', limits: { maxScore: 7, maxChoices: 40 } })
  const crowd = frozenRound(instance, { anna: 1n }, { method: 'ranked', maxCandidates: 201 })
  await expect(crowd).rejects.toMatchObject({
    code: 'rules-invalid',
    fields: { maxCandidates: expect.stringContaining('at most 200 works') },
  })
})

it('tells the director what is missing until the round can be opened', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  expect((await openingFor(services, round.roundId)).missing).toEqual(['submissions-running'])
  await numberCandidates(services, round.rowId)
  expect((await findRound(services.db, round.rowId))?.candidateRoot).toBeNull()
  await instance.moveTo(round.rules.submissionsCloseAt)
  expect((await openingFor(services, round.roundId)).missing).toEqual(['not-numbered'])
  await numberCandidates(services, round.rowId)
  expect((await openingFor(services, round.roundId)).missing).toEqual(['no-candidates'])
})

it('cancels until the opening, and never after it', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  await hangWorks(services, round.rowId, ['One'])
  const second = await frozenRound(instance, { anna: 1n })
  await cancelRound(services, { id: second.roundId, reason: 'We start again.' }, director)
  expect((await roundOnChain(services, second.roundId)).state).toBe('cancelled')
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  await sendCall(instance, 'director', (await openingFor(services, round.roundId)).call)
  const late = cancelRound(services, { id: round.roundId, reason: 'Too late.' }, director)
  await expect(late).rejects.toMatchObject({ code: 'round-state' })
  expect((await openingFor(services, round.roundId)).missing).toEqual(['opened'])
})

it('ends a round that nobody opened in time, once the chain has passed the moment', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  await hangWorks(services, round.rowId, ['One'])
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  const before = round.rules.opensAt - 1
  await instance.moveTo(round.rules.opensAt)
  const mine = async (chainTime: number) =>
    (await dueRounds(services, chainTime)).filter(({ rowId }) => rowId === round.rowId)
  expect(await mine(before)).toEqual([])
  expect(await mine(round.rules.opensAt)).toEqual([{ job: 'end-missed', rowId: round.rowId }])
  expect(await endMissed(services, round.rowId)).toBe(true)
  expect(await endMissed(services, round.rowId)).toBe(false)
  expect(await findRound(services.db, round.rowId)).toMatchObject({
    status: 'cancelled',
    cancelReason: 'open-missed',
  })
  expect((await openingFor(services, round.roundId)).missing).toEqual(['cancelled'])
})
