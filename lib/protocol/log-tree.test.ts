import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexToBytes, utf8 } from './bytes.ts'
import { LogTree } from './log-levels.ts'
import {
  consistencyPath,
  frontierOf,
  inclusionPath,
  leafHashOf,
  logRoot,
  rootFromInclusion,
  verifyConsistency,
  verifyInclusion,
} from './log-tree.ts'
import type { Bytes32 } from './primitives.ts'

const SIZES = 33
const leaves = Array.from({ length: SIZES }, (_, i) => leafHashOf(utf8(`leaf ${i}`)))
const at = (index: number): Bytes32 => leaves[index] ?? '0x'
const flip = (hash: Bytes32): Bytes32 => `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}` as Bytes32
const rootOf = (size: number) => naiveRoot(leaves.slice(0, size))

/** RFC 9162 2.1.1 word by word, on node:crypto, sharing no code with what it checks. */
function naiveRoot(hashes: readonly Bytes32[]): Bytes32 {
  const digest = (...parts: Uint8Array[]): Bytes32 => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return `0x${hash.digest('hex')}`
  }
  const [only] = hashes
  if (only === undefined) return digest()
  if (hashes.length === 1) return only
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1))
  return digest(
    Uint8Array.of(1),
    hexToBytes(naiveRoot(hashes.slice(0, split))),
    hexToBytes(naiveRoot(hashes.slice(split))),
  )
}

describe('logRoot', () => {
  it('gives the roots of the reference log of Certificate Transparency', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ]
    const roots = [
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]
    const hashes = inputs.map((hex) => leafHashOf(hexToBytes(`0x${hex}`)))
    const found = roots.map((_, size) => logRoot(hashes.slice(0, size)))
    expect(found).toEqual(roots.map((root) => `0x${root}`))
  })

  it('agrees with the definition for every size, kept or continued', () => {
    const tree = new LogTree()
    let frontier = frontierOf(0, [])
    for (let size = 0; size <= SIZES; size += 1) {
      expect(logRoot(leaves.slice(0, size))).toBe(rootOf(size))
      expect(tree.root()).toBe(rootOf(size))
      expect(frontier.root()).toBe(rootOf(size))
      if (size === SIZES) break
      tree.append(at(size))
      expect(frontier.append(at(size))).toBe(size)
      frontier = frontierOf(frontier.size, frontier.hashes)
    }
    for (let size = 0; size <= SIZES; size += 1) expect(tree.root(size)).toBe(rootOf(size))
  })

  it('agrees with the definition for large logs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 34, max: 600 }), (size) => {
        const many = Array.from({ length: size }, (_, i) => leafHashOf(utf8(String(i))))
        const frontier = frontierOf(0, [])
        for (const hash of many) frontier.append(hash)
        expect(logRoot(many)).toBe(naiveRoot(many))
        expect(frontier.root()).toBe(naiveRoot(many))
      }),
      { numRuns: 10 },
    )
  })

  it('does not take a node for a leaf', () => {
    const node = logRoot(leaves.slice(0, 2))
    const preimage = hexToBytes(`0x01${at(0).slice(2)}${at(1).slice(2)}`)
    expect(leafHashOf(preimage)).not.toBe(node)
  })

  it('refuses a frontier that cannot be one', () => {
    const refusal = expect.objectContaining({ code: 'proof-invalid' })
    expect(() => frontierOf(3, [at(0)])).toThrow(refusal)
    expect(() => frontierOf(0, [at(0)])).toThrow(refusal)
    expect(() => frontierOf(-1, [at(0)])).toThrow(refusal)
  })
})

