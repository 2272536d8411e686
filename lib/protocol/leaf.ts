import { z } from 'zod'
import { ballotSchema } from './ballot.ts'
import { utf8 } from './bytes.ts'
import { canonicalBytes, canonicalText, parseCanonical } from './canonical.ts'
import { MAX_TEXT_BYTES } from './choices-text.ts'
import { ProtocolError } from './errors.ts'
import { hexSchema, secondsSchema } from './primitives.ts'
import { parseShape } from './shape.ts'
import { signatureCheckSchema } from './wallet-signature.ts'

/** Largest leaf without its text, in bytes of canonical JSON. */
export const MAX_LEAF_BYTES = 8192

/**
 * One entry of the ballot log (PROTOCOL 4). `acceptedAt` is Unix seconds; `random16` keeps the hash of a
 * guessed ballot from being recognised before the leaves are public.
 */
export const leafSchema = z.strictObject({
  acceptedAt: secondsSchema,
  ballot: ballotSchema,
  check: signatureCheckSchema,
  kind: z.literal('ballot'),
  random16: z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{32}$/)]),
  signature: hexSchema,
  signingChain: z
    .int()
    .min(1)
    .max(2 ** 32),
  text: z.string().optional(),
})

export type Leaf = z.infer<typeof leafSchema>

/** @throws ProtocolError `bundle-too-large` beyond 8,192 bytes without the text, or 131,072 of text */
function assertSize({ text, ...rest }: Leaf, bytes: Uint8Array): void {
  if (text !== undefined && utf8(text).length > MAX_TEXT_BYTES)
    throw new ProtocolError('bundle-too-large', 'a text of more than {most} bytes', { most: MAX_TEXT_BYTES })
  const size = text === undefined ? bytes.length : canonicalBytes(rest).length
  if (size > MAX_LEAF_BYTES)
    throw new ProtocolError('bundle-too-large', 'a leaf of {size} bytes, at most {most}', {
      size,
      most: MAX_LEAF_BYTES,
    })
}

/**
 * A leaf in its canonical spelling, as text and as the bytes that its hash covers.
 * @throws ProtocolError `bundle-too-large` beyond 8,192 bytes without the text, or 131,072 of text
 */
export function writeLeaf(leaf: Leaf): { text: string; bytes: Uint8Array } {
  const text = canonicalText(leaf)
  const bytes = utf8(text)
  assertSize(leaf, bytes)
  return { text, bytes }
}

/** Canonical bytes of a leaf. Errors as `writeLeaf`. */
export function leafBytes(leaf: Leaf): Uint8Array {
  return writeLeaf(leaf).bytes
}

/**
 * A leaf from its canonical bytes.
 * @throws ProtocolError `json-*`, `schema-invalid`, `bundle-too-large`
 */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const leaf = parseShape(leafSchema, parseCanonical(bytes), 'leaf')
  assertSize(leaf, bytes)
  return leaf
}
