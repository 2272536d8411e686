import * as crypto from '#crypto'
import { ProtocolError } from './errors.ts'
import type { Bytes32, FileHash } from './primitives.ts'

const encoder = new TextEncoder()
const ZERO = Uint8Array.of(0)

/** One array holding all parts in order. */
export function concatBytes(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** The UTF-8 bytes of a text. Texts with lone surrogates are refused where they enter (canonical.ts). */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/**
 * Bytes of `0x` and an even number of lower-case hex digits.
 * @throws ProtocolError `schema-invalid` for any other spelling
 */
export function hexToBytes(hex: string): Uint8Array {
  if (!/^0x(?:[0-9a-f]{2})*$/.test(hex)) {
    throw new ProtocolError('schema-invalid', 'expected 0x and pairs of lower-case hex digits')
  }
  return crypto.fromHex(hex.slice(2))
}

/** `0x` and lower-case hex digits. */
export function bytesToHex(bytes: Uint8Array): `0x${string}` {
  return `0x${crypto.toHex(bytes)}`
}

/** SHA-256 (FIPS 180-4), 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return crypto.sha256(bytes)
}

/** Plain SHA-256 of a file's bytes in the notation of files: `sha256:` and 64 hex digits. */
export function fileHashOf(bytes: Uint8Array): FileHash {
  return `sha256:${crypto.toHex(crypto.sha256(bytes))}`
}

/** The 32 bytes that a file hash names. */
export function digestOfFileHash(hash: FileHash): Uint8Array {
  return bytesOf32(`0x${hash.slice('sha256:'.length)}`)
}

/**
 * 32 bytes in the notation of the chain.
 * @throws ProtocolError `schema-invalid` for another length
 */
export function bytes32Of(bytes: Uint8Array): Bytes32 {
  if (bytes.length !== 32)
    throw new ProtocolError('schema-invalid', 'expected 32 bytes, got {bytes}', { bytes: bytes.length })
  return bytesToHex(bytes)
}

/**
 * The 32 bytes of a root, id or digest.
 * @throws ProtocolError `schema-invalid` for another length or spelling
 */
export function bytesOf32(value: Bytes32): Uint8Array {
  const bytes = hexToBytes(value)
  if (bytes.length !== 32)
    throw new ProtocolError('schema-invalid', 'expected 32 bytes, got {bytes}', { bytes: bytes.length })
  return bytes
}

/** Plain SHA-256 in the notation of the chain; for preimages that are canonical JSON. */
export function sha256Bytes32(bytes: Uint8Array): Bytes32 {
  return bytesToHex(crypto.sha256(bytes))
}

/**
 * SHA-256("verso/1/<purpose>" ‖ 00 ‖ parts): every preimage that is not JSON (PROTOCOL 2).
 * @param parts fixed-length values, or one last value of any length, so that the preimage is unambiguous
 */
export function taggedHash(purpose: string, ...parts: Uint8Array[]): Uint8Array {
  return crypto.sha256(concatBytes(utf8(`verso/1/${purpose}`), ZERO, ...parts))
}

/** Whether two arrays hold the same bytes. For public values only: the time it takes is not constant. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
