import fc from 'fast-check'
import { parseSignature, serializeCompactSignature, signatureToCompactSignature } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { sha256Bytes32, utf8 } from './bytes.ts'
import type { Bytes32 } from './primitives.ts'
import { recoverSigner } from './signature.ts'

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const account = privateKeyToAccount(sha256Bytes32(utf8('a signer')))
const digest: Bytes32 = sha256Bytes32(utf8('a digest'))
const signature = await account.sign({ hash: digest })
const word = (value: bigint) => value.toString(16).padStart(64, '0')
const parts = { r: signature.slice(2, 66), s: signature.slice(66, 130), v: signature.slice(130) }
const refusal = (code: string) => expect.objectContaining({ code })

/** The other form of the same signature: s negated, v flipped. */
const malleated = `0x${parts.r}${word(ORDER - BigInt(`0x${parts.s}`))}${parts.v === '1b' ? '1c' : '1b'}`
const compact = serializeCompactSignature(signatureToCompactSignature(parseSignature(signature)))

describe('recoverSigner', () => {
  it('finds the account, in lower case', async () => {
    expect(await recoverSigner(digest, signature)).toBe(account.address.toLowerCase())
  })

  it('finds it for any account and digest', async () => {
    const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(sha256Bytes32)
    await fc.assert(
      fc.asyncProperty(bytes32, bytes32, async (key, hash) => {
        const signer = privateKeyToAccount(key)
        const found = await recoverSigner(hash, await signer.sign({ hash }))
        expect(found).toBe(signer.address.toLowerCase())
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['signature-high-s', 'the upper of its two forms', malleated],
    ['signature-malformed', 'the compact form of EIP-2098', compact],
    ['signature-malformed', 'v as 0', `0x${parts.r}${parts.s}00`],
    ['signature-malformed', 'v as 29', `0x${parts.r}${parts.s}1d`],
    ['signature-malformed', 'r as 0', `0x${word(0n)}${parts.s}${parts.v}`],
    ['signature-malformed', 's as 0', `0x${parts.r}${word(0n)}${parts.v}`],
    ['signature-malformed', 'r as the order', `0x${word(ORDER)}${parts.s}${parts.v}`],
    ['signature-malformed', 's as the order', `0x${parts.r}${word(ORDER)}${parts.v}`],
    ['signature-malformed', 'an r that is on no point', `0x${word(5n)}${parts.s}${parts.v}`],
    ['signature-malformed', 'nothing', '0x'],
    ['signature-malformed', 'a byte more', `${signature}00`],
    ['signature-malformed', 'upper case', signature.toUpperCase().replace('0X', '0x')],
    ['signature-malformed', 'no prefix', signature.slice(2)],
    ['signature-malformed', 'a long one of a contract wallet', `0x${'00'.repeat(8192)}`],
    ['signature-too-large', 'one of more than 8 KB', `0x${'00'.repeat(8193)}`],
  ])('refuses with %s: %s', async (code, _, given) => {
    await expect(recoverSigner(digest, given)).rejects.toThrow(refusal(code))
  })

  it('says what is wrong with the length', async () => {
    await expect(recoverSigner(digest, `0x${'00'.repeat(130)}`)).rejects.toThrow(/130 bytes, not 65/)
    await expect(recoverSigner(digest, compact)).rejects.toThrow(/EIP-2098/)
  })

  it('finds another account when a bit of the digest changes', async () => {
    const other: Bytes32 = sha256Bytes32(utf8('another digest'))
    expect(await recoverSigner(other, signature)).not.toBe(account.address.toLowerCase())
  })
})
