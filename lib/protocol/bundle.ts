import { readAllowlist } from './allowlist.ts'
import { ballotSetOf, votersOf } from './ballot-set.ts'
import { fileHashOf } from './bytes.ts'
import { type Candidate, candidateRootOf, type Metadata } from './candidates.ts'
import { canonicalBytes, jsonLines } from './canonical.ts'
import { ProtocolError } from './errors.ts'
import {
  byAnchor,
  type Evidence,
  type HeadRecord,
  type PostedRecord,
  tieSeedOf,
  type VoidRecord,
} from './evidence.ts'
import type { AskPosted } from './judge-lines.ts'
import { type Leaf, leafBytes } from './leaf.ts'
import { leafHashOf, logRoot } from './log-tree.ts'
import {
  allowlistPath,
  factsOf,
  inputsFrom,
  MANIFEST,
  manifestDigestOf,
  manifestOf,
  SHARD_LEAVES,
  shardPath,
  tokenPath,
  workPath,
} from './manifest.ts'
import { type PowerRecord, powersByAccount, powersByChain } from './power.ts'
import type { Address, Bytes32, FileHash } from './primitives.ts'
import { resultHashOf, resultOf, type SealedResult } from './result.ts'
import { type Rules, roundIdOf } from './rules.ts'
import { sharesOf } from './shares.ts'
import { readsAllowlist } from './strategy.ts'
import { tally } from './tally.ts'
import { tokenBytes, tokenDocument } from './token-document.ts'
import { winnerRows, winnersRoot, workOf } from './winners.ts'

export type Files = Map<string, Uint8Array>

/** Everything a round's bundle is made from. Lists may come in any order, except `leaves`. */
export type BundleInput = {
  rules: Rules
  /** Numbered. */
  candidates: readonly Candidate[]
  metadata: readonly Metadata[]
  /** The sealed log, in log order. */
  leaves: readonly Leaf[]
  /** Signed heads, the anchored ones with their event; heads beyond the sealed log are left out. */
  heads: readonly HeadRecord[]
  /** Every BallotPosted event of the round. */
  posted: readonly PostedRecord[]
  /** At least one record for every account with a ballot; others are left out. */
  powers: readonly PowerRecord[]
  /** Files of the lists that the strategies name; needed where there are any. */
  allowlists?: readonly Uint8Array[]
  /** Every CandidateVoided event of the round. */
  voids: readonly VoidRecord[]
  evidence: Evidence
  /** Asks the home chain about posted ballots that no key signed; needed where there is one. */
  askPosted?: AskPosted
}

/** The core files of a bundle, and what closeRound anchors. */
export type Bundle = {
  files: Files
  manifestDigest: Bytes32
  roundId: Bytes32
  resultHash: Bytes32
  winnersRoot: Bytes32
  sharesRoot: Bytes32
  /** uint128, decimal. */
  sharesTotal: string
  result: SealedResult
}

/**
 * Counts a round and writes its bundle: the core files with their manifest, without works and `after/`.
 * Deterministic: the same facts give the same bytes.
 * @throws ProtocolError as the ballots, the tally and the powers do; `receipt-invalid` when the log is not the one
 * that was sealed
 */
export async function buildBundle(input: BundleInput): Promise<Bundle> {
  const { rules, evidence } = input
  const roundId = roundIdOf(rules)
  const candidates = input.candidates.toSorted((a, b) => a.number - b.number)
  const metadata = input.metadata.toSorted((a, b) => a.number - b.number)
  const posted = input.posted.toSorted(byAnchor)
  const voids = input.voids.toSorted(byAnchor)
  const heads = headsUpToSeal(input.heads, input.leaves)

  const set = await ballotSetOf({
    rules,
    roundId,
    candidateRoot: candidateRootOf(candidates),
    candidateCount: candidates.length,
    openingBlock: evidence.opening.anchor.blockHash,
    leaves: input.leaves,
    posted,
    askPosted: input.askPosted,
  })
  const [fault] = set.logFaults
  if (fault)
    throw new ProtocolError(fault.code, 'leaf {index}: {fault}', { index: fault.index, fault: fault.said })
  if (set.open.length > 0)
    throw new ProtocolError('signature-check', 'a posted ballot that no key signed, and no chain was asked')
  const powers = powersOfVoters(votersOf(set.ballots), input.powers)

  const files: Files = new Map([
    ['rules.json', canonicalBytes(rules)],
    ['candidates.jsonl', jsonLines(candidates)],
    ['metadata.jsonl', jsonLines(metadata)],
    ...logFiles(input.leaves),
    ['heads.jsonl', jsonLines(heads)],
    ['posted.jsonl', jsonLines(posted)],
    ['powers.jsonl', jsonLines(powers)],
    ['voids.jsonl', jsonLines(voids)],
    ...allowlistFiles(rules, input.allowlists ?? []),
    ['evidence.json', canonicalBytes(evidence)],
  ])
  const counted = tally({
    rules,
    roundId,
    candidates,
    voids,
    ballots: set.ballots,
    powers: powersByAccount(rules, powers),
    chainPowers: powersByChain(rules, powers),
    tieSeed: tieSeedOf(evidence),
  })
  const result = resultOf({ rules, roundId, tally: counted, inputs: inputsOf(files) })
  const outcome = outcomeOf({ rules, roundId, result, candidates, metadata })
  for (const [path, bytes] of outcome.files) files.set(path, bytes)

  const manifest = manifestOf(roundId, files)
  files.set(MANIFEST, canonicalBytes(manifest))
  const { resultHash, sharesRoot, sharesTotal } = outcome
  return {
    files,
    manifestDigest: manifestDigestOf(manifest),
    roundId,
    resultHash,
    winnersRoot: outcome.winnersRoot,
    sharesRoot,
    sharesTotal,
    result,
  }
}

