import { canonicalBytes } from '#lib/protocol/canonical.ts'
import type { Brief, Home } from '#lib/protocol/typed-data.ts'

/** A brief with what proves it. */
export type ProvenBrief = { brief: Brief; digest: string; signature: string }

/** The signed brief as a file: what a recipe's `brief` names. */
export function briefDocument(
  { chainId, collection }: Home,
  { brief, digest, signature }: ProvenBrief,
): Uint8Array {
  return canonicalBytes({ protocol: 'verso/1', domain: { chainId, collection }, digest, brief, signature })
}
