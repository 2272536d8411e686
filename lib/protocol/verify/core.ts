import type { z } from 'zod'
import { type Allowlist, AllowlistError, readAllowlist } from '#lib/protocol/allowlist.ts'
import {
  type Candidate,
  candidateRootOf,
  candidateSchema,
  type Metadata,
  metadataSchema,
} from '#lib/protocol/candidates.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import {
  byAnchor,
  type CloseRecord,
  closeRecordSchema,
  type Evidence,
  evidenceSchema,
  type HeadRecord,
  headRecordSchema,
  type MintRecord,
  mintRecordSchema,
  type PostedRecord,
  postedRecordSchema,
  type VoidRecord,
  voidRecordSchema,
} from '#lib/protocol/evidence.ts'
import type { BallotRound, LineJudge } from '#lib/protocol/judge-lines.ts'
import { allowlistPath, allowlistRootIn, BLOCK_PROOFS, POWER_PROOFS } from '#lib/protocol/manifest.ts'
import { isTokenShare, type PowerRecord, powerRecordSchema, type TokenShare } from '#lib/protocol/power.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type BlockProof, blockProofSchema } from '#lib/protocol/proofs/block-proof.ts'
import { type PowerProofs, powerProofsSchema } from '#lib/protocol/proofs/power-proof.ts'
import { type Result, resultSchema } from '#lib/protocol/result.ts'
import { parseRules, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import { readsAllowlist } from '#lib/protocol/strategy.ts'
import { type WinnerRow, winnerSchema } from '#lib/protocol/winners.ts'
import type { BundleFiles } from './bundle-files.ts'
import { lineReader } from './read-lines.ts'
import { type LogRecord, readLog } from './read-log.ts'
import type { CheckLog } from './report.ts'

/** The files of a bundle as records; null for one that is missing or not well formed. */
export type Core = {
  files: BundleFiles
  rules: Rules | null
  roundId: Bytes32 | null
  candidates: Candidate[] | null
  metadata: Metadata[] | null
  log: LogRecord | null
  heads: HeadRecord[] | null
  posted: PostedRecord[] | null
  powers: PowerRecord[] | null
  /** The lists that could be read, by the root that the rules give them. */
  allowlists: ReadonlyMap<Bytes32, Allowlist>
  voids: VoidRecord[] | null
  evidence: Evidence | null
  result: Result | null
  winners: WinnerRow[] | null
  close: CloseRecord | null
  mints: MintRecord[] | null
  proofs: BlockProof[] | null
  powerProofs: PowerProofs | null
}

/** Reads every core file and `after/`; whatever is malformed, unsorted or missing is red in `log`. */
export async function readCore(files: BundleFiles, log: CheckLog, judge: LineJudge): Promise<Core> {
  const read = lineReader(files, log)
  const rules = read.record('rules.json', parseRules)
  const roundId = rules && roundIdOf(rules)
  const one = <S extends z.ZodType>(file: string, schema: S) =>
    read.record(file, (value) => parseShape(schema, value, file))
  const rows = <S extends z.ZodType>(file: string, schema: S, compare: Order<z.infer<S>>) =>
    inOrder(
      log,
      file,
      read.lines(file, (value) => parseShape(schema, value, file)),
      compare,
    )
  const candidates = rows('candidates.jsonl', candidateSchema, byNumber)
  const evidence = one('evidence.json', evidenceSchema)
  const round = ballotRoundOf(rules, roundId, candidates, evidence)
  const once = sharingBlocks()
  const has = (file: string) => files.facts.has(file)
  return {
    files,
    rules,
    roundId,
    candidates,
    metadata: rows('metadata.jsonl', metadataSchema, byNumber),
    log: await readLog({ files, log, read, round, judge }),
    heads: rows('heads.jsonl', headRecordSchema, bySize),
    posted: rows('posted.jsonl', postedRecordSchema, byAnchor),
    powers: inOrder(
      log,
      'powers.jsonl',
      read.lines('powers.jsonl', (value) => once(parseShape(powerRecordSchema, value, 'powers.jsonl'))),
      byAccount,
    ),
    allowlists: readAllowlists(files, log, rules),
    voids: rows('voids.jsonl', voidRecordSchema, byAnchor),
    evidence,
    result: one('result.json', resultSchema),
    winners: rows('winners.jsonl', winnerSchema, byRank),
    close: has('after/close.json') ? one('after/close.json', closeRecordSchema) : null,
    mints: has('after/tokens.jsonl') ? rows('after/tokens.jsonl', mintRecordSchema, byRank) : null,
    proofs: has(BLOCK_PROOFS) ? rows(BLOCK_PROOFS, blockProofSchema, byBlock) : null,
    powerProofs: has(POWER_PROOFS) ? inStrategyOrder(log, one(POWER_PROOFS, powerProofsSchema)) : null,
  }
}

/** Reads the lists that the rules name, and no others. */
function readAllowlists(files: BundleFiles, log: CheckLog, rules: Rules | null): Map<Bytes32, Allowlist> {
  const lists = new Map<Bytes32, Allowlist>()
  if (!rules) return lists
  const named = new Set(rules.strategies.filter(readsAllowlist).map(({ params }) => params.allowlistRoot))
  for (const file of files.facts.keys()) {
    const root = allowlistRootIn(file)
    if (root && !named.has(root)) log.red({ file }, 'bundle-unknown-file', 'the rules name no such list')
  }
  for (const root of named) {
    const file = allowlistPath(root)
    const bytes = files.get(file)
    if (!bytes) log.red({ file }, 'bundle-missing-file', 'the rules name this list')
    const list = bytes && attemptList(log, file, bytes)
    if (list) lists.set(root, list)
  }
  return lists
}

function attemptList(log: CheckLog, file: string, bytes: Uint8Array): Allowlist | null {
  try {
    return readAllowlist(bytes)
  } catch (error) {
    if (!(error instanceof AllowlistError)) throw error
    log.red({ file, line: error.line }, error.code, '{fault}', { fault: error.said })
    return null
  }
}

/** What ballots are judged by; null when the rules or the candidates give no root, or no queue of duels. */
export function ballotRoundOf(
  rules: Rules | null,
  roundId: Bytes32 | null,
  candidates: readonly Candidate[] | null,
  evidence: Evidence | null,
): BallotRound | null {
  if (!rules || !roundId || !candidates) return null
  const openingBlock = evidence?.opening.anchor.blockHash ?? null
  // Without it no ballot of a pairwise round can be judged; others do not depend on it.
  if (rules.method === 'pairwise' && !openingBlock) return null
  try {
    const candidateRoot = candidateRootOf(candidates)
    return { rules, roundId, candidateRoot, candidateCount: candidates.length, openingBlock }
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

/** Lets the powers of a round share what they all repeat; apart, it takes a third of their memory. */
function sharingBlocks(): (record: PowerRecord) => PowerRecord {
  const seen = new Map<string, TokenShare>()
  return ({ account, power, shares }) => ({
    account,
    power,
    shares: shares.map((share) => {
      if (!isTokenShare(share) || share.earlier) return share
      const { block, codeHash } = share
      const key = `${share.strategy} ${share.token} ${share.timepoint} ${codeHash} ${block.number} ${block.hash} ${block.timestamp}`
      const first = seen.get(key)
      if (!first) seen.set(key, share)
      const { raw, share: weight, strategy, id, version, chainId } = share
      const { token, timepoint, codeHash: code, block: at } = first ?? share
      return {
        strategy,
        id,
        version,
        chainId,
        token,
        raw,
        share: weight,
        block: at,
        timepoint,
        codeHash: code,
      }
    }),
  })
}

function inStrategyOrder(log: CheckLog, read: PowerProofs | null): PowerProofs | null {
  if (!read) return null
  const proofs = inOrder(log, POWER_PROOFS, read.proofs, (a, b) => a.strategy - b.strategy)
  return proofs && { ...read, proofs }
}

type Order<T> = (a: T, b: T) => number
const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number
const byRank = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank
const byBlock = (a: BlockProof, b: BlockProof) =>
  a.chainId - b.chainId || Number(BigInt(a.number) - BigInt(b.number))
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
