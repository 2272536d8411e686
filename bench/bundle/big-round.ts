import { leafOf, signAs, voterOf } from '#bench/ballots/signed-ballots.ts'
import { type BundleInput, buildBundle, type Files } from '#lib/protocol/bundle.ts'
import { fileHashOf, sha256Bytes32, taggedHash, utf8 } from '#lib/protocol/bytes.ts'
import { candidateRootOf, metadataHashOf, numberCandidates } from '#lib/protocol/candidates.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import type { Evidence, HeadRecord } from '#lib/protocol/evidence.ts'
import { headDigest } from '#lib/protocol/head.ts'
import { type Leaf, leafBytes } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { type PowerRecord, shareOf, totalPower } from '#lib/protocol/power.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import {
  blockAt,
  CHAIN,
  CLOSES,
  COLLECTION,
  OPENS,
  sampleAnchor,
  sampleBlock,
  sampleRules,
} from '#lib/protocol/verify/sample-facts.ts'

export type BigRoundSize = { ballots: number; voters: number; works: number; headEvery: number }

function rulesOf(works: number): Rules {
  const rules = sampleRules()
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

/** Three different works by a fixed rule, ascending. */
function choicesOf(index: number, works: number): string {
  const draw = taggedHash('bench-choices', utf8(String(index)))
  const numbers = new Set([0, 2, 4].map((at) => 1 + (((draw[at] ?? 0) * 256 + (draw[at + 1] ?? 0)) % works)))
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((number) => `#${number}`)
    .join(' ')
}

function powerOf(rules: Rules, voter: string): PowerRecord {
  const { parentHash: _, ...block } = sampleBlock(blockAt(rules.snapshotAt))
  const raw = BigInt(1 + ((taggedHash('bench-power', utf8(voter))[0] ?? 0) % 90)) * 10n ** 18n
  const shares = rules.strategies.map(({ params, ...strategy }, index) => ({
    ...strategy,
    strategy: index,
    raw: String(raw),
    share: String(shareOf({ ...strategy, params }, raw)),
    block,
    timepoint: String(rules.snapshotAt),
    codeHash: sha256Bytes32(utf8('bench token')),
  }))
  const power = totalPower(
    rules,
    shares.map(({ share }) => BigInt(share)),
  )
  return { account: voterOf(voter), power: String(power), shares }
}

function headsOf(rules: Rules, roundId: Bytes32, leaves: readonly Leaf[], every: number): HeadRecord[] {
  const tree = new LogTree(leaves.map((leaf) => leafHashOf(leafBytes(leaf))))
  const sizes = Array.from(
    { length: Math.floor((leaves.length - 1) / every) },
    (_, index) => (index + 1) * every,
  )
  return [...sizes, leaves.length].map((size) => {
    const sealed = size === leaves.length
    const at = sealed ? CLOSES + 60 : (leaves[size - 1]?.acceptedAt ?? OPENS)
    const head = { round: roundId, size: String(size), root: tree.root(size), signedAt: String(at) }
    const signature = signAs('operator', headDigest(rules, head))
    return { head, signature, anchor: sampleAnchor(blockAt(at) + 1, sizes.indexOf(size) + 1) }
  })
}

function evidenceOf(rules: Rules): Evidence {
  const { parentHash: _, ...snapshot } = sampleBlock(blockAt(rules.snapshotAt))
  const seed = blockAt(rules.closesAt)
  const { parentHash: __, ...parent } = sampleBlock(seed - 1)
  return {
    protocol: 'verso/1',
    chainId: CHAIN,
    collection: COLLECTION,
    opening: {
      anchor: sampleAnchor(blockAt(OPENS - 600)),
      roundIndex: 1,
      director: voterOf('director'),
      guardian: voterOf('guardian'),
      operator: rules.operator,
    },
    rotations: [],
    snapshots: [{ chainId: CHAIN, block: snapshot, successor: sampleBlock(Number(snapshot.number) + 1) }],
    tieSeed: { block: sampleBlock(seed), parent },
    proofs: [],
  }
}

/** A whole round with real signatures, as large as asked for; the same bytes for the same size. */
export async function bigRound(size: BigRoundSize): Promise<{ input: BundleInput; files: Files }> {
  const rules = rulesOf(size.works)
  const roundId = roundIdOf(rules)
  const { candidates, metadata } = await worksOf(roundId, size.works)
  const candidateRoot = candidateRootOf(candidates)
  const names = Array.from({ length: size.voters }, (_, index) => `voter ${index}`)
  const leaves = Array.from({ length: size.ballots }, (_, index) => {
    const at = OPENS + 60 + Math.floor((index * 80_000) / size.ballots)
    const voter = names[index % names.length] ?? ''
    const sequence = 1 + Math.floor(index / names.length)
    const note = index % 8 === 0 ? 'The second ink keeps out of the way.' : ''
    return leafOf(
      { rules, roundId, candidateRoot },
      { voter, choices: choicesOf(index, size.works), sequence, at, note },
      index,
    )
  })
  const input: BundleInput = {
    rules,
    candidates,
    metadata,
    leaves,
    heads: headsOf(rules, roundId, leaves, size.headEvery),
    posted: [],
    powers: names.map((name) => powerOf(rules, name)),
    voids: [],
    evidence: evidenceOf(rules),
  }
  return { input, files: (await buildBundle(input)).files }
}
