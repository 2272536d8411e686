import { z } from 'zod'
import { signedMessage } from '#lib/generation/signed-message.ts'
import type { Db, Prisma, Tx } from '#lib/platform/db.ts'
import type { UnnumberedCandidate } from '#lib/protocol/candidates.ts'
import { type FileHash, fileHashSchema } from '#lib/protocol/primitives.ts'
import { recipeSchema } from '#lib/protocol/recipe.ts'
import { roundEventArgs } from '#lib/rounds/chain/schema.ts'
import {
  type CandidatePage,
  type HungWorkView,
  type PassedCandidate,
  type RenditionRecord,
  renditionSchema,
  unnumberedMetadataSchema,
  type WorkView,
  workViewSchema,
} from './schema.ts'

/** The path under which this server shows a picture. */
export const picturePath = (hash: FileHash): string => `/works/${hash.slice('sha256:'.length)}`

type CandidateRow = Prisma.CandidateGetPayload<object>
type AssetRow = Prisma.AssetGetPayload<object>

const renditionsSchema = z.array(renditionSchema)

function sourceOf(asset: AssetRow, role: RenditionRecord['role']): string {
  const rendition = renditionsSchema.parse(asset.renditions).find((entry) => entry.role === role)
  return picturePath(rendition?.sha256 ?? fileHashSchema.parse(asset.contentHash))
}

const thumbOf = (asset: AssetRow): PassedCandidate['thumb'] => ({
  src640: sourceOf(asset, 'thumb-640'),
  src320: sourceOf(asset, 'thumb-320'),
  thumbhash: Buffer.from(asset.thumbhash).toString('base64'),
})

function viewOf(row: CandidateRow, asset: AssetRow, tokens: ReadonlyMap<number, string>): PassedCandidate {
  const metadata = unnumberedMetadataSchema.parse(row.metadata)
  const contentHash = fileHashSchema.parse(row.contentHash)
  const view = {
    number: row.number,
    contentHash,
    title: metadata.title,
    creator: row.creator as `0x${string}`,
    creatorName: row.creatorName,
    medium: metadata.traits.find(({ name }) => name === 'Medium')?.value ?? '',
    width: asset.width,
    height: asset.height,
    thumb: thumbOf(asset),
    alt: metadata.alt,
    src: picturePath(contentHash),
    tokenId: row.number === null ? null : (tokens.get(row.number) ?? null),
  }
  // The brand exists only in types; rows of this table have passed, and this is where it is granted.
  return view as typeof view & PassedCandidate
}

async function assetsOf(db: Db | Tx, hashes: string[]): Promise<Map<string, AssetRow>> {
  const assets = await db.asset.findMany({ where: { contentHash: { in: hashes } } })
  return new Map(assets.map((asset) => [asset.contentHash, asset]))
}

export type Rendered = PassedCandidate['thumb'] & { width: number; height: number }

/** Renditions by content hash, of the pictures that have some: those that hang. */
export async function renderedPictures(db: Db | Tx, hashes: string[]): Promise<Map<string, Rendered>> {
  const assets = await assetsOf(db, hashes)
  return new Map(
    [...assets].map(([hash, asset]) => [
      hash,
      { ...thumbOf(asset), width: asset.width, height: asset.height },
    ]),
  )
}

/** Token ids of minted works by number: roundIndex << 64 | rank << 32 (PROTOCOL 8). */
async function tokensOf(db: Db | Tx, roundRowId: string): Promise<Map<number, string>> {
  const round = await db.round.findUnique({
    where: { id: roundRowId },
    select: { roundId: true, community: { select: { chainId: true, collection: true } } },
  })
  if (!round?.roundId) return new Map()
  const rows = await db.chainEvent.findMany({
    where: {
      roundId: round.roundId,
      name: { in: ['RoundOpened', 'WinnerMinted'] },
      chainId: round.community.chainId,
      address: round.community.collection,
    },
  })
  const opened = rows.find(({ name }) => name === 'RoundOpened')
  if (!opened) return new Map()
  const { roundIndex } = roundEventArgs.RoundOpened.parse(opened.args)
  const minted = rows.filter(({ name }) => name === 'WinnerMinted')
  return new Map(
    minted.map(({ args }) => {
      const { rank, number } = roundEventArgs.WinnerMinted.parse(args)
      return [number, ((BigInt(roundIndex) << 64n) | (BigInt(rank) << 32n)).toString()]
    }),
  )
}

