import { bytesToHex, concatBytes, hexToBytes, keccak256, utf8 } from './bytes.ts'
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
const PREFIX = Uint8Array.of(0x19, 0x01)
const DOMAIN_TYPE = 'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'

const typeText = (kind: Kind) =>
  `${kind}(${TYPES[kind].map(({ type, name }) => `${type} ${name}`).join(',')})`
const hashOf = (text: string) => keccak256(utf8(text))
const TYPE_HASHES: Record<Kind, Uint8Array> = {
  Ballot: hashOf(typeText('Ballot')),
  Head: hashOf(typeText('Head')),
  Refusal: hashOf(typeText('Refusal')),
  Brief: hashOf(typeText('Brief')),
}
const DOMAIN_TYPE_HASH = hashOf(DOMAIN_TYPE)

/** Right-aligned in 32 bytes: integers and addresses. */
function word(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(WORD)
  padded.set(bytes, WORD - bytes.length)
  return padded
}

function integerWord(value: string | number): Uint8Array {
  const hex = BigInt(value).toString(16)
  return word(hexToBytes(`0x${hex.length % 2 ? '0' : ''}${hex}`))
}

function fieldWord({ type }: Field, value: string | number): Uint8Array {
  if (type === 'string') return hashOf(String(value))
  return type.startsWith('uint') ? integerWord(value) : word(hexToBytes(String(value)))
}

let lastDomain: { chainId: number; collection: Address; separator: Uint8Array } | undefined

/** All ballots of a round share one domain, so the last separator is kept. */
function separatorOf({ chainId, collection }: Home): Uint8Array {
  if (lastDomain?.chainId !== chainId || lastDomain.collection !== collection) {
    const { name, version } = versoDomain(chainId, collection)
    const words = [hashOf(name), hashOf(version), integerWord(chainId), word(hexToBytes(collection))]
    lastDomain = { chainId, collection, separator: keccak256(concatBytes(DOMAIN_TYPE_HASH, ...words)) }
  }
  return lastDomain.separator
}

/**
 * EIP-712 digest of a statement of the protocol: what its signature covers. Integers are decimal strings or numbers,
 * hex is lower case, as the schemas of the statements demand.
 */
export function typedDigest<K extends Kind>(kind: K, home: Home, message: Statements[K]): Bytes32 {
  const values: Record<string, string | number> = message
  const words = TYPES[kind].map((field) => fieldWord(field, values[field.name] ?? ''))
  const body = keccak256(concatBytes(TYPE_HASHES[kind], ...words))
  return bytesToHex(keccak256(concatBytes(PREFIX, separatorOf(home), body)))
}
