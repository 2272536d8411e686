import { hash } from 'node:crypto'
import { loadKeccak } from './keccak.ts'
import * as portable from './portable.ts'

/** Its own entry, because the main one of the package falls back to slow JavaScript without a word. */
const binding = import('secp256k1/bindings.js').then(
  ({ default: native }) => native,
  () => null,
)

/** SHA-256 (FIPS 180-4), 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  // Measured: asking for a buffer takes four times as long as a text of one character per byte.
  const text = hash('sha256', bytes, 'binary')
  const digest = new Uint8Array(32)
  for (let i = 0; i < 32; i += 1) digest[i] = text.charCodeAt(i)
  return digest
}

/** Bytes of an even number of hex digits, which the caller has checked. */
export function fromHex(digits: string): Uint8Array {
  return new Uint8Array(Buffer.from(digits, 'hex'))
}

/** Lower-case hex digits. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

let curve: Awaited<typeof binding> | undefined

/** As the portable one, by the native library where this platform has it. */
export async function recoverKey(
  digest: Uint8Array,
  figures: Uint8Array,
  recovery: 0 | 1,
): Promise<Uint8Array | null> {
  if (curve === undefined) {
    // A loop over signatures leaves the event loop no turn, so the first one waits for both.
    await loadKeccak()
    curve = await binding
  }
  if (!curve) return portable.recoverKey(digest, figures, recovery)
  try {
    return curve.ecdsaRecover(figures, recovery, digest, false)
  } catch {
    return null
  }
}

/**
 * Signs a digest by ECDSA over secp256k1: r ‖ s and the recovery bit, 65 bytes with v 27 or 28; with the nonce of
 * RFC 6979 and the lower s, so that the same key and digest always give the same bytes. Null where this platform has no
 * native library.
 * @param digest 32 bytes
 * @param key 32 bytes, on the curve
 */
export async function signNatively(digest: Uint8Array, key: Uint8Array): Promise<Uint8Array | null> {
  const native = await binding
  if (!native) return null
  const { signature, recid } = native.ecdsaSign(digest, key)
  return Uint8Array.of(...signature, 27 + recid)
}

/** Which implementation of the curve answers. */
export async function curveName(): Promise<'native' | 'wasm'> {
  return (await binding) ? 'native' : 'wasm'
}
