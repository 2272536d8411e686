import { randomBytes, randomUUID } from 'node:crypto'
import { DEFAULT_GATES, judge } from '#lib/critique/registry.ts'
import type { Services } from '#lib/flows/services.ts'
import { promptHashOf } from '#lib/protocol/brief.ts'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import { metadataHashOf } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { accountOf } from './with-instance.ts'

function recipeOf(title: string) {
  return {
    template: { id: 'plain', version: '1', text: title },
    traits: [],
    seed: '1',
    model: { id: 'procedural', version: '1', weightsHash: null },
    loras: [],
    parameters: {},
    inputs: [],
    parents: [],
    licence: 'CC-BY-4.0',
    brief: `0x${'b1'.repeat(32)}` as const,
    width: 8,
    height: 8,
  }
}

const random32 = () => `0x${randomBytes(32).toString('hex')}`

/** What the gates find in a white sheet, where nothing is asked of it. */
function verdictsOn(contentHash: FileHash) {
  const pixels = { width: 8, height: 8, rgba: new Uint8Array(8 * 8 * 4).fill(255) }
  const sheet = { contentHash, mime: 'image/png', byteLength: 1, pixels, pixelHash: null, twin: null }
  return judge(
    sheet,
    DEFAULT_GATES.map((rule) => ({ ...rule, threshold: 0 })),
  )
}

type Store = Pick<Services, 'db' | 'storage'>

async function storePicture({ db, storage }: Store, title: string) {
  const bytes = utf8(`the picture called ${title}`)
  const contentHash = fileHashOf(bytes)
  await storage.put(bytes)
  const contentCid = await contentCidOf(bytes)
  const shape = { mime: 'image/png', byteLength: bytes.length, width: 8, height: 8 }
  const pixels = { pixelHash: contentHash, thumbhash: new Uint8Array([1]), renditions: [] }
  const create = { contentHash, contentCid, ...shape, ...pixels }
  await db.asset.upsert({ where: { contentHash }, create, update: {} })
  return contentHash
}

/** Admits works without rendering them: bytes stand in for pictures, everything else is as it would be. */
export async function hangWorks(store: Store, roundRowId: string, titles: readonly string[]): Promise<void> {
  const { db, storage } = store
  const creator = accountOf('creator').address.toLowerCase() as `0x${string}`
  const by = { creator, creatorName: 'Ada' }
  const licence = 'CC-BY-4.0'
  const signed = {
    digest: random32(),
    nonce: random32(),
    signature: `0x${'00'.repeat(65)}`,
    promptHash: promptHashOf('works'),
    prompt: 'works',
  }
  const words = { style: '', traits: '', licence, royaltyReceiver: creator, provider: 'procedural' }
  const times = { deadline: 0n, acceptedAt: 0n }
  const brief = await db.brief.create({
    data: { roundRowId, ...by, count: titles.length, ...times, ...signed, ...words },
  })
  for (const [index, title] of titles.entries()) {
    const contentHash = await storePicture(store, title)
    const recipe = recipeOf(title)
    const recipeHash = recipeHashOf(recipe)
    await storage.put(canonicalBytes(recipe))
    const state = { status: 'passed', provider: 'procedural', idempotencyKey: randomUUID() } as const
    const task = await db.task.create({
      data: {
        ...{ roundRowId, briefId: brief.id, index, ...state, recipe, recipeHash, contentHash },
        verdicts: { create: verdictsOn(contentHash) },
      },
    })
    const metadata = { title, description: '', alt: title, traits: [], licence, royaltyReceiver: creator }
    const hashes = { contentHash, recipeHash, metadataHash: metadataHashOf(metadata) }
    await db.candidate.create({
      data: { roundRowId, taskId: task.id, ...by, ...hashes, metadata, admittedAt: 0n },
    })
  }
}
