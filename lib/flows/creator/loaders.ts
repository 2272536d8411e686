import 'server-only'
import { readCreator } from '#lib/candidates/creators/data.ts'
import type { CreatorView } from '#lib/candidates/schema.ts'
import { db } from '#lib/platform/db.ts'
import { knownName } from '#lib/platform/ens.ts'
import type { Address } from '#lib/protocol/primitives.ts'

/** Works on one page. */
const SHOWN = 200

/** A creator with what hangs of theirs, and the name that the address goes by; null where nothing hangs. */
export async function creatorOf(
  address: Address,
): Promise<(CreatorView & { ensName: string | null }) | null> {
  const creator = await readCreator(db(), { address, take: SHOWN })
  return creator && { ...creator, ensName: knownName(address) }
}
