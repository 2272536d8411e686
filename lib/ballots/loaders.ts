import 'server-only'
import { chainIds, clientFor } from '#lib/platform/chain.ts'
import { readClock } from '#lib/platform/clock.ts'
import { currentSession, readCookie } from '#lib/platform/cookies.ts'
import { db } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { storage } from '#lib/platform/storage.ts'
import type { Allowlist } from '#lib/protocol/allowlist.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { readsAllowlist } from '#lib/protocol/strategy.ts'
import { findAllowlist } from './allowlists/data.ts'
import {
  findLeaf,
  findLeafByHash,
  findLogRound,
  type LogRound,
  lastSequences,
  leafHashesFrom,
  listHeads,
} from './data.ts'
import { answerEligibility } from './known/answer-eligibility.ts'
import { committedTree, receiptOfLeaf } from './log-trees.ts'
import { RECEIPTS_COOKIE, receiptKeys } from './receipts-cookie.ts'
import type { Eligibility, HeadView } from './schema.ts'

async function requireLogRound(roundId: string): Promise<LogRound> {
  const round = await findLogRound(db(), roundId)
  if (!round) throw new AppError('round-unknown')
  return round
}

/** Votes of an address at the round's snapshot. @throws AppError round-unknown */
export async function eligibility(input: { roundId: string; address: Address }): Promise<Eligibility> {
  const round = await requireLogRound(input.roundId)
  const reads = { db: db(), storage: storage(), clientFor, chainIds: chainIds() }
  return answerEligibility(reads, round, input.address)
}

/** The list of a round's strategy. @throws AppError round-unknown, not-found for a list that the rules do not name */
export async function allowlistOf(roundId: string, root: Bytes32): Promise<Allowlist> {
  const { rules } = await requireLogRound(roundId)
  const isNamed = rules.strategies.some((one) => readsAllowlist(one) && one.params.allowlistRoot === root)
  const list = isNamed ? await findAllowlist({ db: db(), storage: storage() }, root) : null
  if (!list) throw new AppError('not-found')
  return list
}

/** Whether the person behind this request may see the leaf before the close: its voter, or whoever got its receipt. */
async function maySee(round: LogRound, voter: string, random16: string): Promise<boolean> {
  if ((await readClock(db())).now() >= round.rules.closesAt) return true
  const given = receiptKeys(await readCookie(RECEIPTS_COOKIE))
  return given.includes(random16.slice(2)) || (await currentSession())?.address === voter
}

/** A receipt by the ballot's digest; null for who may not see it as for one that does not exist. */
export async function receiptOf(roundId: string, digest: string): Promise<Receipt | null> {
  const round = await findLogRound(db(), roundId)
  const stored = round && (await findLeaf(db(), round.rowId, digest))
  if (!stored || !(await maySee(round, stored.voter, stored.leaf.random16))) return null
  return receiptOfLeaf(db(), round, stored)
}

/** The highest sequence in the log of whoever is signed in, "0" for none; null when nobody is. */
export async function lastSequenceOf(roundId: string): Promise<string | null> {
  const session = await currentSession()
  if (!session) return null
  const round = await requireLogRound(roundId)
  const last = await lastSequences(db(), round.rowId, [session.address])
  return String(last.get(session.address) ?? 0n)
}

/** Signed heads, the newest first. */
export async function listLogHeads(
  roundId: string,
  options: { below?: number; take: number },
): Promise<{ items: HeadView[]; nextCursor: string | null }> {
  const round = await requireLogRound(roundId)
  const { below, take } = options
  const rows = await listHeads(db(), round, { take: take + 1, ...(below !== undefined && { below }) })
  const items = rows.slice(0, take).map(({ size, head, signature, anchorTx }) => ({
    size,
    root: head.root,
    signedAt: Number(head.signedAt),
    signature,
    anchorTx,
  }))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > take && last ? String(last.size) : null }
}

/** Leaf hashes in order: public from the first, because they say nothing of what is in the leaves. */
export async function listLeafHashes(
  roundId: string,
  options: { from: number; take: number },
): Promise<{ items: { index: number; hash: string }[]; nextCursor: string | null }> {
  const round = await requireLogRound(roundId)
  const { from, take } = options
  const hashes = await leafHashesFrom(db(), round.rowId, from, take + 1)
  const items = hashes.slice(0, take).map((hash, place) => ({ index: from + place, hash }))
  return { items, nextCursor: hashes.length > take ? String(from + take) : null }
}

/** Proof that a leaf is in the log of `size` leaves. @throws AppError log-empty */
export async function inclusionOf(roundId: string, query: { leaf: string; size?: number | undefined }) {
  const round = await requireLogRound(roundId)
  const index = await findLeafByHash(db(), round.rowId, query.leaf)
  const tree = await committedTree(db(), round.rowId)
  const size = query.size ?? tree.size
  if (index === null || index >= size || size > tree.size) throw new AppError('log-empty')
  return { leafHash: query.leaf, index, size, root: tree.root(size), path: tree.inclusionPath(index, size) }
}

/** Proof that the log of `first` leaves is the beginning of the log of `second`. @throws AppError log-empty */
export async function consistencyOf(roundId: string, query: { first: number; second?: number | undefined }) {
  const { rowId } = await requireLogRound(roundId)
  const tree = await committedTree(db(), rowId)
  const { first } = query
  const second = query.second ?? tree.size
  if (first > second || second > tree.size) throw new AppError('log-empty')
  return {
    first,
    firstRoot: tree.root(first),
    second,
    secondRoot: tree.root(second),
    path: tree.consistencyPath(first, second),
  }
}
