import 'server-only'
import type { BriefProgress } from '#lib/generation/schema.ts'
import { db } from '#lib/platform/db.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { progressOfBrief } from './progress-of-brief.ts'

/** Where the pictures of a brief stand, by round and EIP-712 digest; null when there is no such brief. */
export async function briefProgress(roundId: Bytes32, digest: Bytes32): Promise<BriefProgress | null> {
  return progressOfBrief(db(), roundId, digest)
}