/** Works of one round as they are shown. */
export async function viewsOf(
  db: Db | Tx,
  roundRowId: string,
  rows: CandidateRow[],
): Promise<PassedCandidate[]> {
  const [assets, tokens] = await Promise.all([
    assetsOf(
      db,
      rows.map(({ contentHash }) => contentHash),
    ),
    tokensOf(db, roundRowId),
  ])
  return rows.flatMap((row) => {
    const asset = assets.get(row.contentHash)
    return asset ? [viewOf(row, asset, tokens)] : []
  })
}

/** By number; until there are numbers, in the order of admission. */
const ORDER = [{ number: 'asc' }, { admittedAt: 'asc' }, { id: 'asc' }] as const
/** The content of the last work seen: whoever has a list can ask for what came after it. */
const CURSOR = /^[0-9a-f]{64}$/

/** A page of the works of a round, after a cursor or from a number on; an unknown cursor starts at the beginning. */
export async function readCandidates(
  db: Db | Tx,
  input: { roundRowId: string; cursor?: string | undefined; from?: number | undefined; take: number },
): Promise<CandidatePage> {
  const { roundRowId, cursor = '', from, take } = input
  const last = CURSOR.test(cursor)
    ? await db.candidate.findFirst({ where: { contentHash: `sha256:${cursor}`, roundRowId } })
    : null
  const rows = await db.candidate.findMany({
    where: { roundRowId, ...(from && { number: { gte: from } }) },
    orderBy: [...ORDER],
    take: take + 1,
    ...(last && { cursor: { id: last.id }, skip: 1 }),
  })
  const page = rows.slice(0, take)
  return {
    items: await viewsOf(db, roundRowId, page),
    nextCursor: rows.length > take ? (page.at(-1)?.contentHash.slice('sha256:'.length) ?? null) : null,
  }
}

export async function readAllCandidates(db: Db | Tx, roundRowId: string): Promise<PassedCandidate[]> {
  const rows = await db.candidate.findMany({ where: { roundRowId }, orderBy: [...ORDER] })
  return viewsOf(db, roundRowId, rows)
}

/** Numbered works of a round, in the order of their numbers; unknown numbers are left out. */
export async function readByNumber(
  db: Db | Tx,
  roundRowId: string,
  numbers: readonly number[],
): Promise<PassedCandidate[]> {
  const rows = await db.candidate.findMany({
    where: { roundRowId, number: { in: [...numbers] } },
    orderBy: [...ORDER],
  })
  return viewsOf(db, roundRowId, rows)
}

/** One work by its number, or by its content hash in either spelling. */
export type WorkKey = { number: number } | { contentHash: string }

/** Words that a brief seals are read here only once they are everybody's. */
const revealedWords = (db: Db | Tx, briefId: string) =>
  db.privatePrompt.findFirst({
    where: { briefId, revealedAt: { not: null } },
    select: { text: true, salt: true },
  })

function briefViewOf(brief: Prisma.BriefGetPayload<object>, round: string | null) {
  return {
    digest: brief.digest,
    message: signedMessage(brief, round),
    signature: brief.signature,
    acceptedAt: Number(brief.acceptedAt),
  }
}

const withHistory = {
  round: { select: { roundId: true } },
  task: { include: { verdicts: { orderBy: { id: 'asc' } }, brief: true } },
} as const satisfies Prisma.CandidateInclude

/** The works that a recipe names as parents, as far as they hang here. */
async function parentsOf(db: Db | Tx, recipe: unknown): Promise<WorkView['parents']> {
  const { parents } = recipeSchema.parse(recipe)
  const hung = parents.length > 0 ? await readHung(db, parents) : []
  return hung.map(({ work, round }) => ({
    contentHash: work.contentHash,
    number: work.number,
    title: work.title,
    creatorName: work.creatorName,
    roundSlug: round.slug,
  }))
}

