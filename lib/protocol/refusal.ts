import { z } from 'zod'
import { ProtocolError } from './errors.ts'
import { type Address, type Bytes32, bytes32Schema, hexSchema, uint64Schema } from './primitives.ts'
import { recoverSigner } from './signature.ts'
import type { Home, Refusal } from './typed-data.ts'
import { typedDigest } from './typed-digest.ts'

/**
 * Why the operator did not take a ballot. `evidenceBlock` is the block a check was made at, 0 for none;
 * `at` is Unix seconds.
 */
export const refusalSchema = z.strictObject({
  round: bytes32Schema,
  ballotDigest: bytes32Schema,
  code: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  evidenceBlock: uint64Schema,
  at: uint64Schema,
})

export const signedRefusalSchema = z.strictObject({ refusal: refusalSchema, signature: hexSchema })

export type SignedRefusal = z.infer<typeof signedRefusalSchema>

/** EIP-712 digest of a refusal. */
export function refusalDigest(home: Home, refusal: Refusal): Bytes32 {
  return typedDigest('Refusal', home, refusal)
}

/**
 * Checks that the operator signed the refusal, and that it is of this round and, where given, this ballot.
 * @throws ProtocolError `refusal-invalid`
 */
export async function verifyRefusal(
  { refusal, signature }: SignedRefusal,
  expected: { home: Home; roundId: Bytes32; operator: Address; ballotDigest?: Bytes32 },
): Promise<void> {
  if (refusal.round !== expected.roundId)
    throw new ProtocolError('refusal-invalid', 'the refusal is of another round')
  if (expected.ballotDigest !== undefined && refusal.ballotDigest !== expected.ballotDigest) {
    throw new ProtocolError('refusal-invalid', 'the refusal is of another ballot')
  }
  let signer: Address
  try {
    signer = await recoverSigner(refusalDigest(expected.home, refusal), signature)
  } catch (cause) {
    if (cause instanceof ProtocolError)
      throw new ProtocolError('refusal-invalid', '{fault}', { fault: cause.said })
    throw cause
  }
  if (signer !== expected.operator) {
    throw new ProtocolError('refusal-invalid', 'the refusal is not signed by the operator')
  }
}
