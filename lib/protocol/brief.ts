import { z } from 'zod'
import { bytes32Of, taggedHash, utf8 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { ProtocolError } from './errors.ts'
import { type Address, addressSchema, type Bytes32, bytes32Schema, uint64Schema } from './primitives.ts'
import type { Rules } from './rules.ts'
import { parseShape } from './shape.ts'
import { recoverSigner } from './signature.ts'
import type { Brief, Home } from './typed-data.ts'
import { typedDigest } from './typed-digest.ts'

/** What a creator signs. Lengths count Unicode code points; `deadline` is Unix seconds, inclusive. */
export const briefSchema = z.strictObject({
  round: bytes32Schema,
  creator: addressSchema,
  prompt: z.string().min(1).max(2000),
  promptHash: bytes32Schema,
  style: z.string().max(200),
  traits: z.string().max(2000),
  licence: z.string().min(1).max(64),
  royaltyReceiver: addressSchema,
  count: z.int().min(1).max(50),
  nonce: bytes32Schema,
  deadline: uint64Schema,
})

declare const verified: unique symbol
/** A brief whose content and signature were checked; only `verifyBrief` makes one. */
export type VerifiedBrief = {
  readonly brief: Brief
  readonly digest: Bytes32
  readonly signature: string
  readonly [verified]: true
}

/** SHA-256(tag "prompt" ‖ UTF-8 of the prompt). */
export function promptHashOf(prompt: string): Bytes32 {
  return bytes32Of(taggedHash('prompt', utf8(prompt)))
}

/** EIP-712 digest of a brief. */
export function briefDigest(home: Home, brief: Brief): Bytes32 {
  return typedDigest('Brief', home, brief)
}

function assertTerms(brief: Brief, rules: Rules, roundId: Bytes32, now: number): void {
  if (brief.round !== roundId) throw new ProtocolError('brief-round', 'the brief is for another round')
  if (brief.licence !== rules.licence.id) {
    throw new ProtocolError('brief-licence', 'works of this round are under {id}', { id: rules.licence.id })
  }
  if (brief.promptHash !== promptHashOf(brief.prompt)) {
    throw new ProtocolError('brief-prompt', 'the hash in the brief is not that of its prompt')
  }
  if (BigInt(now) > BigInt(brief.deadline)) {
    throw new ProtocolError('brief-expired', 'the brief was valid for a time that has passed; sign again')
  }
}

/**
 * Checks a signed brief whole. Whether submissions are open, and whether the nonce is new, is the caller's to know.
 * @param now Unix seconds
 * @throws ProtocolError `schema-invalid`, `json-bad-text`, `brief-*`, `signature-*`
 */
export async function verifyBrief(signed: {
  rules: Rules
  roundId: Bytes32
  brief: unknown
  signature: string
  now: number
}): Promise<VerifiedBrief> {
  const { rules, roundId, signature, now } = signed
  const brief = parseShape(briefSchema, signed.brief, 'brief')
  canonicalText(brief)
  assertTerms(brief, rules, roundId, now)
  const digest = briefDigest(rules, brief)
  const signer: Address = await recoverSigner(digest, signature)
  if (signer !== brief.creator) {
    throw new ProtocolError('signature-mismatch', 'the brief is not signed by the account it names')
  }
  const proof = { brief, digest, signature }
  // The brand exists only in types; this is the one place that grants it.
  return proof as typeof proof & { readonly [verified]: true }
}
