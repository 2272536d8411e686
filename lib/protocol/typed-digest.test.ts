import fc from 'fast-check'
import { hashTypedData } from 'viem'
import { describe, expect, it } from 'vitest'
import { type Ballot, type Brief, type Head, type Refusal, TYPES, versoDomain } from './typed-data.ts'
import { typedDigest } from './typed-digest.ts'

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((one) => `0x${Buffer.from(one).toString('hex')}` as const)
const bytes32 = hex(32)
const address = hex(20)
const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String)
const text = fc.string({ unit: 'binary', maxLength: 300 })
const home = fc.record({ chainId: fc.integer({ min: 1, max: 2 ** 32 }), collection: address })

const STATEMENTS = {
  Ballot: fc.record({
    round: bytes32,
    candidateRoot: bytes32,
    voter: address,
    method: text,
    choices: text,
    note: text,
    sequence: uint64,
    issuedAt: uint64,
    validUntil: uint64,
    agent: text,
  }) satisfies fc.Arbitrary<Ballot>,
  Head: fc.record({
    round: bytes32,
    size: uint64,
    root: bytes32,
    signedAt: uint64,
  }) satisfies fc.Arbitrary<Head>,
  Refusal: fc.record({
    round: bytes32,
    ballotDigest: bytes32,
    code: text,
    evidenceBlock: uint64,
    at: uint64,
  }) satisfies fc.Arbitrary<Refusal>,
  Brief: fc.record({
    round: bytes32,
    creator: address,
    prompt: text,
    promptHash: bytes32,
    style: text,
    traits: text,
    licence: text,
    royaltyReceiver: address,
    count: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    nonce: bytes32,
    deadline: uint64,
  }) satisfies fc.Arbitrary<Brief>,
}

/** viem takes integers as they are, not as decimal strings. */
function asViem(kind: keyof typeof TYPES, message: object) {
  const types = new Map<string, string>(TYPES[kind].map(({ name, type }) => [name, type]))
  return Object.fromEntries(
    Object.entries(message).map(([name, value]) => [
      name,
      types.get(name) === 'uint64' ? BigInt(value) : value,
    ]),
  )
}

describe('typedDigest', () => {
  it.each(Object.keys(STATEMENTS) as (keyof typeof STATEMENTS)[])('is what viem says of every %s', (kind) => {
    fc.assert(
      fc.property(
        home,
        STATEMENTS[kind] as fc.Arbitrary<Ballot & Head & Refusal & Brief>,
        (where, message) => {
          const expected = hashTypedData({
            domain: versoDomain(where.chainId, where.collection),
            types: { [kind]: TYPES[kind] },
            primaryType: kind,
            message: asViem(kind, message),
          })
          expect(typedDigest(kind, where, message)).toBe(expected)
        },
      ),
      { numRuns: 300 },
    )
  })
})
