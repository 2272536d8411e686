import type { Db, Tx } from '#lib/platform/db.ts'

/** A chain that does not answer, and since when (wall time). */
export type SilentChain = { chainId: number; since: Date }

/** Which of these chains did not answer when the worker last asked. */
export async function readSilentChains(db: Db | Tx, chainIds: readonly number[]): Promise<SilentChain[]> {
  const rows = await db.chainStanding.findMany({
    where: { chainId: { in: [...chainIds] }, silentSince: { not: null } },
    orderBy: { chainId: 'asc' },
  })
  return rows.flatMap(({ chainId, silentSince }) => (silentSince ? [{ chainId, since: silentSince }] : []))
}
