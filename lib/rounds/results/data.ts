import { z } from 'zod'
import { executionSchema } from '#lib/generation/schema.ts'
import { sidecarIn } from '#lib/generation/sidecar.ts'
import { signedMessage } from '#lib/generation/signed-message.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import { briefFileSchema } from '#lib/protocol/brief-file.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Result, resultSchema } from '#lib/protocol/result.ts'
import { rulesSchema } from '#lib/protocol/rules.ts'
import { otherChainsOf } from '#lib/protocol/strategy.ts'
import type { ChainFacts } from '#lib/rounds/chain/chain-facts.ts'
import type { ResultView, RoundRecord } from '#lib/rounds/schema.ts'

const filesSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/))

/** A computed close: what closeRound anchors, and the bundle's files by path. */
export type Closing = {
  attempt: number
  resultHash: Bytes32
  winnersRoot: Bytes32
  sharesRoot: Bytes32
  sharesTotal: string
  bundleDigest: Bytes32
  files: Record<string, string>
  result: Result
}

type ClosingRow = Omit<
  Closing,
  'files' | 'result' | 'resultHash' | 'winnersRoot' | 'sharesRoot' | 'bundleDigest'
> & {
  resultHash: string
  winnersRoot: string
  sharesRoot: string
  bundleDigest: string
  files: unknown
  result: unknown
}

function parseClosing(row: ClosingRow): Closing {
  return {
    attempt: row.attempt,
    resultHash: row.resultHash as Bytes32,
    winnersRoot: row.winnersRoot as Bytes32,
    sharesRoot: row.sharesRoot as Bytes32,
    sharesTotal: row.sharesTotal,
    bundleDigest: row.bundleDigest as Bytes32,
    files: filesSchema.parse(row.files),
    result: resultSchema.parse(row.result),
  }
}

/** The newest computed close of a round. */
export async function latestClosing(db: Db | Tx, roundRowId: string): Promise<Closing | null> {
  const row = await db.closing.findFirst({ where: { roundRowId }, orderBy: { attempt: 'desc' } })
  return row && parseClosing(row)
}

/** The close that the chain carries, if it was computed here. */
export async function anchoredClosing(
  db: Db | Tx,
  roundRowId: string,
  facts: ChainFacts,
): Promise<Closing | null> {
  const anchored = facts.closes.at(-1)
  if (!anchored) return null
  const { resultHash, bundleDigest } = anchored
  const row = await db.closing.findFirst({
    where: { roundRowId, resultHash, bundleDigest },
    orderBy: { attempt: 'desc' },
  })
  return row && parseClosing(row)
}

const titleSchema = z.object({ title: z.string() })

