import type { Db } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { headCovering, type LogPlace, leafHashesFrom, type StoredLeaf } from './data.ts'

type Kept = { tree: LogTree; read: Promise<void> }

/** Rounds whose trees a process keeps: 64 bytes a leaf. */
const KEPT_ROUNDS = 16

const held = globalThis as { versoLogTrees?: WeakMap<object, Map<string, Kept>> }

function keptOf(db: Db, roundRowId: string): Kept {
  held.versoLogTrees ??= new WeakMap()
  const rounds = held.versoLogTrees.get(db) ?? new Map<string, Kept>()
  held.versoLogTrees.set(db, rounds)
  const kept = rounds.get(roundRowId) ?? { tree: new LogTree(), read: Promise.resolve() }
  // The one asked for last stands last.
  rounds.delete(roundRowId)
  rounds.set(roundRowId, kept)
  const [oldest] = rounds.keys()
  if (rounds.size > KEPT_ROUNDS && oldest) rounds.delete(oldest)
  return kept
}

/**
 * The log of a round as it is committed now. A log only grows, so that a process reads each leaf hash once: with the
 * whole log for every receipt, some thousand voters who ask again would stop the server.
 */
export async function committedTree(db: Db, roundRowId: string): Promise<LogTree> {
  const kept = keptOf(db, roundRowId)
  const grow = async () => {
    for (const hash of await leafHashesFrom(db, roundRowId, kept.tree.size)) kept.tree.append(hash)
  }
  // One after another, also after a reading that failed: two at once would add the same leaves twice.
  kept.read = kept.read.then(grow, grow)
  await kept.read
  return kept.tree
}

/** The receipt of a leaf that is in the log, under the first head that covers it. */
export async function receiptOfLeaf(db: Db, round: LogPlace, stored: StoredLeaf): Promise<Receipt> {
  const head = await headCovering(db, round, stored.index + 1)
  if (!head) throw new AppError('internal', { detail: 'a leaf without a head' })
  const tree = await committedTree(db, round.rowId)
  return {
    leaf: stored.leaf,
    leafIndex: stored.index,
    path: tree.inclusionPath(stored.index, head.size),
    head: head.head,
    headSignature: head.signature,
  }
}
