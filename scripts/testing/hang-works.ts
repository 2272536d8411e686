import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { DEFAULT_GATES, judge } from '#lib/critique/registry.ts'
import type { Services } from '#lib/flows/services.ts'
import { briefDigest, promptHashOf } from '#lib/protocol/brief.ts'
import { fileHashOf, sha256, utf8 } from '#lib/protocol/bytes.ts'
import { metadataHashOf } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import type { Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeHashOf } from '#lib/protocol/recipe.ts'
import { parseRules, roundIdOf } from '#lib/protocol/rules.ts'
import { type Brief, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import { accountOf } from './with-instance.ts'

const SIDE = 512

function recipeOf(title: string, { digest, licence }: { digest: Bytes32; licence: string }): Recipe {
  return {
    template: { id: 'plain', version: '1', text: title },
    traits: [],
    seed: '1',
    model: { id: 'verso/artist', version: '1', weightsHash: null },
    loras: [],
    parameters: {},
    inputs: [],
    parents: [],
    licence,
    brief: digest,
    width: SIDE,
    height: SIDE,
  }
}

const random32 = (): Bytes32 => `0x${randomBytes(32).toString('hex')}`

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

/** A sheet of one colour, another for each title. */
async function sheetOf(title: string): Promise<Uint8Array> {
  const [r = 0, g = 0, b = 0] = sha256(utf8(title))
  const sheet = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: { r, g, b } } })
  return new Uint8Array(await sheet.png().toBuffer())
}

/** The hash of the picture that hangs under a title. */
export const hashOfHung = async (title: string): Promise<FileHash> => fileHashOf(await sheetOf(title))

async function storePicture({ db, storage }: Store, title: string) {
  const bytes = await sheetOf(title)
  const contentHash = fileHashOf(bytes)
  await storage.put(bytes)
  const contentCid = await contentCidOf(bytes)
  const shape = { mime: 'image/png', byteLength: bytes.length, width: SIDE, height: SIDE }
  const pixels = { pixelHash: contentHash, thumbhash: new Uint8Array([1]), renditions: [] }
  const create = { contentHash, contentCid, ...shape, ...pixels }
  await db.asset.upsert({ where: { contentHash }, create, update: {} })
  return contentHash
}

/** A brief for so many pictures, signed by the creator as the round asks for it. */
async function signedBrief({ db }: Store, roundRowId: string, count: number) {
  const row = await db.round.findUniqueOrThrow({ where: { id: roundRowId } })
  const rules = parseRules(row.rules)
  const account = accountOf('creator')
  const creator = account.address.toLowerCase() as `0x${string}`
  const brief: Brief = {
    round: roundIdOf(rules),
    creator,
    prompt: 'works',
    promptHash: promptHashOf('works'),
    style: '',
    traits: '',
    licence: rules.licence.id,
    royaltyReceiver: creator,
    count,
    nonce: random32(),
    deadline: String(rules.submissionsCloseAt),
  }
  const signature = await account.signTypedData({
    domain: versoDomain(rules.chainId, rules.collection),
    types: { Brief: TYPES.Brief },
    primaryType: 'Brief',
    message: { ...brief, deadline: BigInt(brief.deadline) },
  })
  return { brief, digest: briefDigest(rules, brief), signature }
}

/** Admits works without rendering them: sheets stand in for pictures, everything else is as it would be. */
export async function hangWorks(store: Store, roundRowId: string, titles: readonly string[]): Promise<void> {
  const { db, storage } = store
  const { brief, digest, signature } = await signedBrief(store, roundRowId, titles.length)
  const { round: _, deadline, ...words } = brief
  const { creator, licence, royaltyReceiver } = brief
  const by = { creator, creatorName: 'Ada' }
  const times = { deadline: BigInt(deadline), acceptedAt: 0n }
  const { id: briefId } = await db.brief.create({
    data: { roundRowId, ...words, ...by, ...times, digest, signature, provider: 'procedural' },
  })
  for (const [index, title] of titles.entries()) {
    const contentHash = await storePicture(store, title)
    const recipe = recipeOf(title, { digest, licence })
    const recipeHash = recipeHashOf(recipe)
    await storage.put(canonicalBytes(recipe))
    const state = { status: 'passed', provider: 'procedural', idempotencyKey: randomUUID() } as const
    const task = await db.task.create({
      data: {
        ...{ roundRowId, briefId, index, ...state, recipe, recipeHash, contentHash },
        verdicts: { create: verdictsOn(contentHash) },
      },
    })
    const metadata = { title, description: '', alt: title, traits: [], licence, royaltyReceiver }
    const hashes = { contentHash, recipeHash, metadataHash: metadataHashOf(metadata) }
    await db.candidate.create({
      data: { roundRowId, taskId: task.id, ...by, ...hashes, metadata, admittedAt: 0n },
    })
  }
}
