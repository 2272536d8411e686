import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectBlobs } from '#lib/flows/collect/collect-blobs.ts'
import { contentOf } from '#lib/flows/publish/content.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { s3Storage } from '#lib/platform/s3-storage.ts'
import { type S3Peer, s3Peer } from '#scripts/testing/peers/s3-peer.ts'
import { creatorOf, type Generation, signBrief, withGeneration } from '#scripts/testing/with-generation.ts'

let peer: S3Peer
let world: Generation
beforeAll(async () => {
  peer = await s3Peer()
  world = await withGeneration()
  const storage = s3Storage(peer.settings, { tries: 4, silenceMs: 2_000, pauseMs: 1 })
  Object.assign(world.services, { storage })
})
afterAll(() => Promise.all([world.close(), peer.stop()]))

it('makes pictures of a brief in a bucket that is often away, and loses none when it is collected', async () => {
  const round = await world.openRound()
  const signed = await signBrief(round, { prompt: 'Low tide', count: 2 })
  const away = { kind: 'answer', status: 503, code: 'SlowDown' } as const
  peer.faults.push(away, { kind: 'reset', done: true }, { kind: 'silence' })
  await submitBrief(
    world.services,
    { roundId: round.roundId, signed },
    creatorOf('ada').address.toLowerCase(),
  )
  peer.faults.push({ kind: 'answer', status: 500, code: 'InternalError' }, { kind: 'half', after: 'reset' })
  const outcomes = await world.work()
  expect(outcomes.filter((outcome) => outcome === 'admit passed')).toHaveLength(2)
  const reads = { db: world.db, storage: world.services.storage }
  const assets = await world.db.asset.findMany()
  expect(assets).toHaveLength(2)
  for (const { contentCid, byteLength, mime } of assets) {
    const found = await contentOf(reads, contentCid)
    expect(found).toMatchObject({ size: byteLength, mime })
    expect((await new Response(found?.stream()).arrayBuffer()).byteLength).toBe(byteLength)
  }
  const stored = peer.blobs.size
  const orphan = await reads.storage.put(new TextEncoder().encode('of nobody'))
  for (const name of peer.blobs.keys()) peer.age(name.slice(peer.settings.prefix.length), 30 * 86_400_000)
  const found = await collectBlobs(reads, { now: new Date(), isDelete: true })
  expect(found).toMatchObject({ named: { blobs: stored }, deleted: { blobs: 1 } })
  expect([await reads.storage.has(orphan), peer.blobs.size]).toEqual([false, stored])
}, 60_000)
