import { fileHashOf, utf8 } from './bytes.ts'
import { ProtocolError } from './errors.ts'

/** Longest text that stands in the signed field itself; longer ones go beside the ballot. */
export const MAX_INLINE_BYTES = 2048
/** Longest text beside a ballot. */
export const MAX_TEXT_BYTES = 131_072

const LONG_FORM = /^sha256:[0-9a-f]{64} n=[1-9][0-9]*$/

/**
 * What the signed field says for a text: the text itself up to 2,048 bytes, else its SHA-256 and the
 * number of works in it. In the second case the text goes beside the ballot.
 * @throws ProtocolError `choices-too-long` beyond 131,072 bytes
 */
export function choicesFieldOf(text: string): string {
  const bytes = utf8(text)
  if (bytes.length <= MAX_INLINE_BYTES) return text
  if (bytes.length > MAX_TEXT_BYTES)
    throw new ProtocolError('choices-too-long', 'more than {most} bytes', { most: MAX_TEXT_BYTES })
  return `${fileHashOf(bytes)} n=${text.split(' ').length}`
}

/**
 * The full text behind a signed field. The long form is used when the text needs it, and only then.
 * @param text what came beside the ballot, if anything
 * @throws ProtocolError `choices-too-long`, `choices-text-missing`, `choices-text-mismatch`
 */
export function resolveChoices(field: string, text?: string): string {
  const isLong = LONG_FORM.test(field)
  if (isLong && text === undefined) {
    throw new ProtocolError(
      'choices-text-missing',
      'the choices name a text that did not come with the ballot',
    )
  }
  const full = text ?? field
  if (choicesFieldOf(full) === field && isLong === (text !== undefined)) return full
  if (text === undefined)
    throw new ProtocolError('choices-too-long', 'more than {most} bytes in the ballot', {
      most: MAX_INLINE_BYTES,
    })
  throw new ProtocolError(
    'choices-text-mismatch',
    'the text beside the ballot is not the one that was signed',
  )
}
