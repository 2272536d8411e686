import { toRlp } from 'viem'
import { z } from 'zod'
import { hexToBytes } from '#lib/protocol/bytes.ts'
import { bytes32Schema, hexSchema, uint64Schema } from '#lib/protocol/primitives.ts'
import { rulesSchema } from '#lib/protocol/rules.ts'
import { decodeHeader, type Header, quantityBytes } from './header.ts'
import { decodeLogs, type ReceiptLog } from './receipt-logs.ts'
import { invalid, isInOrder, trieNodes } from './trie.ts'

/**
 * One line of after/proofs.jsonl, by chain and number: a block's header, and of some of its transactions what
 * they logged. Nothing in it has to be believed but `hash` and `logIndex`, which only say where to look.
 */
export const blockProofSchema = z.strictObject({
  chainId: rulesSchema.shape.chainId,
  number: uint64Schema,
  /** RLP of the header; its Keccak-256 is the hash of the block. */
  header: hexSchema,
  /** By ascending `index`, the place in the block; `logIndex` is that of its first log in the block. */
  transactions: z.array(
    z.strictObject({ index: z.int().min(0), hash: bytes32Schema, logIndex: z.int().min(0) }),
  ),
  /** RLP of the nodes of the receipts trie on the ways to them, in the order in which they are first passed. */
  nodes: z.array(hexSchema),
})
export type BlockProof = z.infer<typeof blockProofSchema>

/** A log with its place: the transaction, and its index in the block. */
export type ProvenLog = ReceiptLog & { txHash: `0x${string}`; logIndex: number }
export type ProvenBlock = { header: Header; logs: ProvenLog[] }

/** What a proof proves about the block whose hash is `header.hash`. @throws ProtocolError proof-invalid */
export function provenBlock(proof: BlockProof): ProvenBlock {
  const header = decodeHeader(proof.header)
  if (header.number !== proof.number)
    throw invalid('the header is that of block {number}', { number: header.number })
  const trie = trieNodes(proof.nodes.map(hexToBytes))
  const logs: ProvenLog[] = []
  let before = { index: -1, logs: 0 }
  for (const { index, hash, logIndex } of proof.transactions) {
    if (index <= before.index || logIndex < before.logs) throw invalid('the transactions are out of order')
    const receipt = trie.read(header.receiptsRoot, receiptKey(index))
    if (!receipt) throw invalid('the block has no transaction {index}', { index })
    const found = decodeLogs(receipt).map((log, place) => ({
      ...log,
      txHash: hash,
      logIndex: logIndex + place,
    }))
    logs.push(...found)
    before = { index, logs: logIndex + found.length }
  }
  if (!isInOrder(trie.passed(), proof.nodes.length))
    throw invalid('the nodes are not the ways to these transactions, in their order')
  return { header, logs }
}

/** The key of a receipt in its block's trie: RLP of its index. */
export function receiptKey(index: number): Uint8Array {
  return toRlp(quantityBytes(`0x${index.toString(16)}`), 'bytes')
}
