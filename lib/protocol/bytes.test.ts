import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytes32Of,
  bytesOf32,
  bytesToHex,
  concatBytes,
  digestOfFileHash,
  equalBytes,
  fileHashOf,
  hexToBytes,
  sha256,
  sha256Bytes32,
  taggedHash,
  utf8,
} from './bytes.ts'
import { keccak256 } from './crypto/keccak.ts'

describe('hex', () => {
  it('round-trips any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => equalBytes(hexToBytes(bytesToHex(bytes)), bytes)))
  })

  it.each(['', '00', '0x0', '0xAB', '0xzz', '0x00 ', '0X00'])('refuses %j', (text) => {
    expect(() => hexToBytes(text)).toThrow(expect.objectContaining({ code: 'schema-invalid' }))
  })
})

describe('hashes', () => {
  it('are SHA-256 and Keccak-256', () => {
    expect(sha256Bytes32(utf8('abc'))).toBe(
      '0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(bytesToHex(keccak256(new Uint8Array()))).toBe(
      '0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470',
    )
    expect(fileHashOf(new Uint8Array())).toBe(
      'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it('says the same digest in both notations', () => {
    const bytes = utf8('a work')
    expect(bytes32Of(digestOfFileHash(fileHashOf(bytes)))).toBe(sha256Bytes32(bytes))
  })

  it('refuses what is not 32 bytes', () => {
    expect(() => bytes32Of(new Uint8Array(31))).toThrow(expect.objectContaining({ code: 'schema-invalid' }))
    expect(() => bytesOf32('0x00')).toThrow(expect.objectContaining({ code: 'schema-invalid' }))
  })

  it('tags a preimage with protocol, purpose and a zero byte', () => {
    const spelled = concatBytes(utf8('verso/1/tie'), new Uint8Array(1), utf8('a'), utf8('b'))
    expect(taggedHash('tie', utf8('a'), utf8('b'))).toEqual(sha256(spelled))
    expect(taggedHash('ti', utf8('e'))).not.toEqual(taggedHash('tie'))
  })
})
