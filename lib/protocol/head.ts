import { z } from 'zod'
import { ProtocolError } from './errors.ts'
import { type Address, type Bytes32, bytes32Schema, uint64Schema } from './primitives.ts'
import { recoverSigner } from './signature.ts'
import type { Head, Home } from './typed-data.ts'
import { typedDigest } from './typed-digest.ts'

/** The log at one moment: `size` leaves under `root`, `signedAt` in Unix seconds. */
export const headSchema = z.strictObject({
  round: bytes32Schema,
  size: uint64Schema,
  root: bytes32Schema,
  signedAt: uint64Schema,
})

/** EIP-712 digest of a head; the same as `Collection.headDigest`. */
export function headDigest(home: Home, head: Head): Bytes32 {
  return typedDigest('Head', home, head)
}

/**
 * Checks that the operator signed the head.
 * @throws ProtocolError `head-signature`
 */
export async function verifyHead(proof: {
  home: Home
  head: Head
  signature: string
  operator: Address
}): Promise<void> {
  const { home, head, signature, operator } = proof
  let signer: Address
  try {
    signer = await recoverSigner(headDigest(home, head), signature)
  } catch (cause) {
    if (cause instanceof ProtocolError)
      throw new ProtocolError('head-signature', '{fault}', { fault: cause.said })
    throw cause
  }
  if (signer !== operator) throw new ProtocolError('head-signature', 'the head is not signed by the operator')
}
