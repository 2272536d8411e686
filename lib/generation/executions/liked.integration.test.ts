import { afterEach, expect, it } from 'vitest'
import { openRoutingFeed } from '#lib/flows/generate/routing-feed.ts'
import { write } from '#lib/flows/services.ts'
import { simProvider } from '#lib/generation/providers/sim.ts'
import { type Drill, openDrill, smallPicture } from '#scripts/testing/drill.ts'
import { recordLiked } from './mutations.ts'

let drill: Drill | undefined
afterEach(async () => {
  await drill?.close()
})

it('what voters put in the better half of a counted round is learned once, and a recount is on record', async () => {
  const clock = { nowMs: Date.now() }
  const common = { costMicroUsd: 0, latencyMs: 1_000, now: () => clock.nowMs, picture: smallPicture }
  const providers = ['one', 'two'].map((id) => simProvider({ id, ...common }))
  drill = await openDrill({ clock, providers })
  const { services, round } = drill
  for (const provider of ['one', 'two']) await drill.ask(`a lamp by ${provider}`, 2, provider)
  await drill.run()
  const works = await services.db.candidate.findMany({
    where: { roundRowId: round.rowId },
    include: { task: { select: { provider: true } } },
    orderBy: { task: { provider: 'asc' } },
  })
  for (const [index, { id }] of works.entries())
    await services.db.candidate.update({ where: { id }, data: { number: index + 1 } })
  const feed = openRoutingFeed(services)
  const vote = async (ranking: number[]) => {
    const input = { roundRowId: round.rowId, ranking }
    await write(services, 'worker', (ctx) => recordLiked({ ctx, input }))
    feed.ended()
    await feed.refresh()
    const told = ['one', 'two'].map((id) => feed.router.recordOf(id))
    return told.map((record) => [Math.round(record?.liked ?? -1), Math.round(record?.disliked ?? -1)])
  }
  expect(works.map(({ task }) => task.provider)).toEqual(['one', 'one', 'two', 'two'])
  expect(await vote([1, 2, 3, 4])).toEqual([
    [2, 0],
    [0, 2],
  ])
  expect(await vote([1, 2, 3, 4])).toEqual([
    [2, 0],
    [0, 2],
  ])
  await vote([3, 4, 1, 2])
  const rows = await services.db.execution.findMany({ orderBy: { provider: 'asc' }, select: { liked: true } })
  expect(rows.map(({ liked }) => liked)).toEqual([false, false, true, true])
})
