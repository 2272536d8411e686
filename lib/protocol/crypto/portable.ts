import type { Secp256k1 } from '@bitauth/libauth'
import * as sha2 from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** SHA-256 (FIPS 180-4), 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return sha2.sha256(bytes)
}

/** Bytes of an even number of hex digits, which the caller has checked. */
export function fromHex(digits: string): Uint8Array {
  return hexToBytes(digits)
}

/** Lower-case hex digits. */
export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes)
}

let curve: Secp256k1 | undefined

/** 120 KB that only a reader of signatures needs, so it is loaded when the first one is read. */
async function loadCurve(): Promise<Secp256k1> {
  const { instantiateSecp256k1 } = await import('@bitauth/libauth/build/lib/crypto/secp256k1.js')
  // Pages that only hash files do without it.
  const { loadKeccak } = await import('./keccak.ts')
  await loadKeccak()
  curve ??= await instantiateSecp256k1()
  return curve
}

/**
 * The public key that signed a digest by ECDSA over secp256k1, 65 bytes; null when there is none.
 * The figures r and s must lie between 0 and the order of the curve.
 * @param digest 32 bytes
 * @param figures r ‖ s, 64 bytes
 * @param recovery 0 or 1
 */
export async function recoverKey(
  digest: Uint8Array,
  figures: Uint8Array,
  recovery: 0 | 1,
): Promise<Uint8Array | null> {
  const found = (curve ?? (await loadCurve())).recoverPublicKeyUncompressed(figures, recovery, digest)
  return typeof found === 'string' ? null : found
}

/** Which implementation of the curve answers. */
export async function curveName(): Promise<'native' | 'wasm'> {
  return 'wasm'
}
