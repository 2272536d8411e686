import { type Hex, toRlp } from 'viem'
import { bytes32Of, bytesToHex, hexToBytes } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { bytesIn, invalid, itemOf, listIn } from './trie.ts'

/** What a block's header says. */
export type Header = {
  number: string
  hash: Bytes32
  parentHash: Bytes32
  /** Unix seconds. */
  timestamp: number
  stateRoot: Bytes32
  receiptsRoot: Bytes32
}

/** Fields of a header in the order of its RLP, as JSON-RPC names them; later forks added at the end. */
const FIELDS = [
  'parentHash',
  'sha3Uncles',
  'miner',
  'stateRoot',
  'transactionsRoot',
  'receiptsRoot',
  'logsBloom',
  'difficulty',
  'number',
  'gasLimit',
  'gasUsed',
  'timestamp',
  'extraData',
  'mixHash',
  'nonce',
  'baseFeePerGas',
  'withdrawalsRoot',
  'blobGasUsed',
  'excessBlobGas',
  'parentBeaconBlockRoot',
  'requestsHash',
] as const
const QUANTITIES = new Set<string>([
  'difficulty',
  'number',
  'gasLimit',
  'gasUsed',
  'timestamp',
  'baseFeePerGas',
  'blobGasUsed',
  'excessBlobGas',
])
const LEAST_FIELDS = 15

/** The bytes of a JSON-RPC quantity in RLP: no leading zeros. */
export function quantityBytes(quantity: string): Hex {
  const digits = quantity.replace(/^0x0*/, '')
  return digits.length % 2 === 0 ? `0x${digits}` : `0x0${digits}`
}

/**
 * RLP of a header from a block as JSON-RPC answers it, lower case. Whether it is the header is for its hash to
 * say: a chain of another form gives another one.
 */
export function encodeHeader(block: Readonly<Record<string, unknown>>): Hex {
  const known = FIELDS.flatMap((name) => {
    const value = block[name]
    if (typeof value !== 'string') return []
    return [QUANTITIES.has(name) ? quantityBytes(value) : (value as Hex)]
  })
  return toRlp(known).toLowerCase() as Hex
}

/** Reads a header and hashes it. @throws ProtocolError proof-invalid */
export function decodeHeader(header: string): Header {
  const bytes = hexToBytes(header)
  const fields = listIn(itemOf(bytes))
  if (fields.length < LEAST_FIELDS) throw invalid('a header of a block has at least 15 fields')
  const hashAt = (place: number) => bytes32Of(bytesIn(fields[place], 32))
  const numberAt = (place: number) => {
    const quantity = bytesIn(fields[place])
    if (quantity.length > 8 || quantity[0] === 0) throw invalid('a header with a number beyond 64 bits')
    return quantity.length === 0 ? 0n : BigInt(bytesToHex(quantity))
  }
  return {
    number: String(numberAt(FIELDS.indexOf('number'))),
    hash: bytes32Of(keccak256(bytes)),
    parentHash: hashAt(FIELDS.indexOf('parentHash')),
    timestamp: Number(numberAt(FIELDS.indexOf('timestamp'))),
    stateRoot: hashAt(FIELDS.indexOf('stateRoot')),
    receiptsRoot: hashAt(FIELDS.indexOf('receiptsRoot')),
  }
}
