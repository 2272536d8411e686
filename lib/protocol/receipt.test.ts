import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { sha256Bytes32, utf8 } from './bytes.ts'
import { headDigest, verifyHead } from './head.ts'
import { type Leaf, leafBytes, parseLeaf } from './leaf.ts'
import { inclusionPath, leafHashOf, logRoot } from './log-tree.ts'
import type { Address, Bytes32 } from './primitives.ts'
import { parseReceipt, type Receipt, verifyReceipt } from './receipt.ts'
import { refusalDigest, type SignedRefusal, verifyRefusal } from './refusal.ts'
import { roundIdOf } from './rules.ts'
import { TYPES, versoDomain } from './typed-data.ts'
import { sampleRules } from './verify/sample-facts.ts'

const rules = sampleRules()
const roundId = roundIdOf(rules)
const operatorKey = privateKeyToAccount(sha256Bytes32(utf8('an operator')))
const stranger = privateKeyToAccount(sha256Bytes32(utf8('a stranger')))
const operator: Address = `0x${operatorKey.address.slice(2).toLowerCase()}`
const refusal = (code: string) => expect.objectContaining({ code })
const flip = <T extends string>(hex: T): T => `${hex.slice(0, -1)}${hex.endsWith('0') ? '1' : '0'}` as T

function leafOf(index: number, change: Partial<Leaf> = {}): Leaf {
  return {
    kind: 'ballot',
    signingChain: rules.chainId,
    ballot: {
      round: roundId,
      candidateRoot: roundId,
      voter: `0x${String(index).padStart(40, '0')}`,
      method: 'approval',
      choices: '#1',
      note: '',
      sequence: '1',
      issuedAt: '1800000000',
      validUntil: '1800000600',
      agent: '',
    },
    signature: `0x${'11'.repeat(65)}`,
    check: { kind: 'ecdsa' },
    acceptedAt: rules.opensAt + index,
    random16: `0x${String(index).padStart(32, '0')}`,
    ...change,
  }
}

const leaves = Array.from({ length: 7 }, (_, i) => leafOf(i))
const hashes = leaves.map((leaf) => leafHashOf(leafBytes(leaf)))

async function receiptOf(leafIndex: number, by = operatorKey): Promise<Receipt> {
  const head = { round: roundId, size: '7', root: logRoot(hashes), signedAt: String(rules.opensAt + 60) }
  const leaf = leaves[leafIndex] ?? leafOf(leafIndex)
  const headSignature = await by.sign({ hash: headDigest(rules, head) })
  return { leaf, leafIndex, path: inclusionPath(hashes, leafIndex), head, headSignature }
}

describe('leaf', () => {
  it('is read back from its bytes', () => {
    const leaf = leafOf(3, { text: '#1 #2' })
    expect(parseLeaf(leafBytes(leaf))).toEqual(leaf)
    expect(parseLeaf(leafBytes(leafOf(3)))).toEqual(leafOf(3))
  })

  it.each<[string, object]>([
    ['another kind', { kind: 'note' }],
    ['a check that this version does not have', { check: { kind: 'erc1271' } }],
    ['the time as text', { acceptedAt: '1800000000' }],
    ['a short random', { random16: '0x00' }],
    ['a field more', { ip: '127.0.0.1' }],
  ])('is refused with %s', (_, change) => {
    const bytes = utf8(JSON.stringify(sortKeys({ ...leafOf(0), ...change })))
    expect(() => parseLeaf(bytes)).toThrow(refusal('schema-invalid'))
  })

  it('is refused when too large, alone or by its text', () => {
    const fat = { ...leafOf(0).ballot, note: 'a'.repeat(8192) }
    expect(() => leafBytes(leafOf(0, { ballot: fat }))).toThrow(refusal('bundle-too-large'))
    expect(() => leafBytes(leafOf(0, { text: 'a'.repeat(131_073) }))).toThrow(refusal('bundle-too-large'))
    expect(leafBytes(leafOf(0, { text: 'a'.repeat(131_072) })).length).toBeGreaterThan(131_072)
  })
})

function sortKeys(value: object): object {
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([key, item]) => [key, typeof item === 'object' && item !== null ? sortKeys(item) : item]),
  )
}

describe('head', () => {
  const head = { round: roundId, size: '7', root: logRoot(hashes), signedAt: '1800000060' }

  it('is signed as typed data of the home chain', async () => {
    const signature = await operatorKey.signTypedData({
      domain: versoDomain(rules.chainId, rules.collection),
      types: { Head: TYPES.Head },
      primaryType: 'Head',
      message: { ...head, size: 7n, signedAt: 1_800_000_060n },
    })
    await expect(verifyHead({ home: rules, head, signature, operator })).resolves.toBeUndefined()
    const elsewhere = { chainId: 1, collection: rules.collection }
    await expect(verifyHead({ home: elsewhere, head, signature, operator })).rejects.toThrow(
      refusal('head-signature'),
    )
    const larger = { ...head, size: '8' }
    await expect(verifyHead({ home: rules, head: larger, signature, operator })).rejects.toThrow(
      refusal('head-signature'),
    )
  })

  it('is refused with any malformed signature under one code', async () => {
    for (const signature of ['0x', '0x12', `0x${'ff'.repeat(65)}`, `0x${'00'.repeat(9000)}`]) {
      await expect(verifyHead({ home: rules, head, signature, operator })).rejects.toThrow(
        refusal('head-signature'),
      )
    }
  })
})

