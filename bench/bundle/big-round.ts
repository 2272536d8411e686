import { signAs, voterOf } from '#bench/ballots/signed-ballots.ts'
import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import { type Files, inputsOf, outcomeOf } from '#lib/protocol/bundle.ts'
import { concatBytes, fileHashOf, sha256Bytes32, taggedHash, utf8 } from '#lib/protocol/bytes.ts'
import { candidateRootOf, metadataHashOf, numberCandidates } from '#lib/protocol/candidates.ts'
import { canonicalBytes, jsonLines } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { type HeadRecord, tieSeedOf } from '#lib/protocol/evidence.ts'
import { headDigest } from '#lib/protocol/head.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { MANIFEST, manifestOf, SHARD_LEAVES, shardPath } from '#lib/protocol/manifest.ts'
import { type PowerRecord, powersByAccount, shareOf, totalPower } from '#lib/protocol/power.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { resultOf } from '#lib/protocol/result.ts'
import { type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { readsToken } from '#lib/protocol/strategy.ts'
import { tally } from '#lib/protocol/tally.ts'
import {
  blockAt,
  CLOSES,
  OPENS,
  sampleAnchor,
  sampleBlock,
  sampleRules,
} from '#lib/protocol/verify/sample-facts.ts'
import { sampleEvidence } from '#lib/protocol/verify/sample-round.ts'
import { openThreadPool } from '#scripts/threads/thread-pool.ts'
import type { Signed, SignTask } from './sign-thread.ts'

/** `voters` cast their ballots in turn, so that with fewer voters than ballots some are replaced. */
export type BigRoundSize = { ballots: number; voters: number; works: number }

function rulesOf(works: number): Rules {
  const plain = sampleRules()
  const licence = { id: plain.licence.id, textHash: licenceTextHash(plain.licence.id) }
  const rules = { ...plain, licence }
  return {
    ...rules,
    operator: voterOf('operator'),
    limits: { maxChoices: 3, maxCandidates: Math.max(works, 100) },
    strategies: rules.strategies.slice(0, 1),
    places: 12,
  }
}

async function worksOf(roundId: Bytes32, count: number) {
  const records = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const picture = utf8(`picture ${index}`)
      const metadata = {
        title: `Tide line ${index}`,
        description: '',
        alt: `Two inks, tide line ${index}`,
        traits: [],
        licence: 'CC0-1.0',
        royaltyReceiver: voterOf(`creator ${index % 40}`),
      }
      const candidate = {
        contentHash: fileHashOf(picture),
        contentCid: await contentCidOf(picture),
        mime: 'image/png' as const,
        width: 1024,
        height: 1024,
        recipeHash: fileHashOf(utf8(`recipe ${index}`)),
        creator: metadata.royaltyReceiver,
        metadataHash: metadataHashOf(metadata),
        renditions: [],
      }
      return { candidate, metadata }
    }),
  )
  const candidates = numberCandidates(
    roundId,
    records.map(({ candidate }) => candidate),
  )
  const byHash = new Map(records.map(({ candidate, metadata }) => [candidate.metadataHash, metadata]))
  const metadata = candidates.flatMap(({ number, metadataHash }) => {
    const words = byHash.get(metadataHash)
    return words ? [{ number, ...words }] : []
  })
  return { candidates, metadata }
}

function powerOf(rules: Rules, account: Address): PowerRecord {
  const { parentHash: _, ...block } = sampleBlock(blockAt(rules.snapshotAt))
  const raw = BigInt(1 + ((taggedHash('bench-power', utf8(account))[0] ?? 0) % 90)) * 10n ** 18n
  const shares = rules.strategies.filter(readsToken).map((strategy, index) => {
    const { params: _, ...source } = strategy
    return {
      ...source,
      strategy: index,
      raw: String(raw),
      share: String(shareOf(strategy, raw)),
      block,
      timepoint: String(rules.snapshotAt),
      codeHash: sha256Bytes32(utf8('bench token')),
    }
  })
  const power = totalPower(
    rules,
    shares.map(({ share }) => BigInt(share)),
  )
  return { account, power: String(power), shares }
}