export async function readWork(db: Db | Tx, roundRowId: string, key: WorkKey): Promise<WorkView | null> {
  const where =
    'number' in key
      ? { number: key.number }
      : { contentHash: `sha256:${key.contentHash.replace(/^sha256:/, '')}` }
  const row = await db.candidate.findFirst({ where: { roundRowId, ...where }, include: withHistory })
  const asset = row && (await db.asset.findUnique({ where: { contentHash: row.contentHash } }))
  if (!row || !asset) return null
  const { task } = row
  const metadata = unnumberedMetadataSchema.parse(row.metadata)
  return workViewSchema.parse({
    ...viewOf(row, asset, await tokensOf(db, roundRowId)),
    ...metadata,
    metadata,
    metadataHash: row.metadataHash,
    mime: asset.mime,
    byteLength: asset.byteLength,
    contentCid: asset.contentCid,
    pixelHash: asset.pixelHash,
    renditions: asset.renditions,
    recipe: task.recipe,
    recipeHash: row.recipeHash,
    parents: await parentsOf(db, task.recipe),
    brief: {
      ...briefViewOf(task.brief, row.round.roundId),
      words: await revealedWords(db, task.brief.id),
    },
    execution: { facts: {}, ...(task.execution as object | null), provider: task.provider },
    verdicts: task.verdicts,
    admittedAt: Number(row.admittedAt),
    record: row.record,
  })
}

const toHung = { task: { select: { recipe: true } }, round: { select: { slug: true, title: true } } } as const

/** Admitted works by content, in whatever round they hang first; unknown ones are left out. */
export async function readHung(db: Db | Tx, hashes: readonly string[]): Promise<HungWorkView[]> {
  const rows = await db.candidate.findMany({
    where: { contentHash: { in: [...hashes] } },
    orderBy: { admittedAt: 'asc' },
    include: toHung,
  })
  const first = [...new Map(rows.toReversed().map((row) => [row.contentHash, row])).values()]
  const views = await Promise.all(
    first.map(async ({ task, round, ...row }) => {
      const [work] = await viewsOf(db, row.roundRowId, [row])
      return work ? [{ work, round, recipe: recipeSchema.parse(task.recipe) }] : []
    }),
  )
  return views.flat()
}

/** An admitted work of the round with the same file or the same pixels. */
export async function findTwin(
  db: Db | Tx,
  input: { roundRowId: string; contentHash: FileHash; pixelHash: FileHash },
): Promise<{ contentHash: FileHash; title: string; number: number | null } | null> {
  const { roundRowId, contentHash, pixelHash } = input
  const equal = await db.asset.findMany({ where: { pixelHash }, select: { contentHash: true } })
  const hashes = [contentHash, ...equal.map((asset) => asset.contentHash)]
  const row = await db.candidate.findFirst({
    where: { roundRowId, contentHash: { in: hashes } },
    orderBy: { admittedAt: 'asc' },
  })
  if (!row) return null
  const { title } = unnumberedMetadataSchema.parse(row.metadata)
  return { contentHash: fileHashSchema.parse(row.contentHash), title, number: row.number }
}

export async function countCandidates(db: Db | Tx, roundRowId: string): Promise<number> {
  return db.candidate.count({ where: { roundRowId } })
}

export type UnnumberedRow = { id: string; candidate: UnnumberedCandidate }

/** Every admitted work of a round as its record, without a number. */
export async function readUnnumbered(db: Db | Tx, roundRowId: string): Promise<UnnumberedRow[]> {
  const rows = await db.candidate.findMany({ where: { roundRowId } })
  const assets = await assetsOf(
    db,
    rows.map(({ contentHash }) => contentHash),
  )
  return rows.map((row) => {
    const asset = assets.get(row.contentHash)
    if (!asset) throw new Error(`no asset ${row.contentHash}`)
    const candidate: UnnumberedCandidate = {
      contentHash: fileHashSchema.parse(row.contentHash),
      contentCid: asset.contentCid,
      mime: z.enum(['image/png', 'image/jpeg', 'image/webp']).parse(asset.mime),
      width: asset.width,
      height: asset.height,
      recipeHash: fileHashSchema.parse(row.recipeHash),
      creator: row.creator as `0x${string}`,
      metadataHash: fileHashSchema.parse(row.metadataHash),
      renditions: renditionsSchema.parse(asset.renditions).map(({ role, sha256 }) => ({ role, sha256 })),
    }
    return { id: row.id, candidate }
  })
}
