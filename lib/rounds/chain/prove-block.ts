import { createMerkleProof, createMPT, type MerklePatriciaTrie } from '@ethereumjs/mpt'
import type { Client, Hex, RpcBlock, RpcTransactionReceipt } from 'viem'
import { bytesToHex, hexToBytes } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type BlockProof, receiptKey } from '#lib/protocol/proofs/block-proof.ts'
import { encodeHeader } from '#lib/protocol/proofs/header.ts'
import { encodeReceipt } from '#lib/protocol/proofs/receipt-logs.ts'
import { trieNodes } from '#lib/protocol/proofs/trie.ts'

type Asked = {
  chainId: number
  number: string
  /** The block that is meant, wherever a chain was reorganised. */
  hash: Bytes32
  /** Transactions whose logs are to be proven; none gives the header alone. */
  transactions: readonly Bytes32[]
}

/**
 * Makes a proof from what a node answers, and keeps it only if it holds.
 * @returns null when the chain has another block there now, or its headers or receipts have a form of their own
 */
export async function proveBlock(client: Client, asked: Asked): Promise<BlockProof | null> {
  const number: Hex = `0x${BigInt(asked.number).toString(16)}`
  const block: RpcBlock | null = await client.request({
    method: 'eth_getBlockByNumber',
    params: [number, false],
  })
  if (!block || block.hash !== asked.hash) return null
  const plain = { chainId: asked.chainId, number: asked.number, header: encodeHeader(block) }
  if (bytesToHex(keccak256(hexToBytes(plain.header))) !== asked.hash) return null
  if (asked.transactions.length === 0) return { ...plain, transactions: [], nodes: [] }
  const receipts = await receiptsOf(client, number, block.transactions as Hex[])
  const trie = await trieOf(receipts)
  if (bytesToHex(trie.root()) !== block.receiptsRoot) return null
  const wanted = new Set<string>(asked.transactions)
  const transactions: BlockProof['transactions'] = []
  const nodes = new Set<Hex>()
  let logIndex = 0
  for (const [index, { transactionHash, logs }] of receipts.entries()) {
    // Some chains count logs otherwise; the anchors would contradict the proof.
    if (logs[0] && Number(logs[0].logIndex) !== logIndex) return null
    if (wanted.delete(transactionHash)) {
      transactions.push({ index, hash: transactionHash, logIndex })
      for (const node of await createMerkleProof(trie, receiptKey(index))) nodes.add(bytesToHex(node))
    }
    logIndex += logs.length
  }
  if (wanted.size > 0) return null
  return { ...plain, transactions, nodes: onTheWays(trie, transactions, [...nodes]) }
}

/** Of the nodes those that a reader passes, in that order: small ones stand inside others. */
function onTheWays(trie: MerklePatriciaTrie, transactions: BlockProof['transactions'], nodes: Hex[]): Hex[] {
  const reading = trieNodes(nodes.map(hexToBytes))
  for (const { index } of transactions) reading.read(bytesToHex(trie.root()), receiptKey(index))
  return reading.passed().flatMap((place) => nodes[place] ?? [])
}

/** All receipts of a block in order; nodes without the call for a whole block are asked one by one. */
async function receiptsOf(
  client: Client,
  number: Hex,
  transactions: readonly Hex[],
): Promise<RpcTransactionReceipt[]> {
  const whole = await client
    .request<{ Parameters: [Hex]; ReturnType: RpcTransactionReceipt[] | null }>({
      method: 'eth_getBlockReceipts' as never,
      params: [number] as never,
    })
    .catch(() => null)
  if (whole) return whole
  const receipts: RpcTransactionReceipt[] = []
  for (const hash of transactions) {
    const receipt = await client.request({ method: 'eth_getTransactionReceipt', params: [hash] })
    if (!receipt) throw new Error(`no receipt of ${hash}`)
    receipts.push(receipt)
  }
  return receipts
}

async function trieOf(receipts: readonly RpcTransactionReceipt[]): Promise<MerklePatriciaTrie> {
  const trie = await createMPT()
  for (const [index, receipt] of receipts.entries())
    await trie.put(receiptKey(index), hexToBytes(encodeReceipt(receipt)))
  return trie
}