describe('inclusion', () => {
  it('is proved for every leaf of every size, and for nothing else', () => {
    for (let size = 1; size <= SIZES; size += 1) {
      const root = rootOf(size)
      for (let index = 0; index < size; index += 1) {
        const path = inclusionPath(leaves, index, size)
        const proof = { leafHash: at(index), index, size, path, root }
        expect(rootFromInclusion(proof)).toBe(root)
        expect(verifyInclusion(proof)).toBe(true)
        expect(verifyInclusion({ ...proof, leafHash: flip(at(index)) })).toBe(false)
        expect(verifyInclusion({ ...proof, root: flip(root) })).toBe(false)
        expect(verifyInclusion({ ...proof, path: [...path, at(0)] })).toBe(false)
        if (path.length > 0) expect(verifyInclusion({ ...proof, path: path.slice(1) })).toBe(false)
        path.forEach((hash, k) => {
          expect(verifyInclusion({ ...proof, path: path.with(k, flip(hash)) })).toBe(false)
        })
        for (let other = 0; other < size; other += 1) {
          if (other !== index) expect(verifyInclusion({ ...proof, index: other })).toBe(false)
        }
      }
    }
  })

  it('refuses places that do not exist', () => {
    const proof = { leafHash: at(0), path: [], root: at(0) }
    for (const [index, size] of [
      [0, 0],
      [1, 1],
      [-1, 1],
      [0.5, 1],
      [0, Number.NaN],
      [0, 2 ** 60],
    ] as const) {
      expect(verifyInclusion({ ...proof, index, size })).toBe(false)
    }
    expect(verifyInclusion({ ...proof, index: 0, size: 2, path: ['0x12'] })).toBe(false)
    const refusal = expect.objectContaining({ code: 'proof-invalid' })
    expect(() => inclusionPath(leaves, 5, 5)).toThrow(refusal)
    expect(() => inclusionPath(leaves, 0, SIZES + 1)).toThrow(refusal)
  })
})

describe('consistency', () => {
  it('is proved between all sizes, and for nothing else', () => {
    for (let second = 0; second <= SIZES; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        const path = consistencyPath(leaves, first, second)
        const proof = { first, firstRoot: rootOf(first), second, secondRoot: rootOf(second), path }
        expect(verifyConsistency(proof)).toBe(true)
        expect(verifyConsistency({ ...proof, firstRoot: flip(proof.firstRoot) })).toBe(false)
        expect(verifyConsistency({ ...proof, path: [...path, at(0)] })).toBe(false)
        if (first === 0 || first === second) continue
        expect(verifyConsistency({ ...proof, secondRoot: flip(proof.secondRoot) })).toBe(false)
        expect(verifyConsistency({ ...proof, path: [] })).toBe(false)
        expect(verifyConsistency({ ...proof, path: path.slice(0, -1) })).toBe(false)
        path.forEach((hash, k) => {
          expect(verifyConsistency({ ...proof, path: path.with(k, flip(hash)) })).toBe(false)
        })
      }
    }
  })

  it('is never proved for a log whose past was changed', () => {
    for (let first = 1; first < 17; first += 1) {
      const changed = leaves.with(first - 1, flip(at(first - 1)))
      const path = consistencyPath(changed, first, 17)
      const secondRoot = naiveRoot(changed.slice(0, 17))
      expect(verifyConsistency({ first, firstRoot: rootOf(first), second: 17, secondRoot, path })).toBe(false)
    }
  })

  it('refuses sizes in the wrong order and hashes in the wrong form', () => {
    const root = rootOf(3)
    expect(verifyConsistency({ first: 4, firstRoot: root, second: 3, secondRoot: root, path: [] })).toBe(
      false,
    )
    expect(verifyConsistency({ first: -1, firstRoot: root, second: 3, secondRoot: root, path: [] })).toBe(
      false,
    )
    expect(verifyConsistency({ first: 3, firstRoot: root, second: 5, secondRoot: root, path: ['0x1'] })).toBe(
      false,
    )
    expect(() => consistencyPath(leaves, 5, 4)).toThrow(expect.objectContaining({ code: 'proof-invalid' }))
  })

  it('agrees with the lengths of RFC 9162 2.1.5', () => {
    const seven = leaves.slice(0, 7)
    expect(inclusionPath(seven, 0)).toHaveLength(3)
    expect(inclusionPath(seven, 6)).toEqual([naiveRoot(seven.slice(4, 6)), naiveRoot(seven.slice(0, 4))])
    expect(consistencyPath(seven, 3)).toEqual([
      at(2),
      at(3),
      naiveRoot(seven.slice(0, 2)),
      naiveRoot(seven.slice(4)),
    ])
    expect(consistencyPath(seven, 4)).toEqual([naiveRoot(seven.slice(4))])
    expect(consistencyPath(seven, 6)).toEqual([
      naiveRoot(seven.slice(4, 6)),
      at(6),
      naiveRoot(seven.slice(0, 4)),
    ])
  })
})
