import type { z } from 'zod'
import { type Candidate, candidateSchema, type Metadata, metadataSchema } from '#lib/protocol/candidates.ts'
import {
  byAnchor,
  type CloseRecord,
  closeRecordSchema,
  type Evidence,
  evidenceSchema,
  type HeadRecord,
  headRecordSchema,
  leafHashRowSchema,
  type MintRecord,
  mintRecordSchema,
  type PostedRecord,
  postedRecordSchema,
  type VoidRecord,
  voidRecordSchema,
} from '#lib/protocol/evidence.ts'
import { type Leaf, parseLeaf } from '#lib/protocol/leaf.ts'
import { SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import { type PowerRecord, powerRecordSchema } from '#lib/protocol/power.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Result, resultSchema } from '#lib/protocol/result.ts'
import { parseRules, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import { type WinnerRow, winnerSchema } from '#lib/protocol/winners.ts'
import { type LineReader, lineReader } from './read-lines.ts'
import type { CheckLog } from './report.ts'

export type Files = ReadonlyMap<string, Uint8Array>

/** The files of a bundle as records; null for one that is missing or not well formed. */
export type Core = {
  files: Files
  rules: Rules | null
  roundId: Bytes32 | null
  candidates: Candidate[] | null
  metadata: Metadata[] | null
  leaves: Leaf[] | null
  leafHashes: Bytes32[] | null
  heads: HeadRecord[] | null
  posted: PostedRecord[] | null
  powers: PowerRecord[] | null
  voids: VoidRecord[] | null
  evidence: Evidence | null
  result: Result | null
  winners: WinnerRow[] | null
  close: CloseRecord | null
  mints: MintRecord[] | null
}

/** Reads every core file and `after/`; whatever is malformed, unsorted or missing is red in `log`. */
export function readCore(files: Files, log: CheckLog): Core {
  const read = lineReader(files, log)
  const rules = read.record('rules.json', parseRules)
  const one = <S extends z.ZodType>(file: string, schema: S) =>
    read.record(file, (value) => parseShape(schema, value, file))
  const rows = <S extends z.ZodType>(file: string, schema: S, compare: Order<z.infer<S>>) =>
    inOrder(
      log,
      file,
      read.lines(file, (value) => parseShape(schema, value, file)),
      compare,
    )
  return {
    files,
    rules,
    roundId: rules && roundIdOf(rules),
    candidates: rows('candidates.jsonl', candidateSchema, byNumber),
    metadata: rows('metadata.jsonl', metadataSchema, byNumber),
    ...readShards(files, log, read),
    heads: rows('heads.jsonl', headRecordSchema, bySize),
    posted: rows('posted.jsonl', postedRecordSchema, byAnchor),
    powers: rows('powers.jsonl', powerRecordSchema, byAccount),
    voids: rows('voids.jsonl', voidRecordSchema, byAnchor),
    evidence: one('evidence.json', evidenceSchema),
    result: one('result.json', resultSchema),
    winners: rows('winners.jsonl', winnerSchema, byRank),
    close: files.has('after/close.json') ? one('after/close.json', closeRecordSchema) : null,
    mints: files.has('after/tokens.jsonl') ? rows('after/tokens.jsonl', mintRecordSchema, byRank) : null,
  }
}

type Order<T> = (a: T, b: T) => number
const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number
const byRank = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank
const byAccount = (a: PowerRecord, b: PowerRecord) =>
  a.account < b.account ? -1 : a.account > b.account ? 1 : 0
const bySize = (a: HeadRecord, b: HeadRecord) => Number(BigInt(a.head.size) - BigInt(b.head.size))

/** Passes rows through when each stands strictly after the one before it. */
function inOrder<T>(log: CheckLog, file: string, rows: T[] | null, compare: Order<T>): T[] | null {
  const misplaced = rows?.findIndex((row, index) => {
    const before = rows[index - 1]
    return before !== undefined && compare(before, row) >= 0
  })
  if (misplaced === undefined || misplaced < 0) return rows
  log.red({ file, line: misplaced + 1 }, 'bundle-layout', 'the line is out of order or stands twice')
  return null
}

function readShards(files: Files, log: CheckLog, read: LineReader): Pick<Core, 'leaves' | 'leafHashes'> {
  const leaves: Leaf[] = []
  const leafHashes: Bytes32[] = []
  let sound = true
  const shards = shardCount(files)
  for (let shard = 0; shard < shards; shard += 1) {
    const part = readShard(log, read, shard, shard === shards - 1)
    sound &&= part !== null
    for (const leaf of part?.leaves ?? []) leaves.push(leaf)
    for (const hash of part?.hashes ?? []) leafHashes.push(hash)
  }
  return sound ? { leaves, leafHashes } : { leaves: null, leafHashes: null }
}

function readShard(log: CheckLog, read: LineReader, shard: number, isLast: boolean) {
  const file = shardPath('log', shard)
  const hashFile = shardPath('leaf-hashes', shard)
  const leaves = read.lines(file, (_value, bytes) => parseLeaf(bytes))
  const rows = read.lines(hashFile, (value) => parseShape(leafHashRowSchema, value, hashFile))
  if (!leaves || !rows) return null
  const full = isLast ? leaves.length <= SHARD_LEAVES : leaves.length === SHARD_LEAVES
  if (!full || (shard > 0 && leaves.length === 0)) {
    log.red({ file }, 'bundle-layout', `${leaves.length} leaves in this shard`)
    return null
  }
  const misplaced = rows.findIndex(({ index }, line) => index !== shard * SHARD_LEAVES + line)
  if (misplaced >= 0) {
    const place = { file: hashFile, line: misplaced + 1, field: 'index' }
    log.red(place, 'bundle-layout', 'the index does not follow')
    return null
  }
  return { leaves, hashes: rows.map(({ hash }) => hash) }
}

/** As many shards as the fuller folder has files, so that a gap shows as a missing file. */
function shardCount(files: Files): number {
  const countOf = (folder: string) => [...files.keys()].filter((path) => path.startsWith(folder)).length
  return Math.max(1, countOf('log/'), countOf('leaf-hashes/'))
}