/** The result with the words of its works: the anchored one, or before the close the newest. */
export async function readResult(
  db: Db | Tx,
  round: { rowId: string; roundId: Bytes32 },
  facts: ChainFacts,
): Promise<ResultView | null> {
  const anchored = await anchoredClosing(db, round.rowId, facts)
  const closing = anchored ?? (await latestClosing(db, round.rowId))
  if (!closing) return null
  const candidates = await db.candidate.findMany({
    where: { roundRowId: round.rowId, number: { not: null } },
    orderBy: { number: 'asc' },
  })
  const { attempt, resultHash, winnersRoot, bundleDigest, result, files } = closing
  return {
    roundId: round.roundId,
    attempt,
    resultHash,
    winnersRoot,
    bundleDigest,
    anchored: anchored !== null,
    result,
    works: candidates.map(({ number, contentHash, metadata, creator, creatorName }) => ({
      number: number ?? 0,
      contentHash,
      title: titleSchema.parse(metadata).title,
      creator,
      creatorName,
    })),
    files: Object.entries(files)
      .map(([path, sha256]) => ({ path, sha256 }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** Rounds with a published record, the latest close first; of several attempts the newest. */
export async function readRecords(db: Db | Tx, take: number): Promise<RoundRecord[]> {
  const rounds = await db.round.findMany({
    where: { roundId: { not: null }, closings: { some: {} } },
    orderBy: [{ closesAt: 'desc' }, { id: 'desc' }],
    take,
    include: { community: true, closings: { orderBy: { attempt: 'desc' }, take: 1 } },
  })
  return rounds.flatMap(({ roundId, slug, title, community, closesAt, closings, rules }) => {
    const closing = closings[0] && parseClosing(closings[0])
    if (!roundId || !closing) return []
    return {
      roundId: roundId as Bytes32,
      slug,
      title,
      community: { slug: community.slug, name: community.name },
      closesAt: Number(closesAt),
      bundleDigest: closing.bundleDigest,
      otherChains: otherChainsOf(rulesSchema.parse(rules)),
      turnout: closing.result.turnout,
    }
  })
}

/** The numbered works of a round, as frozen. */
export async function readNumbered(
  db: Db | Tx,
  roundRowId: string,
): Promise<{ number: number; record: string; metadata: unknown }[]> {
  const rows = await db.candidate.findMany({
    where: { roundRowId, number: { not: null } },
    orderBy: { number: 'asc' },
    select: { number: true, record: true, metadata: true },
  })
  return rows.map(({ number, record, metadata }) => {
    if (number === null || record === null) throw new Error('a candidate without its record')
    return { number, record, metadata }
  })
}

function mimeOfPath(path: string): string {
  return path.endsWith('.jsonl') ? 'application/x-ndjson' : 'application/json'
}

/** A file of a bundle that is more than one block, by the address under which it is pinned. */
async function largeFile(db: Db | Tx, cid: string): Promise<{ key: string; mime: string } | null> {
  const pin = await db.pin.findFirst({ where: { cid }, select: { blob: true, name: true } })
  return pin && { key: pin.blob, mime: mimeOfPath(pin.name) }
}

/**
 * Blob and media type of something published: a picture by its identifier or digest; by its digest the root certificate
 * of a round, credentials beside a work, a rendition, or a file of a bundle. The store holds more than what is public,
 * so a digest alone is not enough.
 * @param digest 64 hex digits of a raw identifier, null for another kind
 */
export async function findContent(
  db: Db | Tx,
  { cid, digest }: { cid: string; digest: string | null },
): Promise<{ key: string; mime: string } | null> {
  const picture = await db.asset.findFirst({
    where: digest ? { OR: [{ contentCid: cid }, { contentHash: `sha256:${digest}` }] } : { contentCid: cid },
    select: { contentHash: true, mime: true },
  })
  if (picture) return { key: picture.contentHash.slice('sha256:'.length), mime: picture.mime }
  if (!digest) return largeFile(db, cid)
  const root = await db.round.findFirst({
    where: { roundId: { not: null }, rules: { path: ['c2paRoot'], equals: `0x${digest}` } },
    select: { id: true },
  })
  if (root) return { key: digest, mime: 'application/pkix-cert' }
  const [sidecar] = await db.$queryRaw<unknown[]>`
    SELECT FROM "Candidate" AS candidate JOIN "Task" AS task ON task.id = candidate."taskId"
    WHERE task.execution #>> '{facts,sidecar}' = ${`sha256:${digest}`} LIMIT 1`
  if (sidecar) return { key: digest, mime: 'application/c2pa' }
  const rendition = [{ sha256: `sha256:${digest}` }]
  const asset = await db.asset.findFirst({
    where: { renditions: { array_contains: rendition } },
    select: { contentHash: true },
  })
  if (asset) return { key: digest, mime: 'image/webp' }
  const files = await db.$queryRaw<{ path: string }[]>`
    SELECT file.key AS path FROM "Closing", jsonb_each_text(files) AS file WHERE file.value = ${digest} LIMIT 1`
  const path = files[0]?.path
  return path ? { key: digest, mime: mimeOfPath(path) } : null
}

/** Pictures of some works of a round, with their addresses. */
export async function picturesOf(
  db: Db | Tx,
  roundRowId: string,
  numbers: number[],
): Promise<{ number: number; cid: string; blob: string }[]> {
  const rows = await db.candidate.findMany({
    where: { roundRowId, number: { in: numbers } },
    orderBy: { number: 'asc' },
    select: { number: true, contentHash: true },
  })
  const contentHash = { in: rows.map((row) => row.contentHash) }
  const assets = await db.asset.findMany({
    where: { contentHash },
    select: { contentHash: true, contentCid: true },
  })
  const cids = new Map(assets.map((asset) => [asset.contentHash, asset.contentCid]))
  return rows.flatMap(({ number, contentHash: hash }) => {
    const cid = cids.get(hash)
    return number === null || !cid ? [] : { number, cid, blob: hash.slice('sha256:'.length) }
  })
}

/**
 * Pictures, renditions, credentials beside them, recipes and signed briefs of some works of a round, as the works layer
 * of a bundle holds them.
 */
export async function readWorkParts(
  db: Db | Tx,
  roundRowId: string,
  numbers: number[] | 'all',
): Promise<{ keys: string[]; recipes: unknown[]; briefs: z.infer<typeof briefFileSchema>[] }> {
  const rows = await db.candidate.findMany({
    where: { roundRowId, number: numbers === 'all' ? { not: null } : { in: numbers } },
    orderBy: { number: 'asc' },
    select: {
      contentHash: true,
      task: { select: { recipe: true, execution: true, brief: true } },
      round: { select: { roundId: true } },
    },
  })
  const assets = await db.asset.findMany({
    where: { contentHash: { in: rows.map((row) => row.contentHash) } },
    select: { contentHash: true, renditions: true },
  })
  const renditions = z.array(z.object({ sha256: z.string() }))
  const hashes = assets.flatMap((asset) => [
    asset.contentHash,
    ...renditions.parse(asset.renditions).map(({ sha256 }) => sha256),
  ])
  const sidecars = rows.flatMap(({ task }) => {
    const { facts = {} } = executionSchema.partial().parse(task.execution ?? {})
    return sidecarIn(facts) ?? []
  })
  return {
    keys: [...new Set([...hashes, ...sidecars])].map((hash) => hash.slice('sha256:'.length)),
    recipes: rows.map(({ task }) => task.recipe),
    briefs: rows.map(({ task: { brief }, round }) =>
      briefFileSchema.parse({ brief: signedMessage(brief, round.roundId), signature: brief.signature }),
    ),
  }
}
