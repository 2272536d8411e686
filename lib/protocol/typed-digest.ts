import { bytesToHex, hexToBytes, utf8 } from './bytes.ts'
import { keccak256 } from './crypto/keccak.ts'
import type { Address, Bytes32 } from './primitives.ts'
import {
  type Ballot,
  type Brief,
  type Head,
  type Home,
  type Refusal,
  TYPES,
  versoDomain,
} from './typed-data.ts'

type Statements = { Ballot: Ballot; Head: Head; Refusal: Refusal; Brief: Brief }
type Kind = keyof Statements
type Field = { readonly name: string; readonly type: string }

const WORD = 32

const DOMAIN_FIELDS: readonly Field[] = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
]

const hashOf = (text: string) => keccak256(utf8(text))
const typeHash = (name: string, fields: readonly Field[]) =>
  hashOf(`${name}(${fields.map((field) => `${field.type} ${field.name}`).join(',')})`)
const TYPE_HASHES: Record<Kind, Uint8Array> = {
  Ballot: typeHash('Ballot', TYPES.Ballot),
  Head: typeHash('Head', TYPES.Head),
  Refusal: typeHash('Refusal', TYPES.Refusal),
  Brief: typeHash('Brief', TYPES.Brief),
}
const DOMAIN_TYPE_HASH = typeHash('EIP712Domain', DOMAIN_FIELDS)
const EMPTY_HASH = hashOf('')

let lastText = ''
let lastHash = EMPTY_HASH

/** Most texts of a ballot are empty, or the method that all ballots of a round name. */
function textHash(name: string, text: string): Uint8Array {
  if (text === '') return EMPTY_HASH
  if (name !== 'method') return hashOf(text)
  if (text !== lastText) {
    lastHash = hashOf(text)
    lastText = text
  }
  return lastHash
}

/** Room for the widest struct, written over by every call: making it takes longer than hashing it. */
const room = new Uint8Array(WORD * 12)
const roomView = new DataView(room.buffer)
const preimage = new Uint8Array(2 + 2 * WORD)
preimage.set([0x19, 0x01])

/** The words of a struct: its type, then each field; texts by their hash, everything else right-aligned. */
function structHash(
  type: Uint8Array,
  fields: readonly Field[],
  values: Record<string, string | number>,
): Uint8Array {
  const words = room.subarray(0, WORD * (fields.length + 1)).fill(0)
  words.set(type)
  let end = WORD
  for (const { name, type: kind } of fields) {
    end += WORD
    const value = values[name] ?? ''
    // No integer of ours is wider than 64 bits, whatever its type could hold.
    if (kind.startsWith('uint')) roomView.setBigUint64(end - 8, BigInt(value))
    else if (kind === 'string') words.set(textHash(name, String(value)), end - WORD)
    else {
      const bytes = hexToBytes(String(value))
      words.set(bytes, end - bytes.length)
    }
  }
  return keccak256(words)
}

let lastDomain: { chainId: number; collection: Address; separator: Uint8Array } | undefined

/** All ballots of a round share one domain, so the last separator is kept. */
function separatorOf({ chainId, collection }: Home): Uint8Array {
  if (lastDomain?.chainId !== chainId || lastDomain.collection !== collection) {
    const separator = structHash(DOMAIN_TYPE_HASH, DOMAIN_FIELDS, versoDomain(chainId, collection))
    lastDomain = { chainId, collection, separator }
  }
  return lastDomain.separator
}

/**
 * EIP-712 digest of a statement of the protocol: what its signature covers. Integers are decimal strings or numbers,
 * hex is lower case, as the schemas of the statements demand.
 */
export function typedDigest<K extends Kind>(kind: K, home: Home, message: Statements[K]): Bytes32 {
  preimage.set(separatorOf(home), 2)
  preimage.set(structHash(TYPE_HASHES[kind], TYPES[kind], message), 2 + WORD)
  return bytesToHex(keccak256(preimage))
}
