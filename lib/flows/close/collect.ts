import { listHeads, readLeaves } from '#lib/ballots/data.ts'
import { findSnapshot, readPowers } from '#lib/ballots/powers/data.ts'
import type { RoundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { parseBallotPost } from '#lib/protocol/ballot.ts'
import type { BundleInput } from '#lib/protocol/bundle.ts'
import { hexToBytes } from '#lib/protocol/bytes.ts'
import { candidateSchema, type Metadata, metadataSchema } from '#lib/protocol/candidates.ts'
import { parseCanonical } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Anchor, Evidence, HeadRecord, PostedRecord } from '#lib/protocol/evidence.ts'
import type { Leaf } from '#lib/protocol/leaf.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { ChainFacts } from '#lib/rounds/chain/chain-facts.ts'
import type { EventPlace } from '#lib/rounds/chain/schema.ts'
import { readNumbered } from '#lib/rounds/results/data.ts'

export function anchorOf({ blockNumber, blockHash, blockTime, txHash, logIndex }: EventPlace): Anchor {
  return { blockNumber: String(blockNumber), blockHash, blockTime, txHash, logIndex }
}

/** Heads signed here and heads found on chain, each with its event if it has one. */
function headRecords(round: RoundOnChain['round'], facts: ChainFacts, signed: HeadRecord[]): HeadRecord[] {
  const bySize = new Map(signed.map((record) => [record.head.size, record]))
  for (const { size, root, signedAt, signature, place } of facts.anchors) {
    const head = { round: round.roundId, size: String(size), root, signedAt: String(signedAt) }
    bySize.set(head.size, { head, signature, anchor: anchorOf(place) })
  }
  return [...bySize.values()]
}

/** Everybody who may have a ballot: those in the log, and those named by what was posted. */
function possibleVoters(leaves: readonly Leaf[], posted: readonly PostedRecord[]): Address[] {
  const voters = new Set<Address>(leaves.map(({ ballot }) => ballot.voter))
  for (const { ballot } of posted) {
    try {
      voters.add(parseBallotPost(parseCanonical(hexToBytes(ballot))).ballot.voter)
    } catch (error) {
      // Anyone may post anything; what is no ballot names nobody.
      if (!(error instanceof ProtocolError)) throw error
    }
  }
  return [...voters].toSorted()
}

async function evidenceOf(services: Services, seen: RoundOnChain) {
  const { round, facts } = seen
  const { rules } = round
  const { opened } = facts
  const [snapshot, close] = await Promise.all([
    findSnapshot(services.chain, rules.snapshotAt),
    findSnapshot(services.chain, rules.closesAt - 1),
  ])
  if (!opened || !snapshot || !close) throw new AppError('closing-not-ready')
  const evidence: Evidence = {
    protocol: rules.protocol,
    chainId: rules.chainId,
    collection: rules.collection,
    opening: {
      anchor: anchorOf(opened.place),
      roundIndex: opened.roundIndex,
      director: opened.director,
      guardian: opened.guardian,
      operator: opened.operator,
    },
    rotations: facts.rotations.map(({ operator, formerOperator, size, place }) => ({
      operator,
      formerOperator,
      size: String(size),
      anchor: anchorOf(place),
    })),
    snapshots: [{ chainId: rules.chainId, block: snapshot.snapshot.block, successor: snapshot.successor }],
    tieSeed: { block: close.successor, parent: close.snapshot.block },
    proofs: [],
  }
  return { evidence, snapshot: snapshot.snapshot }
}

/** Everything that the result of a sealed round follows from. @throws AppError closing-not-ready, power-unavailable */
export async function collectRound(services: Services, seen: RoundOnChain): Promise<BundleInput> {
  const { round, facts } = seen
  const { db, chain } = services
  const leaves = await readLeaves(db, round.rowId, facts.anchors.at(-1)?.size ?? 0)
  const posted = facts.posted.map(({ ballot, place }) => ({ ballot, anchor: anchorOf(place) }))
  const { evidence, snapshot } = await evidenceOf(services, seen)
  const numbered = await readNumbered(db, round.rowId)
  const signed = (await listHeads(db, round)).map(
    ({ head, signature }): HeadRecord => ({ head, signature, anchor: null }),
  )
  return {
    rules: round.rules,
    candidates: numbered.map(({ record }) => candidateSchema.parse(JSON.parse(record))),
    metadata: numbered.map(
      ({ number, metadata }): Metadata => metadataSchema.parse({ ...(metadata as object), number }),
    ),
    leaves,
    heads: headRecords(round, facts, signed),
    posted,
    powers: await readPowers(chain, round.rules, snapshot, possibleVoters(leaves, posted)),
    voids: facts.voids.map(({ number, reason, place }) => ({ number, reason, anchor: anchorOf(place) })),
    evidence,
  }
}
