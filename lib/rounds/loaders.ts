import 'server-only'
import { cache } from 'react'
import { readClock } from '#lib/platform/clock.ts'
import { db } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { rolesOf } from '#lib/platform/roles.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { admissionEnded } from '#lib/protocol/states.ts'
import * as words from '#messages/rounds/loaders.ts'
import { emptyFacts } from './chain/chain-facts.ts'
import {
  countCommunityRounds,
  countsOf,
  findRound,
  findRoundBySlug,
  listDraftRows,
  listRoundRows,
  listUnnumbered,
  type Round,
  readAnchoredWinnerCounts,
  readChainFacts,
} from './data.ts'
import { readRecords, readResult } from './results/data.ts'
import { roundSummary, roundView, type ViewSource } from './round-view.ts'
import type { AnchoredHead, ResultView, RoundRecord, RoundState, RoundSummary, RoundView } from './schema.ts'

async function sourcesOf(rounds: Round[]): Promise<ViewSource[]> {
  const rowIds = rounds.map(({ rowId }) => rowId)
  const [facts, counts, clock] = await Promise.all([
    readChainFacts(db(), rounds),
    countsOf(db(), rowIds),
    readClock(db()),
  ])
  const winners = await readAnchoredWinnerCounts(db(), rounds, facts)
  return rounds.map((round) => ({
    round,
    facts: facts.get(round.roundId ?? '') ?? emptyFacts(),
    counts: counts.get(round.rowId) ?? { candidates: 0, requested: 0, leaves: 0 },
    winnerCount: winners.get(round.rowId) ?? 0,
    now: clock.now(),
  }))
}

async function viewOf(round: Round | null): Promise<RoundView | null> {
  if (!round) return null
  const [source] = await sourcesOf([round])
  if (!source) return null
  const [roles, roundCount] = await Promise.all([
    rolesOf(round.community.collection),
    countCommunityRounds(db(), round.community.id),
  ])
  return roundView(source, { roles, roundCount })
}

/**
 * Null when there is no such round here; drafts are found too: who may see them is for the caller. Read once for
 * a request, however many parts of its page ask.
 */
export const roundBySlug = cache(
  async (slug: string): Promise<RoundView | null> => viewOf(await findRoundBySlug(db(), slug)),
)

/**
 * What reads of a round's works need to know of it, without its chain.
 * @throws AppError round-unknown, round-state while works may still be admitted
 */
export async function numberedRound(
  id: string,
): Promise<{ roundRowId: string; roundId: Bytes32; count: number }> {
  const round = await findRound(db(), id)
  if (!round?.roundId) throw new AppError('round-unknown')
  if (round.candidateCount === null) throw new AppError('round-state', { detail: words.noNumbers })
  return { roundRowId: round.rowId, roundId: round.roundId, count: round.candidateCount }
}

/** By roundId, or a draft by the key of its row. */
export async function roundById(id: string): Promise<RoundView | null> {
  return viewOf(await findRound(db(), id))
}

export type RoundPage = { items: RoundSummary[]; nextCursor: string | null }

const cursorOf = (round: Round) => `${round.rules.opensAt}.${round.rowId}`

function parseCursor(cursor: string | undefined): { opensAt: number; rowId: string } | undefined {
  const parts = /^([0-9]{1,10})\.([0-9a-f-]{36})$/.exec(cursor ?? '')
  return parts?.[1] && parts[2] ? { opensAt: Number(parts[1]), rowId: parts[2] } : undefined
}

/** Rounds that are no drafts, the latest voting first. */
export async function listRounds(
  options: { community?: string; cursor?: string; take?: number } = {},
): Promise<RoundPage> {
  const { community, cursor, take = 50 } = options
  const before = parseCursor(cursor)
  const rows = await listRoundRows(db(), {
    ...(community && { community }),
    ...(before && { before }),
    take: take + 1,
  })
  const page = rows.slice(0, take)
  const last = page.at(-1)
  const items = (await sourcesOf(page)).map(roundSummary)
  return { items, nextCursor: rows.length > take && last ? cursorOf(last) : null }
}

/** The director's desk: drafts and rounds of the communities named, drafts first. */
export async function listDeskRounds(communities: string[]): Promise<RoundSummary[]> {
  const rounds = await listDraftRows(db(), communities)
  return (await sourcesOf(rounds)).map(roundSummary)
}

export type HomeRounds = {
  lastMinted: RoundSummary | null
  voting: RoundSummary[]
  filling: RoundSummary[]
  next: RoundSummary[]
}

/** What the first page shows: the last minted round, those open for votes, those filling, those being counted. */
export async function homeRounds(): Promise<HomeRounds> {
  const { items } = await listRounds({ take: 100 })
  const inState = (...states: RoundState[]) => items.filter(({ state }) => states.includes(state))
  const minted = inState('minted').toSorted((a, b) => (b.finalAt ?? 0) - (a.finalAt ?? 0))
  return {
    lastMinted: minted[0] ?? null,
    voting: inState('voting').toSorted((a, b) => a.closesAt - b.closesAt),
    filling: inState('submissions').toSorted((a, b) => a.submissionsCloseAt - b.submissionsCloseAt),
    next: inState('counting', 'challenge', 'final'),
  }
}

/** Whether a brief can be handed in anywhere now. */
export async function someRoundTakesBriefs(): Promise<boolean> {
  const [rounds, clock] = await Promise.all([listUnnumbered(db()), readClock(db())])
  const now = clock.now()
  return rounds.some(({ rules }) => now >= rules.submissionsOpenAt && !admissionEnded(rules, now))
}

/** The result as computed here, with the words of its works; null until it is published. */
export async function resultOf(slug: string): Promise<ResultView | null> {
  const round = await findRoundBySlug(db(), slug)
  if (!round?.roundId) return null
  const facts = (await readChainFacts(db(), [round])).get(round.roundId) ?? emptyFacts()
  return readResult(db(), { ...round, roundId: round.roundId }, facts)
}

/** Heads of a round's log that are on chain, the newest first. */
export async function anchoredHeads(slug: string, take = 100): Promise<AnchoredHead[]> {
  const round = await findRoundBySlug(db(), slug)
  if (!round?.roundId) return []
  const facts = (await readChainFacts(db(), [round])).get(round.roundId) ?? emptyFacts()
  return facts.anchors
    .slice(-take)
    .reverse()
    .map(({ size, root, place }) => ({ size, root, block: place.blockNumber, time: place.blockTime }))
}

/** Rounds whose record can be downloaded and checked, the latest close first. */
export async function listRecords(take = 100): Promise<RoundRecord[]> {
  return readRecords(db(), take)
}
