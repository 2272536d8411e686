import { createHash } from 'node:crypto'

function hash(...parts: Uint8Array[]): Uint8Array {
  const sha = createHash('sha256')
  for (const part of parts) sha.update(part)
  return sha.digest()
}

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

function largestPowerBelow(size: number): number {
  return 2 ** (32 - Math.clz32(size - 1) - 1)
}

/** An RFC 9162 tree written straight from the recursive definition in section 2.1, to test other code against. */
export function createLogTree(size: number) {
  const leaves = Array.from({ length: size }, (_, index) => hash(leafPrefix, Buffer.from(`leaf ${index}`)))
  const known = new Map<string, Uint8Array>()

  function root(from: number, to: number): Uint8Array {
    if (from === to) return hash()
    if (to - from === 1) return leaves[from] as Uint8Array
    const key = `${from} ${to}`
    let node = known.get(key)
    if (node === undefined) {
      const middle = from + largestPowerBelow(to - from)
      node = hash(nodePrefix, root(from, middle), root(middle, to))
      known.set(key, node)
    }
    return node
  }

  function subproof(count: number, from: number, to: number): Uint8Array[] {
    if (count === to - from) return [root(from, to)]
    const split = largestPowerBelow(to - from)
    return count <= split
      ? [...subproof(count, from, from + split), root(from + split, to)]
      : [...subproof(count - split, from + split, to), root(from, from + split)]
  }

  return {
    root: (count = size) => root(0, count),
    /** The consistency proof from `count` leaves, its first node always written out. */
    consistency: (count: number) => subproof(count, 0, size),
  }
}
