import type { CollectionRoles } from '#lib/platform/roles.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { cancelReasonOf, type RoundFacts, roundState } from '#lib/protocol/states.ts'
import type { ChainFacts } from './chain/chain-facts.ts'
import type { EventPlace } from './chain/schema.ts'
import type { ChainView, RoundState, RoundSummary, RoundView } from './schema.ts'

type Stored = {
  rowId: string
  slug: string
  title: string
  brief: string
  status: 'draft' | 'submissions' | 'cancelled'
  cancelReason: string | null
  rules: RoundView['rules']
  roundId: `0x${string}` | null
  volunteers: boolean
  routing: RoundView['routing']
  candidateRoot: `0x${string}` | null
  candidateCount: number | null
  community: Omit<RoundView['community'], 'roles' | 'roundCount'>
}

type Counts = { candidates: number; requested: number; leaves: number }

export type ViewSource = {
  round: Stored
  facts: ChainFacts
  counts: Counts
  winnerCount: number
  now: number
}

/** The facts of a round as the protocol's state function takes them. */
export function stateFacts({ round, facts, winnerCount, now }: Omit<ViewSource, 'counts'>): RoundFacts {
  const { challengeSeconds } = round.rules
  return {
    status: round.status,
    times: round.rules,
    now,
    chain: {
      opened: facts.opened !== null,
      cancelled: facts.cancelled !== null,
      closedAt: facts.finalAt === null ? null : facts.finalAt - challengeSeconds,
      closeCount: facts.closes.length,
      challengeSeconds,
      frozen: facts.frozen !== null,
      mintedCount: facts.minted.length,
      winnerCount,
    },
  }
}

export function stateOf(source: Omit<ViewSource, 'counts'>): { state: RoundState; reason: string | null } {
  const facts = stateFacts(source)
  const cause = cancelReasonOf(facts)
  // A director says why in words; the other causes are their own.
  const reason = cause === 'director' ? source.round.cancelReason : cause
  return { state: roundState(facts), reason }
}

const placeOf = ({ txHash, blockNumber, blockTime }: EventPlace) => ({
  tx: txHash,
  block: blockNumber,
  time: blockTime,
})

/** What the chain says, for a page. */
export function chainView(facts: ChainFacts, challengeSeconds: number): ChainView {
  const { opened, cancelled, frozen, finalAt } = facts
  const anchored = facts.anchors.at(-1)
  const roundIndex = opened?.roundIndex ?? 0
  return {
    opened: opened && {
      ...placeOf(opened.place),
      blockHash: opened.place.blockHash,
      roundIndex,
      director: opened.director,
      guardian: opened.guardian,
      operator: facts.rotations.at(-1)?.operator ?? opened.operator,
    },
    anchored: anchored ? { ...placeOf(anchored.place), size: anchored.size, root: anchored.root } : null,
    postedCount: facts.posted.length,
    voids: facts.voids.map(({ number, reason }) => ({ number, reason })),
    cancelled: cancelled && { ...placeOf(cancelled.place), reason: cancelled.reason },
    frozen: frozen && {
      ...placeOf(frozen.place),
      operator: frozen.operator,
      evidence: frozen.evidence === 0 ? 'equivocation' : 'dropped',
      size: frozen.size,
      signedRoot: frozen.signedRoot,
      otherRoot: frozen.otherRoot,
    },
    closes: facts.closes.map(({ place, closes, resultHash, winnersRoot, bundleDigest, finalAt: ends }) => ({
      ...placeOf(place),
      closes,
      resultHash,
      winnersRoot,
      bundleDigest,
      finalAt: ends,
    })),
    closedAt: finalAt === null ? null : finalAt - challengeSeconds,
    finalAt,
    minted: facts.minted.map(({ place, rank, number, tokenDigest, recipient }) => ({
      ...placeOf(place),
      rank,
      number,
      tokenId: String(tokenIdOf(roundIndex, rank)),
      tokenDigest,
      recipient,
    })),
  }
}

export function roundSummary(source: ViewSource): RoundSummary {
  const { round, facts, counts } = source
  const { state, reason } = stateOf(source)
  return {
    id: round.roundId ?? round.rowId,
    rowId: round.rowId,
    slug: round.slug,
    title: round.title,
    brief: round.brief,
    state,
    stateReason: reason,
    isFrozen: facts.frozen !== null,
    community: { slug: round.community.slug, name: round.community.name },
    submissionsCloseAt: round.rules.submissionsCloseAt,
    opensAt: round.rules.opensAt,
    closesAt: round.rules.closesAt,
    finalAt: facts.finalAt,
    places: round.rules.places,
    method: round.rules.method,
    candidateCount: round.candidateCount ?? counts.candidates,
    requestedCount: counts.requested,
    maxCandidates: round.rules.limits.maxCandidates,
    ballotCount: counts.leaves,
  }
}

function communityFields(community: Stored['community']): Stored['community'] {
  const { slug, name, description, chainId, collection, deployBlock, strategies, licence } = community
  return { slug, name, description, chainId, collection, deployBlock, strategies, licence }
}

export function roundView(
  source: ViewSource,
  setting: { roles: CollectionRoles; roundCount: number },
): RoundView {
  const { round, facts, now } = source
  return {
    ...roundSummary(source),
    roundId: round.roundId,
    rules: round.rules,
    now,
    candidateRoot: round.candidateRoot,
    admissionEnded: round.candidateRoot !== null,
    volunteers: round.volunteers,
    routing: round.routing,
    community: { ...communityFields(round.community), ...setting },
    chain: chainView(facts, round.rules.challengeSeconds),
  }
}
