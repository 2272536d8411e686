import { z } from 'zod'
import { policySchema, type RoutingPolicy } from '#lib/generation/routing/policy.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import { resultSchema } from '#lib/protocol/result.ts'
import { type Rules, rulesSchema } from '#lib/protocol/rules.ts'
import { type Strategy, strategySchema } from '#lib/protocol/strategy.ts'
import { type ChainFacts, chainFacts } from './chain/chain-facts.ts'
import { readEventsOf } from './chain/data.ts'

const withCommunity = { community: true } as const

/** The community of a round, as stored. */
export type HomeCommunity = {
  id: string
  slug: string
  name: string
  description: string
  chainId: number
  collection: `0x${string}`
  deployBlock: number
  strategies: Strategy[]
  licence: string
}

/** A round as stored, with its columns parsed. */
export type Round = {
  rowId: string
  slug: string
  title: string
  brief: string
  status: 'draft' | 'submissions' | 'cancelled'
  cancelReason: string | null
  rules: Rules
  rulesText: string | null
  roundId: `0x${string}` | null
  /** Volunteers' computers may render. */
  volunteers: boolean
  routing: RoutingPolicy
  candidateRoot: `0x${string}` | null
  candidateCount: number | null
  community: HomeCommunity
}

type RoundRow = {
  id: string
  slug: string
  title: string
  brief: string
  status: 'draft' | 'submissions' | 'cancelled'
  cancelReason: string | null
  rules: unknown
  rulesText: string | null
  roundId: string | null
  volunteers: boolean
  routing: unknown
  candidateRoot: string | null
  candidateCount: number | null
  community: Omit<HomeCommunity, 'collection' | 'deployBlock' | 'strategies'> & {
    collection: string
    deployBlock: bigint
    strategies: unknown
  }
}

function parseRound(row: RoundRow): Round {
  const { community } = row
  return {
    rowId: row.id,
    slug: row.slug,
    title: row.title,
    brief: row.brief,
    status: row.status,
    cancelReason: row.cancelReason,
    rules: rulesSchema.parse(row.rules),
    rulesText: row.rulesText,
    roundId: row.roundId as `0x${string}` | null,
    volunteers: row.volunteers,
    routing: policySchema.parse(row.routing ?? {}),
    candidateRoot: row.candidateRoot as `0x${string}` | null,
    candidateCount: row.candidateCount,
    community: {
      id: community.id,
      slug: community.slug,
      name: community.name,
      description: community.description,
      chainId: community.chainId,
      collection: community.collection as `0x${string}`,
      deployBlock: Number(community.deployBlock),
      strategies: z.array(strategySchema).parse(community.strategies),
      licence: community.licence,
    },
  }
}