/** What follows from a result alone: result.json, token documents, winners, shares, and their roots. */
export function outcomeOf(input: {
  rules: Rules
  roundId: Bytes32
  result: SealedResult
  candidates: readonly Candidate[]
  metadata: readonly Metadata[]
}) {
  const { rules, roundId, result } = input
  const files: Files = new Map([['result.json', canonicalBytes(result)]])
  for (const { rank, number } of result.winners) {
    const { candidate, metadata } = workOf(input, number)
    files.set(tokenPath(rank), tokenBytes(tokenDocument(rules, candidate, metadata, result)))
  }
  const winners = winnerRows(input)
  files.set('winners.jsonl', jsonLines(winners))
  const shares = sharesOf(rules)
  files.set('shares.jsonl', jsonLines(shares.rows))
  return {
    files,
    winners,
    resultHash: resultHashOf(result),
    winnersRoot: winnersRoot(roundId, winners),
    sharesRoot: shares.root,
    sharesTotal: shares.total,
  }
}

/** Hash of every core file that the result is made from, by path. */
export function inputsOf(files: ReadonlyMap<string, Uint8Array>): Record<string, FileHash> {
  return inputsFrom(factsOf(files))
}

/** Works, renditions, recipes, briefs and what credentials need as the content-addressed layer of a bundle. */
export function worksLayer(contents: Iterable<Uint8Array>): Files {
  const files: Files = new Map()
  for (const bytes of contents) files.set(workPath(fileHashOf(bytes)), bytes)
  return files
}

/** The list of each allowlist strategy. */
function allowlistFiles({ strategies }: Rules, lists: readonly Uint8Array[]): [string, Uint8Array][] {
  const byRoot = new Map(lists.map((bytes) => [readAllowlist(bytes).root, bytes]))
  return strategies.filter(readsAllowlist).map(({ params }) => {
    const bytes = byRoot.get(params.allowlistRoot)
    if (!bytes)
      throw new ProtocolError('bundle-missing-file', 'no list has the root {allowlistRoot}', {
        allowlistRoot: params.allowlistRoot,
      })
    return [allowlistPath(params.allowlistRoot), bytes]
  })
}

/** log/ and leaf-hashes/ in shards; a log without leaves has one empty shard of each. */
function logFiles(leaves: readonly Leaf[]): [string, Uint8Array][] {
  const files: [string, Uint8Array][] = []
  for (let start = 0; start === 0 || start < leaves.length; start += SHARD_LEAVES) {
    const shard = leaves.slice(start, start + SHARD_LEAVES)
    const hashes = shard.map((leaf, offset) => ({ index: start + offset, hash: leafHashOf(leafBytes(leaf)) }))
    files.push([shardPath('log', start / SHARD_LEAVES), jsonLines(shard)])
    files.push([shardPath('leaf-hashes', start / SHARD_LEAVES), jsonLines(hashes)])
  }
  return files
}

function headsUpToSeal(heads: readonly HeadRecord[], leaves: readonly Leaf[]): HeadRecord[] {
  const sorted = heads.toSorted((a, b) => (BigInt(a.head.size) < BigInt(b.head.size) ? -1 : 1))
  const sealed = sorted.findLast((row) => row.anchor !== null)
  const size = sealed?.head.size ?? '0'
  if (size !== String(leaves.length))
    throw new ProtocolError('receipt-invalid', 'the sealed log has {size} leaves, not {leaves}', {
      size,
      leaves: leaves.length,
    })
  if (sealed && sealed.head.root !== logRoot(leaves.map((leaf) => leafHashOf(leafBytes(leaf)))))
    throw new ProtocolError('receipt-invalid', 'the leaves do not give the root of the sealed log')
  return sorted.filter((row) => BigInt(row.head.size) <= BigInt(size))
}

function powersOfVoters(voters: readonly Address[], records: readonly PowerRecord[]): PowerRecord[] {
  const byAccount = new Map(records.map((record) => [record.account, record]))
  return voters.map((account) => {
    const record = byAccount.get(account)
    if (!record) throw new ProtocolError('power-invalid', 'no power is recorded for {account}', { account })
    return record
  })
}