describe('receipt', () => {
  it('proves each ballot of the batch', async () => {
    for (let index = 0; index < leaves.length; index += 1) {
      const receipt = parseReceipt(await receiptOf(index))
      expect(await verifyReceipt(receipt, { rules, operator })).toBe(hashes[index])
    }
  })

  it.each<[string, string, (receipt: Receipt) => Receipt]>([
    [
      'proof-invalid',
      'other choices',
      (r) => ({ ...r, leaf: { ...r.leaf, ballot: { ...r.leaf.ballot, choices: '#2' } } }),
    ],
    [
      'proof-invalid',
      'another time',
      (r) => ({ ...r, leaf: { ...r.leaf, acceptedAt: r.leaf.acceptedAt + 1 } }),
    ],
    [
      'proof-invalid',
      'another random',
      (r) => ({ ...r, leaf: { ...r.leaf, random16: flip(r.leaf.random16) } }),
    ],
    ['proof-invalid', 'another place', (r) => ({ ...r, leafIndex: r.leafIndex + 1 })],
    ['proof-invalid', 'a place beyond the log', (r) => ({ ...r, leafIndex: 7 })],
    ['proof-invalid', 'a shorter path', (r) => ({ ...r, path: r.path.slice(1) })],
    ['proof-invalid', 'a changed path', (r) => ({ ...r, path: r.path.map(flip) })],
    ['proof-invalid', 'another root', (r) => ({ ...r, head: { ...r.head, root: flip(r.head.root) } })],
    [
      'proof-invalid',
      'a size beyond counting',
      (r) => ({ ...r, head: { ...r.head, size: String(2n ** 63n) } }),
    ],
    [
      'head-signature',
      'another time of signing',
      (r) => ({ ...r, head: { ...r.head, signedAt: '1800000061' } }),
    ],
    [
      'receipt-invalid',
      'a head of another round',
      (r) => ({ ...r, head: { ...r.head, round: flip(roundId) } }),
    ],
    [
      'receipt-invalid',
      'a ballot of another round',
      (r) => ({ ...r, leaf: { ...r.leaf, ballot: { ...r.leaf.ballot, round: flip(roundId) } } }),
    ],
  ])('is refused with %s: %s', async (code, _, tamper) => {
    const receipt = tamper(await receiptOf(2))
    await expect(verifyReceipt(receipt, { rules, operator })).rejects.toThrow(refusal(code))
  })

  it('is refused when somebody else signed the head, or the rules are others', async () => {
    const forged = await receiptOf(2, stranger)
    await expect(verifyReceipt(forged, { rules, operator })).rejects.toThrow(refusal('head-signature'))
    const others = { ...rules, places: rules.places + 1 }
    await expect(verifyReceipt(await receiptOf(2), { rules: others, operator })).rejects.toThrow(
      refusal('receipt-invalid'),
    )
  })
})

describe('refusal', () => {
  const ballotDigest: Bytes32 = sha256Bytes32(utf8('a ballot'))
  const said = { round: roundId, ballotDigest, code: 'sequence-used', evidenceBlock: '0', at: '1800000060' }
  const expected = { home: rules, roundId, operator, ballotDigest }

  async function signedBy(key = operatorKey): Promise<SignedRefusal> {
    return { refusal: said, signature: await key.sign({ hash: refusalDigest(rules, said) }) }
  }

  it('is the operator’s word on this ballot', async () => {
    await expect(verifyRefusal(await signedBy(), expected)).resolves.toBeUndefined()
  })

  it('is refused when forged, changed, malformed, or of another ballot or round', async () => {
    const genuine = await signedBy()
    const cases: [SignedRefusal, typeof expected][] = [
      [await signedBy(stranger), expected],
      [{ ...genuine, refusal: { ...said, code: 'ballot-window' } }, expected],
      [{ ...genuine, refusal: { ...said, at: '1800000061' } }, expected],
      [{ ...genuine, signature: '0x00' }, expected],
      [genuine, { ...expected, ballotDigest: flip(ballotDigest) }],
      [genuine, { ...expected, roundId: flip(roundId) }],
    ]
    for (const [given, against] of cases) {
      await expect(verifyRefusal(given, against)).rejects.toThrow(refusal('refusal-invalid'))
    }
  })

  it('is not a head, though the same hand signs both', async () => {
    const head = { round: roundId, size: '0', root: ballotDigest, signedAt: '1800000060' }
    const signature = await operatorKey.sign({ hash: headDigest(rules, head) })
    await expect(verifyRefusal({ refusal: said, signature }, expected)).rejects.toThrow(
      refusal('refusal-invalid'),
    )
  })
})
