import type { PowerSources } from '#lib/ballots/powers/port.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import type { Storage } from '#lib/platform/storage.ts'
import type { Allowlist } from '#lib/protocol/allowlist.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'

type Reads = { db: Db | Tx; storage: Storage }

/** Lists that stay in memory: the files of large ones are read for every question otherwise. */
const KEPT = 4
const kept = new WeakMap<Storage, Map<Bytes32, Allowlist>>()

/** A list by its root; null when it is not here. Lists never change, and are checked when they come in. */
export async function findAllowlist({ db, storage }: Reads, root: Bytes32): Promise<Allowlist | null> {
  const lists = kept.get(storage) ?? new Map<Bytes32, Allowlist>()
  kept.set(storage, lists)
  const known = lists.get(root)
  if (known) return known
  const row = await db.allowlist.findUnique({ where: { root } })
  const bytes = row && (await storage.get(row.blob))
  if (!bytes) return null
  const [oldest] = lists.keys()
  if (lists.size >= KEPT && oldest) lists.delete(oldest)
  lists.set(root, { root, rows: row.rows, bytes })
  return { root, rows: row.rows, bytes }
}

/** Where an instance reads powers from. */
export function powerSources(reads: Reads & Omit<PowerSources, 'allowlist'>): PowerSources {
  const { clientFor, chainIds } = reads
  return { clientFor, chainIds, allowlist: (root) => findAllowlist(reads, root) }
}
