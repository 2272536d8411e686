import { createHash } from 'node:crypto'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { briefDigest, promptHashOf, verifyBrief } from './brief.ts'
import { sha256Bytes32, utf8 } from './bytes.ts'
import type { Address } from './primitives.ts'
import { roundIdOf } from './rules.ts'
import type { Brief } from './typed-data.ts'
import { sampleRules } from './verify/sample-facts.ts'

const rules = sampleRules()
const roundId = roundIdOf(rules)
const creator = privateKeyToAccount(sha256Bytes32(utf8('a creator')))
const stranger = privateKeyToAccount(sha256Bytes32(utf8('a stranger')))
const address: Address = `0x${creator.address.slice(2).toLowerCase()}`
const now = rules.submissionsOpenAt + 100
const prompt = 'Spring tide over sand, two inks — 潮'
const base: Brief = {
  round: roundId,
  creator: address,
  prompt,
  promptHash: promptHashOf(prompt),
  style: '',
  traits: '',
  licence: rules.licence.id,
  royaltyReceiver: address,
  count: 4,
  nonce: sha256Bytes32(utf8('nonce')),
  deadline: String(now),
}

async function verify(change: Partial<Brief>, by = creator) {
  const brief = { ...base, ...change }
  const signature = await by.sign({ hash: briefDigest(rules, brief) })
  return verifyBrief({ rules, roundId, brief, signature, now })
}

describe('verifyBrief', () => {
  it('gives the proof of a brief in order, at its last second', async () => {
    const proof = await verify({})
    expect(proof.brief).toEqual(base)
    expect(proof.digest).toBe(briefDigest(rules, base))
  })

  it.each<[string, string, Partial<Brief>]>([
    ['brief-round', 'another round', { round: sha256Bytes32(utf8('another')) }],
    ['brief-licence', 'another licence', { licence: 'CC-BY-4.0' }],
    ['brief-prompt', 'the hash of another prompt', { promptHash: promptHashOf('another') }],
    ['brief-prompt', 'another prompt', { prompt: `${prompt}.` }],
    ['brief-expired', 'a deadline a second ago', { deadline: String(now - 1) }],
    ['schema-invalid', 'no prompt', { prompt: '', promptHash: promptHashOf('') }],
    [
      'schema-invalid',
      '2,001 characters',
      { prompt: 'a'.repeat(2001), promptHash: promptHashOf('a'.repeat(2001)) },
    ],
    ['schema-invalid', 'no picture', { count: 0 }],
    ['schema-invalid', '51 pictures', { count: 51 }],
    [
      'json-bad-text',
      'a prompt that is not in form C',
      { prompt: 'mare\u0301e', promptHash: promptHashOf('mare\u0301e') },
    ],
  ])('refuses with %s: %s', async (code, _, change) => {
    await expect(verify(change)).rejects.toThrow(expect.objectContaining({ code }))
  })

  it('takes 50 pictures and 2,000 characters', async () => {
    const long = 'a'.repeat(2000)
    const proof = await verify({ count: 50, prompt: long, promptHash: promptHashOf(long) })
    expect(proof.brief.count).toBe(50)
  })

  it('refuses what somebody else signed, and what was changed afterwards', async () => {
    const mismatch = expect.objectContaining({ code: 'signature-mismatch' })
    await expect(verify({}, stranger)).rejects.toThrow(mismatch)
    const signature = await creator.sign({ hash: briefDigest(rules, base) })
    const changed = { ...base, royaltyReceiver: `0x${'99'.repeat(20)}` }
    await expect(verifyBrief({ rules, roundId, brief: changed, signature, now })).rejects.toThrow(mismatch)
    await expect(verifyBrief({ rules, roundId, brief: base, signature: '0x12', now })).rejects.toThrow(
      expect.objectContaining({ code: 'signature-malformed' }),
    )
  })
})

describe('promptHashOf', () => {
  it('hashes the tag, a zero byte and the UTF-8 of the prompt', () => {
    const hash = createHash('sha256').update('verso/1/prompt\0').update(prompt, 'utf8').digest('hex')
    expect(promptHashOf(prompt)).toBe(`0x${hash}`)
  })
})
