import { hashDomain, keccak256, stringToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import {
  type BallotContext,
  type BallotPost,
  ballotDigest,
  checkTurn,
  judgeBallot,
  parseBallotPost,
  verifyBallot,
} from './ballot.ts'
import { bytesToHex, concatBytes, hexToBytes, sha256Bytes32, utf8 } from './bytes.ts'
import { choicesFieldOf } from './choices-text.ts'
import { METHODS } from './methods/registry.ts'
import type { Address } from './primitives.ts'
import { roundIdOf } from './rules.ts'
import { recoverSigner } from './signature.ts'
import { type Ballot, TYPES, versoDomain } from './typed-data.ts'
import { sampleRules } from './verify/sample-facts.ts'

const rules = { ...sampleRules(), signingChains: [31_337, 10] }
const roundId = roundIdOf(rules)
const candidateRoot = sha256Bytes32(utf8('candidates'))
const voter = privateKeyToAccount(sha256Bytes32(utf8('a voter')))
const stranger = privateKeyToAccount(sha256Bytes32(utf8('a stranger')))
const addressOf = (text: string): Address => `0x${text.slice(2).toLowerCase()}`
const now = rules.opensAt + 1000
const refusal = (code: string) => expect.objectContaining({ code })

const base: Ballot = {
  round: roundId,
  candidateRoot,
  voter: addressOf(voter.address),
  method: 'approval',
  choices: '#2 #5',
  note: '',
  sequence: '1',
  issuedAt: String(now),
  validUntil: String(now + 600),
  agent: '',
}
const context: BallotContext = {
  rules,
  roundId,
  candidateRoot,
  candidateCount: 5,
  openingBlock: null,
  acceptedAt: now,
  lastSequence: 0n,
}

async function signed(change: Partial<Ballot> = {}, by = voter, signingChain = 31_337): Promise<BallotPost> {
  const ballot = { ...base, ...change }
  const signature = await by.sign({ hash: ballotDigest(signingChain, rules.collection, ballot) })
  return { signingChain, ballot, signature }
}

describe('ballotDigest', () => {
  it('is the digest that a wallet signs', async () => {
    const message = {
      ...base,
      sequence: 1n,
      issuedAt: BigInt(base.issuedAt),
      validUntil: BigInt(base.validUntil),
    }
    const domain = versoDomain(31_337, rules.collection)
    const signature = await voter.signTypedData({
      domain,
      types: { Ballot: TYPES.Ballot },
      primaryType: 'Ballot',
      message,
    })
    expect(await recoverSigner(ballotDigest(31_337, rules.collection, base), signature)).toBe(base.voter)
  })

  it('is 0x1901, the domain and the struct of the published type', () => {
    const type =
      'Ballot(bytes32 round,bytes32 candidateRoot,address voter,string method,string choices,string note,' +
      'uint64 sequence,uint64 issuedAt,uint64 validUntil,string agent)'
    const hashOf = (text: string) => keccak256(bytesToHex(utf8(text)))
    const word = (value: string) => BigInt(value).toString(16).padStart(64, '0')
    const words = [
      keccak256(stringToHex(type)),
      base.round,
      base.candidateRoot,
      `0x${word(base.voter)}`,
      ...[base.method, base.choices, base.note].map(hashOf),
      ...[base.sequence, base.issuedAt, base.validUntil].map((value) => `0x${word(value)}`),
      hashOf(base.agent),
    ]
    const struct = keccak256(`0x${words.map((part) => part.slice(2)).join('')}`)
    const domain = hashDomain({
      domain: { ...versoDomain(31_337, rules.collection), chainId: 31_337n },
      types: {
        EIP712Domain: [
          { name: 'name', type: 'string' },
          { name: 'version', type: 'string' },
          { name: 'chainId', type: 'uint256' },
          { name: 'verifyingContract', type: 'address' },
        ],
      },
    })
    const preimage = concatBytes(Uint8Array.of(0x19, 0x01), hexToBytes(domain), hexToBytes(struct))
    expect(ballotDigest(31_337, rules.collection, base)).toBe(keccak256(bytesToHex(preimage)))
  })

  it('differs by chain, by collection and by every field', () => {
    const digests = [
      ballotDigest(31_337, rules.collection, base),
      ballotDigest(10, rules.collection, base),
      ballotDigest(31_337, `0x${'11'.repeat(20)}`, base),
      ...Object.entries(base).map(([key, value]) => {
        const changed = value.startsWith('0x')
          ? `${value.slice(0, -1)}${value.endsWith('1') ? '2' : '1'}`
          : `${value}1`
        return ballotDigest(31_337, rules.collection, { ...base, [key]: changed })
      }),
    ]
    expect(new Set(digests).size).toBe(3 + Object.keys(base).length)
  })
})

describe('what is in a ballot', () => {
  const read = async (change: Partial<Ballot>, situation: Partial<BallotContext> = {}) =>
    (await verifyBallot({ ...context, ...situation, post: await signed(change) })).ballot

  it('reads the works', async () => {
    expect(await read({})).toMatchObject({ numbers: [2, 5], values: [] })
    expect(await read({ choices: '-' })).toMatchObject({ numbers: [], values: [] })
  })

  it.each<[string, string, Partial<Ballot>, Partial<BallotContext>?]>([
    ['ballot-round', 'another round', { round: sha256Bytes32(utf8('another')) }],
    ['ballot-root', 'another list of candidates', { candidateRoot: roundId }],
    ['ballot-method', 'another method', { method: 'ranked' }],
    ['ballot-method', 'the method in other letters', { method: 'Approval' }],
    ['ballot-note', '501 bytes of note', { note: 'a'.repeat(501) }],
    ['ballot-note', '168 letters of three bytes', { note: '潮'.repeat(168) }],
    ['ballot-note', 'a note that is not in form C', { note: 'mare\u0301e' }],
    ['ballot-note', 'a note with half a character', { note: '\ud83c' }],
    ['ballot-note', 'a null character in the note', { note: 'a\u0000' }],
    ['ballot-agent', 'an agent in capitals', { agent: 'Curator' }],
    ['ballot-agent', 'an agent that starts with a dot', { agent: '.curator' }],
    ['ballot-agent', 'an agent of 65 letters', { agent: 'a'.repeat(65) }],
    ['ballot-agent', 'an agent with a line after it', { agent: 'a\n' }],
    ['choices-malformed', 'choices in another form', { choices: '#2, #5' }],
    ['choices-order', 'choices in another order', { choices: '#5 #2' }],
    ['choices-unknown', 'a work that is not there', { choices: '#6' }],
    ['choices-too-many', 'more works than allowed', { choices: '#1 #2 #3 #4' }],
    ['choices-text-missing', 'a text that did not come', { choices: `sha256:${'0'.repeat(64)} n=300` }],
    ['ballot-window', 'a moment before the opening', {}, { acceptedAt: rules.opensAt - 1 }],
    ['ballot-window', 'the moment of the close', {}, { acceptedAt: rules.closesAt }],
    ['ballot-issued-in-future', 'a clock 121 seconds ahead', { issuedAt: String(now + 121) }],
    ['ballot-issued-in-future', 'the greatest time', { issuedAt: String(2n ** 64n - 1n) }],
    ['ballot-expired', 'a ballot valid until a second ago', { validUntil: String(now - 1) }],
    ['sequence-used', 'the last sequence again', { sequence: '7' }, { lastSequence: 7n }],
    ['sequence-used', 'sequence 0', { sequence: '0' }],
    ['sequence-too-high', '1001 beyond the last', { sequence: '1008' }, { lastSequence: 7n }],
    ['sequence-too-high', 'the greatest sequence', { sequence: String(2n ** 64n - 1n) }],
  ])('refuses with %s: %s', async (code, _, change, situation) => {
    await expect(read(change, situation)).rejects.toThrow(refusal(code))
  })

  it.each<[string, Partial<Ballot>, Partial<BallotContext>?]>([
    ['500 bytes of note', { note: `${'潮'.repeat(166)}ab` }],
    ['an agent of 64 letters', { agent: `a${'.-_9'.repeat(15)}abc` }],
    ['the first second', { issuedAt: '0', validUntil: String(rules.opensAt) }, { acceptedAt: rules.opensAt }],
    ['the last second', { validUntil: String(rules.closesAt) }, { acceptedAt: rules.closesAt - 1 }],
    ['a clock 120 seconds ahead', { issuedAt: String(now + 120) }],
    ['validity that ends now', { validUntil: String(now) }],
    ['1000 beyond the last', { sequence: '1007' }, { lastSequence: 7n }],
  ])('takes %s', async (_, change, situation) => {
    expect((await read(change, situation)).numbers).toEqual([2, 5])
  })

  it('refuses a chain that is not one of the signing chains', async () => {
    const post = await signed({}, voter, 1)
    await expect(verifyBallot({ ...context, post })).rejects.toThrow(refusal('ballot-chain'))
  })

  it('reads a long text beside the ballot', async () => {
    const numbers = Array.from({ length: 600 }, (_, i) => i + 1)
    const text = METHODS.approval.format({ numbers, values: [] })
    const large = {
      ...context,
      rules: { ...rules, limits: { maxChoices: 600, maxCandidates: 1000 } },
      candidateCount: 1000,
    }
    const post = { ...(await signed({ choices: choicesFieldOf(text) })), text }
    expect((await verifyBallot({ ...large, post })).ballot.numbers).toEqual(numbers)
    await expect(verifyBallot({ ...large, post: { ...post, text: `${text} #700` } })).rejects.toThrow(
      refusal('choices-text-mismatch'),
    )
  })
})

describe('checkTurn', () => {
  it('takes what was judged, at its moment and after the last', async () => {
    const judged = await judgeBallot({ ...context, post: await signed({ sequence: '8' }) })
    expect(() => checkTurn({ ...context, lastSequence: 7n }, judged)).not.toThrow()
  })

  it.each<[string, string, Partial<BallotContext>]>([
    ['ballot-window', 'the close that came meanwhile', { acceptedAt: rules.closesAt }],
    ['ballot-expired', 'validity that ended meanwhile', { acceptedAt: now + 601 }],
    ['ballot-issued-in-future', 'a clock that went back', { acceptedAt: now - 121 }],
    ['sequence-used', 'another ballot that came before', { lastSequence: 8n }],
    ['sequence-too-high', 'a last one too far back', { lastSequence: -993n }],
  ])('refuses with %s: %s', async (code, _, situation) => {
    const judged = await judgeBallot({ ...context, post: await signed({ sequence: '8' }) })
    expect(() => checkTurn({ ...context, ...situation }, judged)).toThrow(refusal(code))
  })
})

describe('verifyBallot', () => {
  it('gives the proof of a ballot in order', async () => {
    const post = await signed()
    const { ballot, digest, ...rest } = await verifyBallot({ ...context, post })
    expect(rest).toEqual({ post, check: { kind: 'ecdsa' } })
    expect(ballot).toEqual({ voter: base.voter, sequence: 1n, numbers: [2, 5], values: [] })
    expect(digest).toBe(ballotDigest(31_337, rules.collection, base))
  })

  it('takes a ballot signed on another of the signing chains', async () => {
    const post = await signed({}, voter, 10)
    expect((await verifyBallot({ ...context, post })).ballot.voter).toBe(base.voter)
  })

  it('refuses a ballot that somebody else signed', async () => {
    const post = await signed({}, stranger)
    await expect(verifyBallot({ ...context, post })).rejects.toThrow(refusal('signature-mismatch'))
  })

  it('refuses a ballot changed after it was signed', async () => {
    const post = await signed()
    const changed = { ...post, ballot: { ...post.ballot, choices: '#3' } }
    await expect(verifyBallot({ ...context, post: changed })).rejects.toThrow(refusal('signature-mismatch'))
  })

  it('refuses a ballot replayed as if signed on another chain', async () => {
    const post = { ...(await signed()), signingChain: 10 }
    await expect(verifyBallot({ ...context, post })).rejects.toThrow(refusal('signature-mismatch'))
  })

  it('tells the last sequence to the signer, and to nobody else', async () => {
    const situation = { ...context, lastSequence: 41n }
    await expect(verifyBallot({ ...situation, post: await signed() })).rejects.toThrow(
      expect.objectContaining({ code: 'sequence-used', message: expect.stringContaining('41') }),
    )
    await expect(verifyBallot({ ...situation, post: await signed({}, stranger) })).rejects.toThrow(
      refusal('signature-mismatch'),
    )
  })
})

describe('parseBallotPost', () => {
  it('takes the body as it is', async () => {
    const post = await signed()
    expect(parseBallotPost(post)).toEqual(post)
  })

  it.each<[string, object]>([
    ['schema-invalid', { extra: 1 }],
    ['schema-invalid', { signingChain: '1' }],
    ['schema-invalid', { ballot: { ...base, sequence: 1 } }],
    ['schema-invalid', { ballot: { ...base, sequence: '01' } }],
    ['schema-invalid', { ballot: { ...base, sequence: String(2n ** 64n) } }],
    ['schema-invalid', { ballot: { ...base, voter: voter.address } }],
    ['schema-invalid', { ballot: { ...base, memo: '' } }],
    ['schema-invalid', { signature: '0xABCD' }],
    ['signature-too-large', { signature: `0x${'00'.repeat(8193)}` }],
  ])('refuses with %s: %j', (code, change) => {
    expect(() => parseBallotPost({ signingChain: 31_337, ballot: base, signature: '0x', ...change })).toThrow(
      refusal(code),
    )
  })
})
