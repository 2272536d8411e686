import { fromRlp } from 'viem'
import { bytesToHex } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Sentence } from '#lib/protocol/said.ts'

/** What RLP decodes to. */
type Item = Uint8Array | Item[]

/** Keccak-256 of the RLP of nothing: the root of a trie without entries. */
const EMPTY_TRIE: Bytes32 = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'

/** Reads Merkle Patricia tries (Ethereum Yellow Paper, appendix D) of which only some nodes are at hand. */
export type TrieNodes = {
  /**
   * The value under `key`, null where the trie has none.
   * @throws ProtocolError proof-invalid when a node on the way is missing or malformed
   */
  read(root: Bytes32, key: Uint8Array): Uint8Array | null
  /** Places of the nodes that the readings have passed, in the order in which they first did. */
  passed(): number[]
}

/** @param nodes RLP of each node; where it stands in a trie follows from its hash alone */
export function trieNodes(nodes: readonly Uint8Array[]): TrieNodes {
  const places = new Map(nodes.map((node, place) => [bytesToHex(keccak256(node)), place]))
  const passed = new Set<number>()
  const nodeOf = (hash: string): Item[] => {
    const place = places.get(hash as Bytes32)
    const bytes = place === undefined ? undefined : nodes[place]
    if (place === undefined || !bytes) throw invalid('the node {hash} is missing', { hash })
    passed.add(place)
    const item = itemOf(bytes)
    if (!Array.isArray(item)) throw invalid('the node {hash} is no list', { hash })
    return item
  }
  const childOf = (child: Item | undefined): Item[] | null => {
    if (Array.isArray(child)) return child
    if (child?.length === 0) return null
    if (child?.length !== 32) throw invalid('a node points nowhere')
    return nodeOf(bytesToHex(child))
  }
  return {
    read(root, key) {
      if (root === EMPTY_TRIE) return null
      let path = nibblesOf(key)
      let node: Item[] | null = nodeOf(root)
      while (node) {
        if (node.length === 17) {
          const [step, ...rest] = path
          if (step === undefined) return valueIn(node[16])
          node = childOf(node[step])
          path = rest
          continue
        }
        const { isLeaf, prefix } = shortNode(node)
        if (isLeaf) return prefix.join() === path.join() ? valueIn(node[1]) : null
        if (prefix.length === 0 || prefix.some((nibble, place) => nibble !== path[place])) return null
        node = childOf(node[1])
        path = path.slice(prefix.length)
      }
      return null
    },
    passed: () => [...passed],
  }
}

/** Whether these are all of `count` nodes, in their order. */
export function isInOrder(passed: readonly number[], count: number): boolean {
  return passed.length === count && passed.every((place, index) => place === index)
}

/** RLP as nested lists. @throws ProtocolError proof-invalid */
export function itemOf(bytes: Uint8Array): Item {
  try {
    return fromRlp(bytes, 'bytes') as Item
  } catch {
    throw invalid('not RLP')
  }
}

/** Bytes of an RLP item that is no list. @throws ProtocolError proof-invalid */
export function bytesIn(item: Item | undefined, length?: number): Uint8Array {
  if (!(item instanceof Uint8Array) || (length !== undefined && item.length !== length))
    throw length === undefined
      ? invalid('bytes are missing')
      : invalid('{bytes} bytes are missing', { bytes: length })
  return item
}

/** An RLP item that is a list. @throws ProtocolError proof-invalid */
export function listIn(item: Item | undefined): Item[] {
  if (!Array.isArray(item)) throw invalid('a list is missing')
  return item
}

export function invalid(...sentence: Sentence): ProtocolError {
  return new ProtocolError('proof-invalid', ...sentence)
}

function valueIn(item: Item | undefined): Uint8Array | null {
  const value = bytesIn(item)
  return value.length === 0 ? null : value
}

function nibblesOf(bytes: Uint8Array): number[] {
  return [...bytes].flatMap((byte) => [byte >> 4, byte & 15])
}

/** A leaf or an extension: its part of the path, hex-prefix coded. */
function shortNode(node: readonly Item[]): { isLeaf: boolean; prefix: number[] } {
  if (node.length !== 2) throw invalid('a node has neither 2 nor 17 parts')
  const [flag = 0, ...nibbles] = nibblesOf(bytesIn(node[0]))
  return { isLeaf: flag >= 2, prefix: flag % 2 === 1 ? nibbles : nibbles.slice(1) }
}