/** Heads at even steps of the log, each anchored, and the sealed one. */
function headsOf(rules: Rules, roundId: Bytes32, log: { tree: LogTree; acceptedAt: readonly number[] }) {
  const { tree, acceptedAt } = log
  const sizes = [
    ...new Set(Array.from({ length: 24 }, (_, step) => Math.ceil(((step + 1) * tree.size) / 24))),
  ]
  return sizes.map((size, place): HeadRecord => {
    const at = size === tree.size ? CLOSES + 60 : (acceptedAt[size - 1] ?? OPENS)
    const head = { round: roundId, size: String(size), root: tree.root(size), signedAt: String(at) }
    const signature = signAs('operator', headDigest(rules, head))
    return { head, signature, anchor: sampleAnchor(blockAt(at) + 1, place) }
  })
}

const SIGNED_TOGETHER = 2048
const THREAD = new URL('./sign-thread.ts', import.meta.url)

/** Ballots of one batch in log order, signed in as many threads as there are processors. */
async function* signedBatches(round: SignTask['round'], of: BigRoundSize): AsyncGenerator<Signed> {
  const pool = openThreadPool<SignTask, Signed>(THREAD)
  const waiting: Promise<Signed>[] = []
  try {
    for (let first = 0; first < of.ballots; first += SIGNED_TOGETHER) {
      // A power of two, so that a batch never crosses the border of two shards.
      const count = Math.min(SIGNED_TOGETHER, of.ballots - first)
      waiting.push(pool.run({ round, first, count, of }))
      const next = waiting.length > 6 ? waiting.shift() : undefined
      if (next) yield await next
    }
    for (const next of waiting) yield await next
  } finally {
    await pool.close()
  }
}

type Log = { tree: LogTree; acceptedAt: number[]; ballots: VerifiedBallot[]; files: Files }

async function logOf(round: SignTask['round'], of: BigRoundSize): Promise<Log> {
  const log: Log = { tree: new LogTree(), acceptedAt: [], ballots: [], files: new Map() }
  let texts: Uint8Array[] = []
  let hashes: { index: number; hash: Bytes32 }[] = []
  const seal = () => {
    const shard = Math.floor((log.tree.size - 1) / SHARD_LEAVES)
    log.files.set(shardPath('log', shard), concatBytes(...texts))
    log.files.set(shardPath('leaf-hashes', shard), jsonLines(hashes))
    texts = []
    hashes = []
  }
  for await (const { text, rows } of signedBatches(round, of)) {
    texts.push(text)
    for (const { hash, acceptedAt, ballot } of rows) {
      hashes.push({ index: log.tree.size, hash })
      log.tree.append(hash)
      log.acceptedAt.push(acceptedAt)
      // Signed a moment ago by the key that the ballot names.
      log.ballots.push(ballot as VerifiedBallot)
    }
    if (log.tree.size % SHARD_LEAVES === 0) seal()
  }
  if (texts.length > 0) seal()
  return log
}

/**
 * The files of a whole round with real signatures, as large as asked for; the same bytes for the same size. Put
 * together here, because `buildBundle` verifies what it is given, one ballot after another.
 */
export async function bigRound(size: BigRoundSize): Promise<Files> {
  const rules = rulesOf(size.works)
  const roundId = roundIdOf(rules)
  const { candidates, metadata } = await worksOf(roundId, size.works)
  const log = await logOf({ rules, roundId, candidateRoot: candidateRootOf(candidates) }, size)
  const evidence = sampleEvidence(rules)
  const voters = [...new Set(log.ballots.map(({ voter }) => voter))].toSorted()
  const powers = voters.map((voter) => powerOf(rules, voter))
  const files: Files = new Map([
    ['rules.json', canonicalBytes(rules)],
    ['candidates.jsonl', jsonLines(candidates)],
    ['metadata.jsonl', jsonLines(metadata)],
    ...log.files,
    ['heads.jsonl', jsonLines(headsOf(rules, roundId, log))],
    ['posted.jsonl', new Uint8Array()],
    ['powers.jsonl', concatBytes(...chunked(powers, 10_000).map(jsonLines))],
    ['voids.jsonl', new Uint8Array()],
    ['evidence.json', canonicalBytes(evidence)],
  ])
  const counted = tally({
    rules,
    roundId,
    candidates,
    voids: [],
    ballots: log.ballots,
    powers: powersByAccount(rules, powers),
    tieSeed: tieSeedOf(evidence),
  })
  const result = resultOf({ rules, roundId, tally: counted, inputs: inputsOf(files) })
  const outcome = outcomeOf({ rules, roundId, result, candidates, metadata })
  for (const [path, bytes] of outcome.files) files.set(path, bytes)
  files.set(MANIFEST, canonicalBytes(manifestOf(roundId, files)))
  return files
}

function chunked<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
