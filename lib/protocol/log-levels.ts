import { bytes32Of, bytesOf32 } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import { EMPTY_ROOT, nodeHash } from './log-node.ts'
import type { Bytes32 } from './primitives.ts'

/** The largest power of two smaller than `size` (size > 1): where RFC 9162 splits a tree. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

const HASH = 32

/** Hashes side by side in one buffer: an object for each would take six times the memory. */
class HashRow {
  length = 0
  private bytes = new Uint8Array(HASH)

  push(hash: Uint8Array): void {
    const end = this.length * HASH
    if (end === this.bytes.length) {
      const larger = new Uint8Array(2 * this.bytes.length)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes.set(hash, end)
    this.length += 1
  }

  /** A view, to be read before the next `push`. */
  at(index: number): Uint8Array | undefined {
    return index < this.length ? this.bytes.subarray(index * HASH, (index + 1) * HASH) : undefined
  }
}

/** Hashes over subtrees that are not full which a tree remembers: those of two hundred sizes. */
const MAX_EDGES = 4096

/** A tree that keeps its full subtrees, so that any root or proof costs O(log² n) hashes. */
export class LogTree {
  /** levels[k] holds at i the hash over the leaves [i·2^k, (i+1)·2^k), for every full subtree. */
  private readonly levels: HashRow[] = [new HashRow()]
  /** Hashes over subtrees that are not full, by start and end: all proofs of one batch share them. */
  private readonly edges = new Map<string, Uint8Array>()

  constructor(leafHashes: Iterable<Bytes32> = []) {
    for (const leafHash of leafHashes) this.append(leafHash)
  }

  get size(): number {
    return this.levels[0]?.length ?? 0
  }

  /** Hash of one leaf; undefined beyond the end. */
  leaf(index: number): Bytes32 | undefined {
    const hash = this.levels[0]?.at(index)
    return hash && bytes32Of(hash)
  }

  append(leafHash: Bytes32): void {
    // Even an empty map makes itself anew when it is cleared.
    if (this.edges.size > 0) this.edges.clear()
    let carry = bytesOf32(leafHash)
    for (let k = 0; ; k += 1) {
      const level = this.levels[k] ?? new HashRow()
      this.levels[k] = level
      level.push(carry)
      const left = level.at(level.length - 2)
      if (level.length % 2 === 1 || !left) return
      carry = nodeHash(left, carry)
    }
  }

  /** Root over the first `size` leaves. */
  root(size = this.size): Bytes32 {
    this.assertSize(size)
    return size === 0 ? EMPTY_ROOT : bytes32Of(this.subtree(0, size))
  }

  /** RFC 9162 2.1.3.1: siblings from the leaf up. */
  inclusionPath(index: number, size = this.size): Bytes32[] {
    this.assertSize(size)
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new ProtocolError('proof-invalid', 'no leaf {index} in a log of {size}', { index, size })
    }
    const path: Bytes32[] = []
    let [start, end] = [0, size]
    while (end - start > 1) {
      const middle = start + splitOf(end - start)
      if (index < middle) {
        path.push(bytes32Of(this.subtree(middle, end)))
        end = middle
      } else {
        path.push(bytes32Of(this.subtree(start, middle)))
        start = middle
      }
    }
    return path.reverse()
  }

  /** RFC 9162 2.1.4.1. Empty when `first` is 0 or equals `second`: there is nothing to prove. */
  consistencyPath(first: number, second = this.size): Bytes32[] {
    this.assertSize(second)
    if (!Number.isInteger(first) || first < 0 || first > second) {
      throw new ProtocolError('proof-invalid', 'no way from {first} leaves to {second}', { first, second })
    }
    if (first === 0 || first === second) return []
    const path: Bytes32[] = []
    let [start, end] = [0, second]
    let startsAtOrigin = true
    while (first !== end) {
      const middle = start + splitOf(end - start)
      if (first <= middle) {
        path.push(bytes32Of(this.subtree(middle, end)))
        end = middle
      } else {
        path.push(bytes32Of(this.subtree(start, middle)))
        start = middle
        startsAtOrigin = false
      }
    }
    if (!startsAtOrigin) path.push(bytes32Of(this.subtree(start, end)))
    return path.reverse()
  }

  private subtree(start: number, end: number): Uint8Array {
    const width = end - start
    const level = Math.log2(width)
    if (Number.isInteger(level)) {
      const hash = this.levels[level]?.at(start / width)
      if (hash) return hash
    }
    const name = `${start} ${end}`
    const known = this.edges.get(name)
    if (known) return known
    const middle = start + splitOf(width)
    const made = nodeHash(this.subtree(start, middle), this.subtree(middle, end))
    // A log that grows no more is kept, and anyone may ask for proofs at every size.
    if (this.edges.size >= MAX_EDGES) this.edges.clear()
    this.edges.set(name, made)
    return made
  }

  private assertSize(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.size) {
      throw new ProtocolError('proof-invalid', 'a log of {leaves} leaves has no size {size}', {
        leaves: this.size,
        size,
      })
    }
  }
}
