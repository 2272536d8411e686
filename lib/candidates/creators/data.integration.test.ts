import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { creatorOf, type Generation, signBrief, withGeneration } from '#scripts/testing/with-generation.ts'
import { readCreator } from './data.ts'

let world: Generation
beforeAll(async () => {
  world = await withGeneration()
})
afterAll(() => world.close())

const addressOf = (name: string) => creatorOf(name).address.toLowerCase() as `0x${string}`

async function hang(by: string, prompts: readonly string[], creatorName = by) {
  const round = await world.openRound()
  for (const prompt of prompts) {
    const signed = await signBrief(round, { prompt }, { by })
    await submitBrief(
      world.services,
      { roundId: round.roundId, signed: { ...signed, creatorName } },
      addressOf(by),
    )
    expect((await world.work()).at(-1)).toBe('admit passed')
    await world.moveClock(Math.floor(Date.now() / 1000) + 1)
  }
  return round
}

it('a creator’s works hang together across rounds, the newest first, and nobody else’s', async () => {
  const first = await hang('ada', ['A woodcut of three hills', 'Strata with one bright seam'])
  const second = await hang('ada', ['Waterlines of an island'], 'Ada L.')
  await hang('bob', ['Weave of red threads'])
  const { db } = world
  const ada = await readCreator(db, { address: addressOf('ada'), take: 9 })
  const ids = [first, second].map(({ roundId }) => `small-hours-${roundId.slice(2, 10)}`)
  expect(ada).toMatchObject({
    address: addressOf('ada'),
    name: 'Ada L.',
    otherNames: ['ada'],
    workCount: 3,
    roundCount: 2,
  })
  expect(ada?.works.map(({ round }) => round.slug)).toEqual([ids[1], ids[0], ids[0]])
  expect(ada?.works.every(({ work }) => work.creator === addressOf('ada'))).toBe(true)
  expect((await readCreator(db, { address: addressOf('bob'), take: 9 }))?.otherNames).toEqual([])
  const newest = await readCreator(db, { address: addressOf('ada'), take: 1 })
  expect(newest?.works).toEqual(ada?.works.slice(0, 1))
  expect(newest?.workCount).toBe(3)
  expect(await readCreator(db, { address: addressOf('eve'), take: 9 })).toBeNull()
})

it('a brief whose pictures were turned away gives its creator no page', async () => {
  const base = (await world.openRound()).rules.gates
  const gates = base.map((gate) => (gate.id === 'size' ? { ...gate, threshold: 2_000 } : gate))
  const round = await world.openRound({ gates })
  const signed = await signBrief(round, { prompt: 'Waterlines of an island' }, { by: 'mallory' })
  await submitBrief(world.services, { roundId: round.roundId, signed }, addressOf('mallory'))
  expect((await world.work()).at(-1)).toBe('admit refused')
  expect(await readCreator(world.db, { address: addressOf('mallory'), take: 9 })).toBeNull()
})
