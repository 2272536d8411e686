import { describe, expect, it } from 'vitest'
import { fileHashOf, utf8 } from './bytes.ts'
import { choicesFieldOf, MAX_INLINE_BYTES, resolveChoices } from './choices-text.ts'
import { METHODS } from './methods/registry.ts'

const refusal = (code: string) => expect.objectContaining({ code })

describe('the long form', () => {
  const upTo = (bytes: number) => {
    const items = Array.from({ length: 5000 }, (_, i) => `#${100_000 + i}`).join(' ')
    return items.slice(0, bytes)
  }
  const short = upTo(MAX_INLINE_BYTES)
  const long = METHODS.approval.format({
    numbers: Array.from({ length: 257 }, (_, i) => 100_000 + i),
    values: [],
  })
  const field = choicesFieldOf(long)

  it('starts one byte beyond the limit', () => {
    expect(choicesFieldOf(short)).toBe(short)
    expect(choicesFieldOf(`${short}1`)).toMatch(/^sha256:[0-9a-f]{64} n=\d+$/)
    expect(field).toBe(`${fileHashOf(utf8(long))} n=257`)
  })

  it('leads back to the text', () => {
    expect(resolveChoices(field, long)).toBe(long)
    expect(resolveChoices('#1 #2')).toBe('#1 #2')
    expect(resolveChoices('-')).toBe('-')
  })

  it('is refused without the text, with another, or where it is not needed', () => {
    expect(() => resolveChoices(field)).toThrow(refusal('choices-text-missing'))
    expect(() => resolveChoices(field, `${long} #999999`)).toThrow(refusal('choices-text-mismatch'))
    expect(() => resolveChoices(field.replace('n=257', 'n=258'), long)).toThrow(
      refusal('choices-text-mismatch'),
    )
    expect(() => resolveChoices(field.replace('n=257', 'n=0257'), long)).toThrow(
      refusal('choices-text-mismatch'),
    )
    expect(() => resolveChoices(`${fileHashOf(utf8('#1'))} n=1`, '#1')).toThrow(
      refusal('choices-text-mismatch'),
    )
    expect(() => resolveChoices('#1', '#1')).toThrow(refusal('choices-text-mismatch'))
    expect(() => resolveChoices(long)).toThrow(refusal('choices-too-long'))
    expect(() => resolveChoices(field, `#1${' #1'.repeat(50_000)}`)).toThrow(refusal('choices-too-long'))
  })
})
