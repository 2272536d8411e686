import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { closingFor } from '#lib/flows/close/closing.ts'
import { winnersFor } from '#lib/flows/mint/winners.ts'
import { numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { openingFor } from '#lib/flows/open/opening.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import { chainTime } from '#lib/platform/move-clock.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { frozenRound, sendCall, signedBallot } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import type { SkipStage } from './schema.ts'
import { skipOffer, skipRound } from './skip-round.ts'

let instance: Instance
let round: Awaited<ReturnType<typeof frozenRound>>
beforeAll(async () => {
  instance = await withInstance()
  round = await frozenRound(instance, { one: 5n, two: 1n })
  await hangWorks(instance.services, round.rowId, ['One', 'Two'])
})
afterAll(() => instance.stop())

const seen = () => roundOnChain(instance.services, round.roundId)
const offer = () => skipOffer(instance.services, round.roundId)
const skip = (to: SkipStage) => {
  const time = chainTime(instance.control.chainId, instance.control.url)
  return skipRound(instance.services, time, { round: round.roundId, to, actor: 'visitor' })
}

async function vote(voter: string) {
  const answer = await acceptBallot(
    instance.services,
    round.roundId,
    await signedBallot(instance, round, voter, [1]),
  )
  if (answer.kind === 'refused') throw answer.error
}

it('offers only the end of briefs while nobody has opened the round', async () => {
  expect(await offer()).toEqual({ round: round.roundId, to: 'briefs-end', missed: [] })
  await expect(skip('opening')).rejects.toMatchObject({ code: 'round-state' })
  await skip('briefs-end')
  // From here it waits for its director: moving the clock on would cancel it.
  expect(await offer()).toBeNull()
})

it('goes on to the opening once the round is open on chain', async () => {
  await numberCandidates(instance.services, round.rowId)
  const opening = await openingFor(instance.services, round.roundId)
  await sendCall(instance, 'director', opening.call)
  const { candidateRoot, candidateCount } = opening
  round = { ...round, candidateRoot, candidateCount }
  expect((await offer())?.to).toBe('opening')
  await skip('opening')
  expect((await seen()).state).toBe('voting')
})

it('names the rounds that a skip would end', async () => {
  const other = await frozenRound(instance, { one: 5n }, { title: 'Filling slowly', votingSeconds: 7200 })
  expect(other.rules.opensAt).toBeLessThan(round.rules.closesAt)
  expect(await offer()).toEqual({ round: round.roundId, to: 'close', missed: ['Filling slowly'] })
})

it('anchors every ballot before it seals the log', async () => {
  await vote('one')
  await vote('two')
  await skip('close')
  const { state, facts, now } = await seen()
  expect(state).toBe('counting')
  expect(now).toBeGreaterThanOrEqual(round.rules.closesAt + round.rules.sealGrace)
  expect(facts.anchors.at(-1)?.size).toBe(2)
  expect((await countRound(instance.services, round.rowId)).kind).toBe('counted')
  expect(await offer()).toBeNull()
})

it('ends the challenge, and writes down who moved the clock', async () => {
  await sendCall(instance, 'director', (await closingFor(instance.services, round.roundId)).call)
  expect((await winnersFor(instance.services, round.roundId)).missing).toEqual(['challenge-running'])
  await skip('challenge-end')
  expect((await seen()).state).toBe('final')
  expect((await winnersFor(instance.services, round.roundId)).ready).toBe(true)
  const moves = await instance.services.db.auditEntry.count({
    where: { action: 'clock.move', actor: 'visitor' },
  })
  // One for each skip, and one more at the close.
  expect(moves).toBe(5)
})

it('refuses on any other chain, whatever the build is for', async () => {
  const services = { ...instance.services, chainId: 84_532 }
  expect(await skipOffer(services, round.roundId)).toBeNull()
  const time = { chainId: 84_532, setTime: () => Promise.reject(new Error('must not be called')) }
  const asked = { round: round.roundId, to: 'close', actor: 'visitor' } as const
  await expect(skipRound(services, time, asked)).rejects.toMatchObject({ code: 'clock-fixed' })
})
