import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEpoch, readImpressions } from '#lib/candidates/exposure/data.ts'
import { epochStep } from '#lib/candidates/exposure/mutations.ts'
import { readShapes } from '#lib/candidates/hang/data.ts'
import { votingRoundWith } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { recordImpressions } from './record-impressions.ts'

const TITLES = ['Low tide', 'High tide', 'Slack water']

let instance: Instance
let round: Awaited<ReturnType<typeof votingRoundWith>>
beforeAll(async () => {
  instance = await withInstance()
  round = await votingRoundWith(instance, { anna: 1n }, TITLES)
})
afterAll(() => instance.stop())

const look = (numbers: number[], client = 'direct') =>
  recordImpressions(instance.services, round.roundId, { numbers, client })
const seen = () => readImpressions(instance.services.db, round.rowId, TITLES.length)

it('counts looks from many places at once, each once', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, at) => look(at % 2 === 0 ? [1, 2] : [1, 3])))
  expect(await seen()).toEqual([12, 6, 6])
})

it('counts a work once for a client, and nothing that is no work of the round', async () => {
  expect(await look([1, 2, 4], '192.0.2.7')).toBe(2)
  expect(await look([1, 2, 3], '192.0.2.7')).toBe(1)
  expect(await look([1, 2, 3], '192.0.2.8')).toBe(3)
  expect(await look([4, 900], '192.0.2.9')).toBe(0)
  expect(await seen()).toEqual([14, 8, 8])
})

it('takes an epoch when enough was seen, and keeps it as it was', async () => {
  const { db } = instance.services
  const step = epochStep(TITLES.length)
  const epochs = () => db.exposure.findUnique({ where: { roundRowId: round.rowId } })
  while (((await epochs())?.epoch ?? 0) === 0) await look([3])
  expect((await epochs())?.total).toBe(BigInt(step))
  const first = { roundRowId: round.rowId, epoch: 1, count: TITLES.length }
  const taken = await readEpoch(db, first)
  expect(taken?.impressions.reduce((sum, one) => sum + one, 0)).toBe(step)
  await look([1])
  expect(await readEpoch(db, first)).toEqual(taken)
  expect(await readEpoch(db, { ...first, epoch: 2 })).toBeNull()
  expect(await readEpoch(db, { ...first, epoch: 0 })).toMatchObject({ impressions: [0, 0, 0] })
})

it('knows the shapes of all works, by number', async () => {
  const shapes = await readShapes(instance.services.db, round.rowId)
  expect(shapes.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(shapes.every(({ width, height }) => width > 0 && height > 0)).toBe(true)
})

it('counts nothing after the close', async () => {
  await instance.moveTo(round.rules.closesAt)
  await new Promise((wait) => setTimeout(wait, 1_100))
  const before = await seen()
  expect(await look([1])).toBe(0)
  expect(await seen()).toEqual(before)
})
