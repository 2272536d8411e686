import { createTestClient, http } from 'viem'
import { anvil } from 'viem/chains'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import { dueRounds } from '#lib/flows/sweep/due-rounds.ts'
import { signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { anchorHead } from './anchor-head.ts'

let instance: Instance
let round: Awaited<ReturnType<typeof votingRoundWith>>
beforeAll(async () => {
  instance = await withInstance()
  round = await votingRoundWith(instance, { anna: 1n }, ['One'])
})
afterAll(() => instance.stop())

async function vote(voter: string) {
  const post = await signedBallot(instance, round, voter, [1])
  const answer = await acceptBallot(instance.services, round.roundId, post)
  if (answer.kind === 'refused') throw answer.error
}

const anchor = () => anchorHead(instance.services, round.rowId)
const anchoredSizes = async () =>
  (await roundOnChain(instance.services, round.roundId)).facts.anchors.map(({ size }) => size)
const jobs = async () => {
  const { timestamp } = await instance.client.getBlock()
  return (await dueRounds(instance.services, Number(timestamp))).map(({ job }) => job)
}
const control = () => createTestClient({ chain: anvil, mode: 'anvil', transport: http(instance.control.url) })

it('anchors at each interval in which the log grew, once, whoever asks', async () => {
  expect(await anchor()).toBe('nothing-to-anchor')
  await vote('one')
  expect(await anchor()).toBe('not-due')
  expect(await jobs()).toEqual([])
  await instance.moveTo((await instance.now()) + round.rules.headInterval)
  expect(await jobs()).toEqual(['anchor-head'])
  const outcomes = await Promise.all([anchor(), anchor(), anchor()])
  expect(outcomes.filter((outcome) => outcome === 'anchored').length).toBeGreaterThan(0)
  expect(await anchoredSizes()).toEqual([1])
  expect(await instance.client.getTransactionCount({ address: instance.services.operator().address })).toBe(1)
})

it('sends again what a reorganisation removed', async () => {
  await vote('two')
  await instance.moveTo((await instance.now()) + round.rules.headInterval)
  await anchor()
  expect(await anchoredSizes()).toEqual([1, 2])
  const head = await instance.client.getBlockNumber()
  await control().request({ method: 'anvil_rollback' as never, params: [1] as never })
  expect(await instance.client.getBlockNumber()).toBe(head - 1n)
  await followChain(instance.services)
  expect(await anchoredSizes()).toEqual([1])
  await instance.moveTo((await instance.now()) + round.rules.headInterval)
  expect(await anchor()).toBe('anchored')
  expect(await anchoredSizes()).toEqual([1, 2])
})

it('seals at the close and leaves the counting to whoever is due, until the grace is over', async () => {
  await vote('three')
  await instance.moveTo(round.rules.closesAt)
  expect(await jobs()).toEqual(['anchor-head'])
  await anchor()
  expect(await jobs()).toEqual([])
  await instance.moveTo(round.rules.closesAt + round.rules.sealGrace)
  expect(await jobs()).toEqual([])
  await instance.control.mine()
  expect(await jobs()).toEqual(['close-round'])
  expect(await anchoredSizes()).toEqual([1, 2, 3])
})
