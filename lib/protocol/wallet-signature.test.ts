import { serializeErc6492Signature } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { bytesToHex, hexToBytes, sha256Bytes32, utf8 } from './bytes.ts'
import { canonicalText, parseCanonical } from './canonical.ts'
import { leafBytes, parseLeaf } from './leaf.ts'
import { addressOf, leafOf, OPENS } from './verify/sample-facts.ts'
import { walletCheck } from './verify/sample-wallets.ts'
import { routeSignature } from './wallet-signature.ts'

const digest = sha256Bytes32(utf8('what is signed'))
const voter = privateKeyToAccount(sha256Bytes32(utf8('a voter')))
const stranger = privateKeyToAccount(sha256Bytes32(utf8('a stranger')))
const account = voter.address.toLowerCase() as `0x${string}`
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

const own = await voter.sign({ hash: digest })
const theirs = await stranger.sign({ hash: digest })
const high = `0x${own.slice(2, 66)}${(ORDER - BigInt(`0x${own.slice(66, 130)}`)).toString(16).padStart(64, '0')}${own.endsWith('1b') ? '1c' : '1b'}`
const wrapped = serializeErc6492Signature({ address: `0x${'fa'.repeat(20)}`, data: '0x', signature: own })

const sound = await leafOf(digest, digest, { voter: 'ada', choices: '#1', sequence: 1, at: OPENS + 60 }, 0)

const routeOf = async (signature: string) => {
  const route = await routeSignature({ account, digest, signature: signature as `0x${string}` })
  return route.kind === 'ecdsa' ? ['ecdsa'] : [route.kind, route.fault.code]
}

describe('routeSignature', () => {
  it.each<[string, string, string[]]>([
    ['the key of the account', own, ['ecdsa']],
    ['the mark of ERC-6492, whoever signed inside', wrapped, ['erc6492', 'signature-mismatch']],
    ['65 bytes of somebody else: a Safe with one owner', theirs, ['erc1271', 'signature-mismatch']],
    ['the upper s of the very key', high, ['erc1271', 'signature-high-s']],
    ['64 bytes', own.slice(0, 130), ['erc1271', 'signature-malformed']],
    ['nothing: a Safe that signed on chain', '0x', ['erc1271', 'signature-malformed']],
    ['two owners', `${own}${theirs.slice(2)}`, ['erc1271', 'signature-malformed']],
    ['8,192 bytes', `0x${'00'.repeat(8192)}`, ['erc1271', 'signature-malformed']],
    ['more than that', `0x${'00'.repeat(8193)}`, ['erc1271', 'signature-too-large']],
    ['the mark alone', `0x${'6492'.repeat(16)}`, ['erc6492', 'signature-mismatch']],
    ['half a mark', `0x${'6492'.repeat(15)}`, ['erc1271', 'signature-malformed']],
  ])('%s', async (_, signature, route) => {
    expect(await routeOf(signature)).toEqual(route)
  })

  it('asks about the account, the digest and the signature as they came', async () => {
    const route = await routeSignature({ account, digest, signature: theirs })
    expect(route).toMatchObject({ question: { kind: 'erc1271', account, digest, signature: theirs } })
  })
})

describe('the check of a leaf', () => {
  it('keeps the bytes that it had before there were others', async () => {
    expect(new TextDecoder().decode(leafBytes(sound))).toContain('"check":{"kind":"ecdsa"},"kind":"ballot"')
    expect(addressOf('ada')).toBe(sound.ballot.voter)
  })

  it.each([walletCheck(), walletCheck({ kind: 'erc6492', chainId: 10, blockNumber: String(2n ** 63n) })])(
    'reads back as it was written: %j',
    (check) => {
      expect(parseLeaf(leafBytes({ ...sound, check }))).toEqual({ ...sound, check })
    },
  )

  it.each<[string, object]>([
    ['an unknown kind', { kind: 'erc1654' }],
    ['a key with a chain', { ...walletCheck(), kind: 'ecdsa' }],
    ['a contract without a block', { kind: 'erc1271', chainId: 1 }],
    ['a number that is none', { ...walletCheck(), blockNumber: '01' }],
    ['a chain of zero', { ...walletCheck(), chainId: 0 }],
    ['a field more', { ...walletCheck(), answer: true }],
  ])('is refused with %s', (_, check) => {
    const bytes = utf8(canonicalText({ ...(parseCanonical(leafBytes(sound)) as object), check }))
    expect(() => parseLeaf(bytes)).toThrow(expect.objectContaining({ code: 'schema-invalid' }))
    expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes)
  })
})
