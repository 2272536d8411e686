import { bytes32Of, bytesOf32, sha256 } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import { LogTree } from './log-levels.ts'
import { EMPTY_ROOT, nodeHash } from './log-node.ts'
import type { Bytes32 } from './primitives.ts'

/** Room for a leaf without a text beside it, written over by every call. */
const room = new Uint8Array(8193)

/** Leaf hash of RFC 9162: SHA-256(00 ‖ bytes). */
export function leafHashOf(leafBytes: Uint8Array): Bytes32 {
  const size = leafBytes.length + 1
  const preimage = size <= room.length ? room.subarray(0, size) : new Uint8Array(size)
  preimage.set(leafBytes, 1)
  return bytes32Of(sha256(preimage))
}

/** RFC 9162 2.1.1: root over leaf hashes in order; the empty log has SHA-256(""). */
export function logRoot(leafHashes: readonly Bytes32[]): Bytes32 {
  return new LogTree(leafHashes).root()
}

/** Siblings of leaf `index` in the log of the first `size` leaves, from the leaf up. For many, keep a `LogTree`. */
export function inclusionPath(
  leafHashes: readonly Bytes32[],
  index: number,
  size = leafHashes.length,
): Bytes32[] {
  return new LogTree(leafHashes).inclusionPath(index, size)
}

/** Proof that the log of `first` leaves is the beginning of the log of `second`. */
export function consistencyPath(
  leafHashes: readonly Bytes32[],
  first: number,
  second = leafHashes.length,
): Bytes32[] {
  return new LogTree(leafHashes).consistencyPath(first, second)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

const half = (value: number): number => Math.floor(value / 2)
const isOdd = (value: number): boolean => value % 2 === 1

export type InclusionProof = { leafHash: Bytes32; index: number; size: number; path: readonly Bytes32[] }
export type ConsistencyProof = {
  first: number
  firstRoot: Bytes32
  second: number
  secondRoot: Bytes32
  path: readonly Bytes32[]
}

/**
 * The root that a leaf and its path lead to (RFC 9162 2.1.3.2).
 * @throws ProtocolError `proof-invalid` when the path does not have the length of that place in that tree
 */
export function rootFromInclusion({ leafHash, index, size, path }: InclusionProof): Bytes32 {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new ProtocolError('proof-invalid', 'no leaf {index} in a log of {size}', { index, size })
  }
  let node = index
  let last = size - 1
  let hash = bytesOf32(leafHash)
  for (const sibling of path) {
    if (last === 0) throw new ProtocolError('proof-invalid', 'the path is too long')
    if (isOdd(node) || node === last) {
      hash = nodeHash(bytesOf32(sibling), hash)
      while (!isOdd(node) && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, bytesOf32(sibling))
    }
    node = half(node)
    last = half(last)
  }
  if (last !== 0) throw new ProtocolError('proof-invalid', 'the path is too short')
  return bytes32Of(hash)
}

/** Whether the leaf is at `index` of the log with this size and root. */
export function verifyInclusion(proof: InclusionProof & { root: Bytes32 }): boolean {
  try {
    return rootFromInclusion(proof) === proof.root
  } catch (cause) {
    if (cause instanceof ProtocolError) return false
    throw cause
  }
}

/**
 * Whether the first log is the beginning of the second (RFC 9162 2.1.4.2). From the empty log, and from
 * a log to itself, the path is empty and the roots alone decide.
 */
export function verifyConsistency({ first, firstRoot, second, secondRoot, path }: ConsistencyProof): boolean {
  if (!isCount(first) || !isCount(second) || first > second) return false
  if (first === second)
    return path.length === 0 && firstRoot === secondRoot && (first > 0 || firstRoot === EMPTY_ROOT)
  if (first === 0) return path.length === 0 && firstRoot === EMPTY_ROOT
  try {
    return walkConsistency({ first, firstRoot, second, secondRoot, path })
  } catch (cause) {
    if (cause instanceof ProtocolError) return false
    throw cause
  }
}

function walkConsistency({ first, firstRoot, second, secondRoot, path }: ConsistencyProof): boolean {
  let node = first - 1
  let last = second - 1
  while (isOdd(node)) {
    node = half(node)
    last = half(last)
  }
  // A first log of 2^k leaves is itself a node of the second; the proof leaves it out.
  const hashes = node === 0 ? [firstRoot, ...path] : path
  const [start, ...rest] = hashes.map(bytesOf32)
  if (!start || path.length === 0) return false
  let firstHash = start
  let secondHash = start
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      firstHash = nodeHash(sibling, firstHash)
      secondHash = nodeHash(sibling, secondHash)
      while (!isOdd(node) && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      secondHash = nodeHash(secondHash, sibling)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && bytes32Of(firstHash) === firstRoot && bytes32Of(secondHash) === secondRoot
}

function bitCount(value: number): number {
  return [...value.toString(2)].filter((bit) => bit === '1').length
}

/**
 * What an appender must remember of a log: its size and the roots of its full subtrees, from the
 * largest (left) to the smallest, one for each 1 in the binary form of the size.
 */
export class LogFrontier {
  private count: number
  private readonly peaks: Uint8Array[]

  constructor(size: number, hashes: readonly Bytes32[]) {
    if (!Number.isSafeInteger(size) || size < 0 || hashes.length !== (size === 0 ? 0 : bitCount(size))) {
      throw new ProtocolError('proof-invalid', '{hashes} subtrees do not make a log of {size}', {
        hashes: hashes.length,
        size,
      })
    }
    this.count = size
    this.peaks = hashes.map(bytesOf32)
  }

  get size(): number {
    return this.count
  }

  /** The subtree roots to store; `frontierOf(size, hashes)` continues from them. */
  get hashes(): Bytes32[] {
    return this.peaks.map(bytes32Of)
  }

  /** Adds a leaf hash; returns the index it has. */
  append(leafHash: Bytes32): number {
    let carry = bytesOf32(leafHash)
    for (let size = this.count; size % 2 === 1; size = Math.floor(size / 2)) {
      const left = this.peaks.pop()
      if (!left) throw new ProtocolError('proof-invalid', 'a subtree is missing')
      carry = nodeHash(left, carry)
    }
    this.peaks.push(carry)
    this.count += 1
    return this.count - 1
  }

  /** RFC 9162 root over all leaves appended so far. */
  root(): Bytes32 {
    const last = this.peaks.at(-1)
    if (!last) return EMPTY_ROOT
    return bytes32Of(this.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last))
  }
}

/** A frontier that continues a stored one; `frontierOf(0, [])` starts an empty log. */
export function frontierOf(size: number, hashes: readonly Bytes32[]): LogFrontier {
  return new LogFrontier(size, hashes)
}
