import { recoverKey } from '#crypto'
import { bytesOf32, bytesToHex, hexToBytes } from './bytes.ts'
import { keccak256 } from './crypto/keccak.ts'
import { ProtocolError } from './errors.ts'
import type { Address, Bytes32 } from './primitives.ts'

/** Largest signature the protocol will ever take, in bytes. */
export const MAX_SIGNATURE_BYTES = 8192

// As hex of one length and case, which compares like the numbers it writes.
const CURVE_ORDER = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'
const HALF_ORDER = '7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0'
const ZERO = '0'.repeat(64)

function assertLength(signature: string): void {
  if (!/^0x(?:[0-9a-f]{2})*$/.test(signature)) {
    throw new ProtocolError('signature-malformed', 'the signature is not lower-case hex')
  }
  const bytes = (signature.length - 2) / 2
  if (bytes === 65) return
  if (bytes > MAX_SIGNATURE_BYTES) {
    throw new ProtocolError('signature-too-large', 'the signature has more than {most} bytes', {
      most: MAX_SIGNATURE_BYTES,
    })
  }
  if (bytes === 64) {
    throw new ProtocolError(
      'signature-malformed',
      'a compact signature (EIP-2098) is refused; sign with 65 bytes',
    )
  }
  throw new ProtocolError(
    'signature-malformed',
    'the signature has {bytes} bytes, not 65, and no contract takes it',
    { bytes },
  )
}

function assertFigures(signature: string): void {
  const r = signature.slice(2, 66)
  const s = signature.slice(66, 130)
  const v = Number(`0x${signature.slice(130)}`)
  if (v !== 27 && v !== 28)
    throw new ProtocolError('signature-malformed', 'the signature ends with {v}, not 27 or 28', { v })
  if (r === ZERO || r >= CURVE_ORDER || s === ZERO || s >= CURVE_ORDER) {
    throw new ProtocolError('signature-malformed', 'a figure of the signature is outside the curve')
  }
  if (s > HALF_ORDER)
    throw new ProtocolError('signature-high-s', 'the signature has the upper of its two forms')
}

/**
 * The account that signed a digest: 65 bytes r ‖ s ‖ v, v 27 or 28, lower s (EIP-2). Compact signatures
 * (EIP-2098) are refused, so that each signature has one form.
 * @throws ProtocolError `signature-malformed`, `signature-high-s`, `signature-too-large`
 */
export async function recoverSigner(digest: Bytes32, signature: string): Promise<Address> {
  assertLength(signature)
  assertFigures(signature)
  const bytes = hexToBytes(signature)
  const key = await recoverKey(bytesOf32(digest), bytes.subarray(0, 64), bytes[64] === 27 ? 0 : 1)
  if (!key) throw new ProtocolError('signature-malformed', 'no account has this signature')
  return bytesToHex(keccak256(key.subarray(1)).subarray(12))
}
