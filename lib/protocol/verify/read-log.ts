import { BallotCollector } from '#lib/protocol/ballot-set.ts'
import { leafHashRowSchema } from '#lib/protocol/evidence.ts'
import type { BallotRound, JudgedLine, LineJudge } from '#lib/protocol/judge-lines.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import type { BundleFiles } from './bundle-files.ts'
import { isClosed, type LineReader, splitLines } from './read-lines.ts'
import type { CheckLog } from './report.ts'

/** What remains of the log once every leaf was read and judged. */
export type LogRecord = {
  /** Over the hashes of the leaves as they stand in log/. */
  tree: LogTree
  acceptedAt: readonly number[]
  /** Leaves whose line in leaf-hashes/ says something else; the hash is null where one of the two has no line. */
  hashFaults: readonly { index: number; hash: Bytes32 | null }[]
  /** Null when the round is not known well enough to judge ballots. Posted ballots are still to be added. */
  collector: BallotCollector | null
}

/** Lines that are judged together: enough that handing them to another thread is worth it. */
const CHUNK = 1024
/** Chunks that are under way at once, so that other threads never wait for this one. */
const AHEAD = 8

type Reading = {
  files: BundleFiles
  log: CheckLog
  read: LineReader
  round: BallotRound | null
  judge: LineJudge
}

/** Reads log/ and leaf-hashes/ shard by shard; null, with red findings in `log`, when they are not well formed. */
export async function readLog(reading: Reading): Promise<LogRecord | null> {
  const { files, log } = reading
  const record = {
    tree: new LogTree(),
    acceptedAt: [] as number[],
    hashFaults: [] as { index: number; hash: Bytes32 | null }[],
    collector: reading.round && new BallotCollector(),
  }
  const shards = shardCount(files)
  let sound = true
  for (let shard = 0; shard < shards; shard += 1) {
    const leaves = await readShard(reading, record, shard)
    const hashes = readHashes(reading, shard)
    sound &&= leaves !== null && hashes !== null && fits(log, leaves, shard, shard === shards - 1)
    if (sound) compareHashes(record, hashes ?? [], shard * SHARD_LEAVES)
  }
  return sound ? record : null
}

type Growing = Omit<LogRecord, 'acceptedAt' | 'hashFaults'> & {
  acceptedAt: number[]
  hashFaults: { index: number; hash: Bytes32 | null }[]
}

/** Judges the leaves of a shard and adds them to the record; answers how many, or null when one is unreadable. */
async function readShard({ files, log, round, judge }: Reading, record: Growing, shard: number) {
  const file = shardPath('log', shard)
  const bytes = files.get(file)
  if (!bytes) {
    log.red({ file }, 'bundle-missing-file', 'the bundle lacks this file')
    return null
  }
  let line = 0
  let sound = true
  const take = (judged: readonly JudgedLine[]) => {
    for (const one of judged) {
      line += 1
      if (one.kind === 'unreadable') {
        log.red({ file, line }, one.code, '{fault}', { fault: one.said })
        sound = false
        continue
      }
      record.tree.append(one.hash)
      record.acceptedAt.push(one.acceptedAt)
      if (one.verdict) record.collector?.addLogged(one.verdict)
    }
  }
  const waiting: Promise<JudgedLine[]>[] = []
  for (const chunk of chunksOf(bytes)) {
    waiting.push(judge(round, chunk))
    if (waiting.length >= AHEAD) take((await waiting.shift()) ?? [])
  }
  for (const judged of waiting) take(await judged)
  if (!isClosed(bytes)) {
    log.red({ file, line }, 'json-not-canonical', 'the last line has no newline')
    sound = false
  }
  return sound ? line : null
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array[]> {
  let chunk: Uint8Array[] = []
  for (const line of splitLines(bytes)) {
    chunk.push(line)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function readHashes({ log, read }: Reading, shard: number): Bytes32[] | null {
  const file = shardPath('leaf-hashes', shard)
  const rows = read.lines(file, (value) => parseShape(leafHashRowSchema, value, file))
  if (!rows) return null
  const misplaced = rows.findIndex(({ index }, line) => index !== shard * SHARD_LEAVES + line)
  if (misplaced < 0) return rows.map(({ hash }) => hash)
  log.red({ file, line: misplaced + 1, field: 'index' }, 'bundle-layout', 'the index does not follow')
  return null
}

function fits(log: CheckLog, leaves: number, shard: number, isLast: boolean): boolean {
  const full = isLast ? leaves <= SHARD_LEAVES : leaves === SHARD_LEAVES
  if (full && (shard === 0 || leaves > 0)) return true
  log.red({ file: shardPath('log', shard) }, 'bundle-layout', '{leaves} leaves in this shard', { leaves })
  return false
}

function compareHashes({ tree, hashFaults }: Growing, published: readonly Bytes32[], first: number): void {
  for (let index = first; index < Math.max(tree.size, first + published.length); index += 1) {
    const hash = tree.leaf(index)
    if (published[index - first] !== hash) hashFaults.push({ index, hash: hash ?? null })
  }
}

/** As many shards as the fuller folder has files, so that a gap shows as a missing file. */
function shardCount({ facts }: BundleFiles): number {
  const countOf = (folder: string) => [...facts.keys()].filter((path) => path.startsWith(folder)).length
  return Math.max(1, countOf('log/'), countOf('leaf-hashes/'))
}
