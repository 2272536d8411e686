import { findAllowlist, powerSources } from '#lib/ballots/allowlists/data.ts'
import { listHeads, readLeaves } from '#lib/ballots/data.ts'
import { findSnapshots, readPowers } from '#lib/ballots/powers/data.ts'
import { findSnapshot, type SnapshotEvidence } from '#lib/ballots/powers/find-snapshot.ts'
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
import type { Rules } from '#lib/protocol/rules.ts'
import { readsAllowlist } from '#lib/protocol/strategy.ts'
import { takesSignature } from '#lib/protocol/verify/wallet-call.ts'
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
  const [moments, close] = await Promise.all([
    findSnapshots(powerSources(services), rules),
    findSnapshot(services.chain, rules.closesAt - 1),
  ])
  const taken = moments.flatMap(({ evidence, ...moment }) => (evidence ? [{ ...moment, evidence }] : []))
  if (!opened || taken.length < moments.length || !close) throw new AppError('closing-not-ready')
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
    snapshots: taken.map((moment) => snapshotRecord(rules, moment)),
    tieSeed: { block: close.successor, parent: close.snapshot.block },
    proofs: [],
  }
  const snapshots = taken.map(({ chainId, at, evidence: { snapshot } }) => ({ chainId, at, snapshot }))
  return { evidence, snapshots }
}

type Taken = { chainId: number; at: number; evidence: SnapshotEvidence }

function snapshotRecord({ snapshotAt }: Rules, { chainId, at, evidence }: Taken) {
  const { snapshot, successor } = evidence
  return { chainId, ...(at !== snapshotAt && { at }), block: snapshot.block, successor }
}

/** Files of the lists that the rules name. @throws AppError power-unavailable */
async function allowlistsOf(services: Services, { strategies }: Rules): Promise<Uint8Array[]> {
  return Promise.all(
    strategies.filter(readsAllowlist).map(async ({ params }) => {
      const list = await findAllowlist(services, params.allowlistRoot)
      if (!list) throw new AppError('power-unavailable', { detail: 'the allowlist is not here' })
      return list.bytes
    }),
  )
}

/** Everything that the result of a sealed round follows from. @throws AppError closing-not-ready, power-unavailable */
export async function collectRound(services: Services, seen: RoundOnChain): Promise<BundleInput> {
  const { round, facts } = seen
  const { db } = services
  const leaves = await readLeaves(db, round.rowId, facts.anchors.at(-1)?.size ?? 0)
  const posted = facts.posted.map(({ ballot, place }) => ({ ballot, anchor: anchorOf(place) }))
  const { evidence, snapshots } = await evidenceOf(services, seen)
  const sources = powerSources(services)
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
    powers: await readPowers(sources, round.rules, snapshots, possibleVoters(leaves, posted)),
    allowlists: await allowlistsOf(services, round.rules),
    voids: facts.voids.map(({ number, reason, place }) => ({ number, reason, anchor: anchorOf(place) })),
    evidence,
    askPosted: (question, { blockNumber }) =>
      takesSignature(services.chain, question, BigInt(blockNumber)).catch((cause: unknown) => {
        throw new AppError('wallet-check-unavailable', { cause })
      }),
  }
}
