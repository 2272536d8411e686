import { z } from 'zod'
import type { Db, Tx } from '#lib/platform/db.ts'
import { ballotSchema } from '#lib/protocol/ballot.ts'
import { addressSchema, type Bytes32, hexSchema } from '#lib/protocol/primitives.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'

const ownerSignatureSchema = z.object({ owner: addressSchema, signature: hexSchema, at: z.int() })
/** What one owner of a Safe signed, and when, in Unix seconds. */
export type OwnerSignature = z.infer<typeof ownerSignatureSchema>

/** A ballot that waits for the owners of a Safe. */
export type PendingBallot = {
  key: string
  signingChain: number
  ballot: Ballot
  text: string | undefined
  digest: Bytes32
  signatures: OwnerSignature[]
  taken: boolean
  refusedCode: string | null
}

export async function findPending(
  db: Db | Tx,
  roundRowId: string,
  key: string,
): Promise<PendingBallot | null> {
  const row = await db.pendingBallot.findFirst({ where: { key, roundRowId } })
  if (!row) return null
  return {
    key: row.key,
    signingChain: Number(row.signingChain),
    ballot: ballotSchema.parse(row.ballot),
    text: row.text ?? undefined,
    digest: row.ballotDigest as Bytes32,
    signatures: z.array(ownerSignatureSchema).parse(row.signatures),
    taken: row.takenAt !== null,
    refusedCode: row.refusedCode,
  }
}