export async function findRoundBySlug(db: Db | Tx, slug: string): Promise<Round | null> {
  const row = await db.round.findUnique({ where: { slug }, include: withCommunity })
  return row && parseRound(row)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** By roundId, or by the key of the row where there is no roundId yet. */
export async function findRound(db: Db | Tx, id: string): Promise<Round | null> {
  if (!id.startsWith('0x') && !UUID.test(id)) return null
  const where = id.startsWith('0x') ? { roundId: id } : { id }
  const row = await db.round.findUnique({ where, include: withCommunity })
  return row && parseRound(row)
}

/** Rounds that are no drafts, the latest voting first. */
export async function listRoundRows(
  db: Db | Tx,
  options: { community?: string; before?: { opensAt: number; rowId: string }; take: number },
): Promise<Round[]> {
  const { community, before, take } = options
  const rows = await db.round.findMany({
    where: {
      roundId: { not: null },
      ...(community && { community: { slug: community } }),
      ...(before && {
        OR: [
          { opensAt: { lt: BigInt(before.opensAt) } },
          { opensAt: BigInt(before.opensAt), id: { lt: before.rowId } },
        ],
      }),
    },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    take,
    include: withCommunity,
  })
  return rows.map(parseRound)
}

export async function slugIsFree(db: Db | Tx, slug: string): Promise<boolean> {
  return (await db.round.count({ where: { slug } })) === 0
}

/** Chain facts of rounds that have an id, by roundId. */
export async function readChainFacts(db: Db | Tx, rounds: Round[]): Promise<Map<string, ChainFacts>> {
  const named = rounds.flatMap(({ roundId, community }) =>
    roundId ? [{ roundId, chainId: community.chainId, collection: community.collection }] : [],
  )
  const events = await readEventsOf(db, named)
  return new Map([...events].map(([roundId, list]) => [roundId, chainFacts(list)]))
}

/** Frozen rounds whose works have no numbers yet: those that may take briefs. */
export async function listUnnumbered(db: Db | Tx): Promise<Round[]> {
  const rows = await db.round.findMany({
    where: { status: 'submissions', candidateRoot: null },
    orderBy: { opensAt: 'desc' },
    take: 50,
    include: withCommunity,
  })
  return rows.map(parseRound)
}

export type RoundCounts = { candidates: number; requested: number; leaves: number }

/** Admitted works, works asked for, and size of the log, by row. */
export async function countsOf(db: Db | Tx, rowIds: string[]): Promise<Map<string, RoundCounts>> {
  const by = ['roundRowId'] as const
  const where = { roundRowId: { in: rowIds } }
  const [candidates, tasks, leaves] = await Promise.all([
    db.candidate.groupBy({ by: [...by], where, _count: true }),
    db.task.groupBy({ by: [...by], where: { ...where, try: 0 }, _count: true }),
    db.logLeaf.groupBy({ by: [...by], where, _count: true }),
  ])
  const counts = new Map<string, RoundCounts>(
    rowIds.map((rowId) => [rowId, { candidates: 0, requested: 0, leaves: 0 }]),
  )
  const fill = (rows: { roundRowId: string; _count: number }[], name: keyof RoundCounts) => {
    for (const row of rows) {
      const entry = counts.get(row.roundRowId)
      if (entry) entry[name] = row._count
    }
  }
  fill(candidates, 'candidates')
  fill(tasks, 'requested')
  fill(leaves, 'leaves')
  return counts
}

/** Every round of some communities, drafts included and first. */
export async function listDraftRows(db: Db | Tx, communities: string[]): Promise<Round[]> {
  const rows = await db.round.findMany({
    where: { community: { slug: { in: communities } } },
    orderBy: [{ status: 'asc' }, { opensAt: 'desc' }, { id: 'desc' }],
    take: 200,
    include: withCommunity,
  })
  return rows.map(parseRound)
}

export async function countCommunityRounds(db: Db | Tx, communityId: string): Promise<number> {
  return db.round.count({ where: { communityId, roundId: { not: null } } })
}

/** Number of winners of each round whose anchored result was computed here, by row. */
export async function readAnchoredWinnerCounts(
  db: Db | Tx,
  rounds: Round[],
  facts: Map<string, ChainFacts>,
): Promise<Map<string, number>> {
  const anchored = rounds.flatMap(({ rowId, roundId }) => {
    const close = facts.get(roundId ?? '')?.closes.at(-1)
    return close ? [{ roundRowId: rowId, resultHash: close.resultHash }] : []
  })
  if (anchored.length === 0) return new Map()
  const rows = await db.closing.findMany({
    where: { OR: anchored },
    select: { roundRowId: true, result: true },
  })
  return new Map(rows.map((row) => [row.roundRowId, resultSchema.parse(row.result).winners.length]))
}

/**
 * Frozen rounds that something may still be due for: no close is anchored, and they did not end before they
 * were opened. Few, whatever the number of rounds ever held.
 */
export async function unfinishedRounds(db: Db | Tx): Promise<Round[]> {
  const closed = await db.chainEvent.findMany({
    where: { name: 'RoundClosed' },
    distinct: ['roundId'],
    select: { roundId: true },
  })
  const done = closed.flatMap(({ roundId }) => (roundId ? [roundId] : []))
  const opened = await db.chainEvent.findMany({
    where: { name: 'RoundOpened', roundId: { notIn: done } },
    select: { roundId: true },
  })
  const open = opened.flatMap(({ roundId }) => (roundId ? [roundId] : []))
  const rows = await db.round.findMany({
    where: {
      OR: [{ roundId: { in: open } }, { status: 'submissions', roundId: { not: null, notIn: done } }],
    },
    include: withCommunity,
  })
  return rows.map(parseRound)
}
