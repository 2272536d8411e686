import type { Ask, Db, Tx } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { type Leaf, leafSchema } from '#lib/protocol/leaf.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { type Rules, rulesSchema } from '#lib/protocol/rules.ts'
import type { Head } from '#lib/protocol/typed-data.ts'

export type StoredLeaf = {
  index: number
  leaf: Leaf
  leafHash: Bytes32
  digest: Bytes32
  voter: Address
  sequence: bigint
}

type LeafRow = {
  index: number
  leaf: string
  leafHash: string
  ballotDigest: string
  voter: string
  sequence: bigint
}

function parseLeaf(row: LeafRow): StoredLeaf {
  return {
    index: row.index,
    leaf: leafSchema.parse(JSON.parse(row.leaf)),
    leafHash: row.leafHash as Bytes32,
    digest: row.ballotDigest as Bytes32,
    voter: row.voter as Address,
    sequence: row.sequence,
  }
}

/** Highest sequence by voter; voters without a ballot are absent. */
export async function lastSequences(
  db: Db | Tx,
  roundRowId: string,
  voters: Address[],
): Promise<Map<Address, bigint>> {
  const rows = await db.$queryRaw<{ voter: Address; last: bigint }[]>`
    SELECT "voter", max("sequence") AS "last" FROM "LogLeaf"
    WHERE "roundRowId" = ${roundRowId}::uuid AND "voter" = ANY(${voters}::text[])
    GROUP BY "voter"`
  return new Map(rows.map(({ voter, last }) => [voter, last]))
}

export async function findLeaf(db: Db | Tx, roundRowId: string, digest: string): Promise<StoredLeaf | null> {
  const row = await db.logLeaf.findFirst({ where: { roundRowId, ballotDigest: digest } })
  return row && parseLeaf(row)
}

/** Leaf hashes from an index on, in order. */
export async function leafHashesFrom(
  db: Db | Tx,
  roundRowId: string,
  from: number,
  take?: number,
): Promise<Bytes32[]> {
  const rows = await db.logLeaf.findMany({
    where: { roundRowId, index: { gte: from } },
    orderBy: { index: 'asc' },
    ...(take !== undefined && { take }),
    select: { leafHash: true },
  })
  return rows.map((row) => row.leafHash as Bytes32)
}

/** The first leaves of the log, as they were logged. */
export async function readLeaves(db: Db | Tx, roundRowId: string, size: number): Promise<Leaf[]> {
  const rows = await db.logLeaf.findMany({
    where: { roundRowId, index: { lt: size } },
    orderBy: { index: 'asc' },
  })
  return rows.map((row) => {
    const { leaf } = parseLeaf(row)
    if (canonicalText(leaf) !== row.leaf) throw new Error(`leaf ${row.index} is not what was logged`)
    return leaf
  })
}

/** What an appender has to know of the log before it adds to it. */
export type LogTail = {
  /** Leaf hashes from the asked index on. */
  hashes: Bytes32[]
  /** Time at which the last leaf was taken, Unix seconds; 0 for an empty log. */
  acceptedAt: number
  /** Highest sequence by voter; voters without a ballot are absent. */
  sequences: Map<Address, bigint>
  /** The instance's clock against wall time. */
  offsetSeconds: number
}

/** All of it by one query: an appender holds the lock of the log while it waits. */
export async function readLogTail(
  ask: Ask,
  roundRowId: string,
  asked: { from: number; voters: readonly Address[] },
): Promise<LogTail> {
  const [row] = await ask<{
    hashes: Bytes32[]
    acceptedAt: string
    sequences: Record<Address, string>
    offsetSeconds: string
  }>(
    `SELECT
      ARRAY(SELECT "leafHash" FROM "LogLeaf"
        WHERE "roundRowId" = $1::uuid AND "index" >= $2 ORDER BY "index") AS "hashes",
      coalesce((SELECT "acceptedAt" FROM "LogLeaf"
        WHERE "roundRowId" = $1::uuid ORDER BY "index" DESC LIMIT 1), 0) AS "acceptedAt",
      coalesce((SELECT json_object_agg("voter", "last"::text) FROM (
        SELECT "voter", max("sequence") AS "last" FROM "LogLeaf"
        WHERE "roundRowId" = $1::uuid AND "voter" = ANY($3::text[])
        GROUP BY "voter") AS "used"), '{}') AS "sequences",
      coalesce((SELECT "offsetSeconds" FROM "Clock" WHERE "id" = 1), 0) AS "offsetSeconds"`,
    [roundRowId, asked.from, asked.voters],
  )
  if (!row) throw new AppError('internal', { detail: 'no answer about the log' })
  const sequences = Object.entries(row.sequences) as [Address, string][]
  return {
    hashes: row.hashes,
    acceptedAt: Number(row.acceptedAt),
    sequences: new Map(sequences.map(([voter, last]) => [voter, BigInt(last)])),
    offsetSeconds: Number(row.offsetSeconds),
  }
}

export type StoredHead = { head: Head; size: number; signature: `0x${string}`; anchorTx: string | null }

type HeadRow = { size: number; root: string; signedAt: bigint; signature: string; anchorTx: string | null }

function parseHead(row: HeadRow, roundId: Bytes32): StoredHead {
  return {
    size: row.size,
    head: {
      round: roundId,
      size: String(row.size),
      root: row.root as Bytes32,
      signedAt: String(row.signedAt),
    },
    signature: row.signature as `0x${string}`,
    anchorTx: row.anchorTx,
  }
}

export type LogPlace = { rowId: string; roundId: Bytes32 }

/** The earliest head that covers so many leaves. */
export async function headCovering(db: Db | Tx, round: LogPlace, size: number): Promise<StoredHead | null> {
  const row = await db.head.findFirst({
    where: { roundRowId: round.rowId, size: { gte: size } },
    orderBy: { size: 'asc' },
  })
  return row && parseHead(row, round.roundId)
}

export async function latestHead(db: Db | Tx, round: LogPlace): Promise<StoredHead | null> {
  const row = await db.head.findFirst({ where: { roundRowId: round.rowId }, orderBy: { size: 'desc' } })
  return row && parseHead(row, round.roundId)
}

/** Signed heads, the largest first, below a size if one is given. */
export async function listHeads(
  db: Db | Tx,
  round: LogPlace,
  options: { below?: number; take?: number } = {},
): Promise<StoredHead[]> {
  const rows = await db.head.findMany({
    where: { roundRowId: round.rowId, ...(options.below !== undefined && { size: { lt: options.below } }) },
    orderBy: { size: 'desc' },
    ...(options.take !== undefined && { take: options.take }),
  })
  return rows.map((row) => parseHead(row, round.roundId))
}

/** What reads about ballots have to know of a round. */
export type LogRound = LogPlace & { rules: Rules }

export async function findLogRound(db: Db | Tx, roundId: string): Promise<LogRound | null> {
  const row = await db.round.findUnique({
    where: { roundId },
    select: { id: true, roundId: true, rules: true },
  })
  return row?.roundId
    ? { rowId: row.id, roundId: row.roundId as Bytes32, rules: rulesSchema.parse(row.rules) }
    : null
}

export async function findLeafByHash(
  db: Db | Tx,
  roundRowId: string,
  leafHash: string,
): Promise<number | null> {
  const row = await db.logLeaf.findFirst({ where: { roundRowId, leafHash }, select: { index: true } })
  return row?.index ?? null
}
