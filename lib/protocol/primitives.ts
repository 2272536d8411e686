import { z } from 'zod'

/** `0x` and 40 lower-case hex digits. */
export type Address = `0x${string}`
/** `0x` and 64 lower-case hex digits: roots, ids and digests that the chain knows. */
export type Bytes32 = `0x${string}`
/** `sha256:` and 64 lower-case hex digits: the hash of a file. */
export type FileHash = `sha256:${string}`

export const addressSchema = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{40}$/)])
export const bytes32Schema = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])
export const fileHashSchema = z.templateLiteral(['sha256:', z.string().regex(/^[0-9a-f]{64}$/)])
export const hexSchema = z.templateLiteral(['0x', z.string().regex(/^(?:[0-9a-f]{2})*$/)])

/** A uint64 or uint256 as the one decimal spelling it has. */
export const decimalSchema = z.string().regex(/^(0|[1-9][0-9]{0,77})$/, { abort: true })
export const uint64Schema = decimalSchema
  .refine((text) => BigInt(text) < 2n ** 64n, 'beyond uint64')
  .meta({ description: 'Below 2^64', maxLength: 20 })

/** What a schema of a decimal says besides, where zero is refused: JSON Schema has words for it. */
export const NOT_ZERO = { not: { const: '0' } }

/** Unix seconds, as a JSON number. */
export const secondsSchema = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)

export const ZERO_BYTES32: Bytes32 = `0x${'0'.repeat(64)}`
