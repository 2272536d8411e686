import { type Hex, type RpcTransactionReceipt, toRlp } from 'viem'
import { bytes32Of, bytesToHex } from '#lib/protocol/bytes.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { quantityBytes } from './header.ts'
import { bytesIn, itemOf, listIn } from './trie.ts'

/** A log as a receipt holds it. */
export type ReceiptLog = { address: Address; topics: Bytes32[]; data: Hex }

/** First byte of an RLP list; a receipt of a typed transaction (EIP-2718) begins with its type instead. */
const FIRST_OF_LIST = 0xc0

/** What the receipts trie keeps of a receipt; rollups of the OP Stack add two fields to that of a deposit. */
export type ReceiptFields = Pick<RpcTransactionReceipt, 'cumulativeGasUsed' | 'logsBloom' | 'type'> & {
  status?: Hex
  root?: Hex
  logs: readonly { address: Hex; topics: readonly Hex[]; data: Hex }[]
  depositNonce?: Hex
  depositReceiptVersion?: Hex
}

/** The bytes of a receipt in the receipts trie, from the receipt as JSON-RPC answers it. */
export function encodeReceipt(receipt: ReceiptFields): Hex {
  const { status, root, cumulativeGasUsed, logsBloom, logs, type } = receipt
  const deposit = [receipt.depositNonce, receipt.depositReceiptVersion].flatMap((quantity) =>
    quantity ? [quantityBytes(quantity)] : [],
  )
  const body = toRlp([
    status ? quantityBytes(status) : (root ?? '0x'),
    quantityBytes(cumulativeGasUsed),
    logsBloom,
    logs.map(({ address, topics, data }): (Hex | Hex[])[] => [address, [...topics], data]),
    ...deposit,
  ])
  const kind = quantityBytes(type)
  return (kind === '0x' ? body : `${kind}${body.slice(2)}`).toLowerCase() as Hex
}

/** The logs of a receipt, in order. @throws ProtocolError proof-invalid */
export function decodeLogs(receipt: Uint8Array): ReceiptLog[] {
  const typed = (receipt[0] ?? FIRST_OF_LIST) < FIRST_OF_LIST
  const fields = listIn(itemOf(typed ? receipt.subarray(1) : receipt))
  return listIn(fields[3]).map((log) => {
    const [address, topics, data] = listIn(log)
    return {
      address: bytesToHex(bytesIn(address, 20)),
      topics: listIn(topics).map((topic) => bytes32Of(bytesIn(topic, 32))),
      data: bytesToHex(bytesIn(data)),
    }
  })
}
