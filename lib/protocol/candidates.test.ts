import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileHashOf, sha256Bytes32, utf8 } from './bytes.ts'
import {
  candidateRootOf,
  isNumberedByHash,
  metadataHashOf,
  numberCandidates,
  type UnnumberedCandidate,
} from './candidates.ts'
import { canonicalBytes } from './canonical.ts'
import { EMPTY_ROOT } from './log-node.ts'

const roundId = sha256Bytes32(utf8('a round'))
const otherRound = sha256Bytes32(utf8('another round'))

function work(name: string): UnnumberedCandidate {
  return {
    contentHash: fileHashOf(utf8(name)),
    contentCid: 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e',
    mime: 'image/png',
    width: 1024,
    height: 1024,
    recipeHash: fileHashOf(utf8(`recipe ${name}`)),
    creator: `0x${'ab'.repeat(20)}`,
    metadataHash: fileHashOf(utf8(`metadata ${name}`)),
    renditions: [],
  }
}

const works = Array.from({ length: 12 }, (_, i) => work(`work ${i}`))

/** The order as the protocol's text gives it, on node:crypto. */
function orderKey(contentHash: string): string {
  const hash = createHash('sha256')
  hash.update('verso/1/number\0')
  hash.update(Buffer.from(roundId.slice(2), 'hex'))
  hash.update(Buffer.from(contentHash.slice('sha256:'.length), 'hex'))
  return hash.digest('hex')
}

describe('numberCandidates', () => {
  it('numbers from 1 by the hash of round and content', () => {
    const numbered = numberCandidates(roundId, works)
    const keys = numbered.map(({ contentHash }) => orderKey(contentHash))
    expect(numbered.map(({ number }) => number)).toEqual(works.map((_, i) => i + 1))
    expect(keys).toEqual(keys.toSorted())
    expect(isNumberedByHash(roundId, numbered)).toBe(true)
  })

  it('gives nobody a say by the order of submission', () => {
    const order = fc.shuffledSubarray(works, { minLength: works.length })
    fc.assert(
      fc.property(order, (shuffled) => {
        expect(numberCandidates(roundId, shuffled)).toEqual(numberCandidates(roundId, works))
      }),
    )
  })

  it('gives another round another order', () => {
    const hashes = (id: typeof roundId) => numberCandidates(id, works).map(({ contentHash }) => contentHash)
    expect(hashes(otherRound)).not.toEqual(hashes(roundId))
    expect(isNumberedByHash(otherRound, numberCandidates(roundId, works))).toBe(false)
  })

  it('refuses the same file twice', () => {
    const twice = [work('a'), { ...work('a'), creator: `0x${'cd'.repeat(20)}` } as const]
    expect(() => numberCandidates(roundId, twice)).toThrow(
      expect.objectContaining({ code: 'schema-invalid' }),
    )
  })

  it('sees numbers that were moved', () => {
    const numbered = numberCandidates(roundId, works)
    const swapped = numbered.map((c) => ({
      ...c,
      number: c.number === 1 ? 2 : c.number === 2 ? 1 : c.number,
    }))
    expect(isNumberedByHash(roundId, swapped)).toBe(false)
    expect(isNumberedByHash(roundId, numbered.slice(1))).toBe(false)
  })
})

describe('candidateRootOf', () => {
  const numbered = numberCandidates(roundId, works)

  it('is the hash of the record for one candidate, and SHA-256 of nothing for none', () => {
    const [only] = numberCandidates(roundId, [work('a')])
    const leaf = createHash('sha256').update(Buffer.of(0)).update(canonicalBytes(only)).digest('hex')
    expect(only && candidateRootOf([only])).toBe(`0x${leaf}`)
    expect(candidateRootOf([])).toBe(EMPTY_ROOT)
  })

  it('changes with every field of every record', () => {
    const root = candidateRootOf(numbered)
    for (const candidate of numbered) {
      const changed = numbered.map((c) => (c === candidate ? { ...c, width: c.width + 1 } : c))
      expect(candidateRootOf(changed)).not.toBe(root)
    }
  })

  it('refuses gaps and another order', () => {
    const refusal = expect.objectContaining({ code: 'schema-invalid' })
    expect(() => candidateRootOf(numbered.slice(1))).toThrow(refusal)
    expect(() => candidateRootOf(numbered.toReversed())).toThrow(refusal)
  })
})

describe('metadataHashOf', () => {
  const metadata = {
    title: 'Spring tide',
    description: '',
    alt: 'Two bands of ink',
    traits: [{ name: 'Palette', value: 'Cold' }],
    licence: 'CC0-1.0',
    royaltyReceiver: `0x${'ab'.repeat(20)}`,
  } as const
  const unnumbered = { ...metadata, traits: [...metadata.traits] }

  it('covers the record without the number', () => {
    expect(metadataHashOf(unnumbered)).toBe(fileHashOf(canonicalBytes(unnumbered)))
    const numbered = { number: 7, ...unnumbered }
    expect(metadataHashOf(numbered)).toBe(metadataHashOf(unnumbered))
    expect(metadataHashOf({ ...unnumbered, alt: 'Three bands of ink' })).not.toBe(metadataHashOf(unnumbered))
  })
})
