import { z } from 'zod'
import { ProtocolError } from './errors.ts'
import { headSchema, verifyHead } from './head.ts'
import { leafBytes, leafSchema } from './leaf.ts'
import { leafHashOf, verifyInclusion } from './log-tree.ts'
import { type Address, type Bytes32, bytes32Schema, hexSchema } from './primitives.ts'
import { type Rules, roundIdOf } from './rules.ts'
import { parseShape } from './shape.ts'

/** The operator's proof that a ballot is in the log: it stands at `leafIndex` under the signed head. */
export const receiptSchema = z.strictObject({
  leaf: leafSchema,
  leafIndex: z.int().min(0),
  path: z.array(bytes32Schema).max(64),
  head: headSchema,
  headSignature: hexSchema,
})

export type Receipt = z.infer<typeof receiptSchema>

/** @throws ProtocolError `schema-invalid` */
export function parseReceipt(value: unknown): Receipt {
  return parseShape(receiptSchema, value, 'receipt')
}

/**
 * Checks a receipt without asking anybody: right round, leaf under the head, head signed by the operator.
 * @param operator the account the chain names as the round's operator
 * @returns hash of the leaf
 * @throws ProtocolError `receipt-invalid`, `proof-invalid`, `head-signature`
 */
export async function verifyReceipt(
  receipt: Receipt,
  { rules, operator }: { rules: Rules; operator: Address },
): Promise<Bytes32> {
  const { leaf, leafIndex, path, head, headSignature } = receipt
  const roundId = roundIdOf(rules)
  if (head.round !== roundId) throw new ProtocolError('receipt-invalid', 'the head is of another round')
  if (leaf.ballot.round !== roundId)
    throw new ProtocolError('receipt-invalid', 'the ballot is for another round')
  const leafHash = leafHashOf(leafBytes(leaf))
  if (!verifyInclusion({ leafHash, index: leafIndex, size: Number(head.size), path, root: head.root })) {
    throw new ProtocolError('proof-invalid', 'the path does not lead from the ballot to the head')
  }
  await verifyHead({ home: rules, head, signature: headSignature, operator })
  return leafHash
}
