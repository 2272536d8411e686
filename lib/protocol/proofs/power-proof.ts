import { z } from 'zod'
import { bytes32Of, bytesToHex, hexToBytes } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import { type Address, type Bytes32, decimalSchema, hexSchema } from '#lib/protocol/primitives.ts'
import { rulesSchema } from '#lib/protocol/rules.ts'
import { heldBy, LAYOUTS, wordOf } from './storage-layout.ts'
import { bytesIn, invalid, isInOrder, itemOf, listIn, trieNodes } from './trie.ts'

/** What a token's storage held after the snapshot block (EIP-1186), as far as the voters are concerned. */
export const powerProofSchema = z.strictObject({
  /** Place of the strategy in the rules. */
  strategy: z.int().min(0).max(15),
  /** How the token keeps what an account holds: somebody's word, the only one here. */
  layout: z.enum(LAYOUTS),
  slot: decimalSchema,
  /** RLP of the nodes of the state trie on the way to the token. */
  account: z.array(hexSchema),
  /** RLP of the nodes of its storage trie on the ways to the voters' slots, in the order first passed. */
  storage: z.array(hexSchema),
})

/** after/power-proofs.json, by strategy. */
export const powerProofsSchema = z.strictObject({
  protocol: rulesSchema.shape.protocol,
  proofs: z.array(powerProofSchema).max(16),
})
export type PowerProof = z.infer<typeof powerProofSchema>
export type PowerProofs = z.infer<typeof powerProofsSchema>

/** A token after a block, read from a proof. Reading is free to throw ProtocolError proof-invalid. */
export type ProvenToken = {
  codeHash: Bytes32
  held(account: Address): bigint
  /** Whether the nodes are those that the readings so far have passed, in their order. */
  passedInOrder(): boolean
}

/** @throws ProtocolError proof-invalid when the state has no such token */
export function provenToken(stateRoot: Bytes32, token: Address, proof: PowerProof): ProvenToken {
  const state = trieNodes(proof.account.map(hexToBytes))
  const found = state.read(stateRoot, keccak256(hexToBytes(token)))
  if (!found) throw invalid('the state has no contract {token}', { token })
  const account = listIn(itemOf(found))
  const storageRoot = bytes32Of(bytesIn(account[2], 32))
  const storage = trieNodes(proof.storage.map(hexToBytes))
  const slot = BigInt(proof.slot)
  return {
    codeHash: bytes32Of(bytesIn(account[3], 32)),
    held(holder) {
      const reading = heldBy(holder, proof.layout, slot)
      let step = reading.next()
      while (!step.done) step = reading.next(valueAt(storage, storageRoot, step.value))
      return step.value
    },
    passedInOrder: () =>
      isInOrder(state.passed(), proof.account.length) && isInOrder(storage.passed(), proof.storage.length),
  }
}

function valueAt(storage: ReturnType<typeof trieNodes>, root: Bytes32, slot: bigint): bigint {
  const found = storage.read(root, keccak256(wordOf(slot)))
  if (!found) return 0n
  const value = bytesIn(itemOf(found))
  if (value.length > 32) throw invalid('a slot holds 32 bytes at most')
  return value.length === 0 ? 0n : BigInt(bytesToHex(value))
}
