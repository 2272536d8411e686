import { describe, expect, test } from 'vitest'
import { addressSchema, decimalSchema, fileHashSchema, hexSchema, uint64Schema } from './primitives.ts'

describe('numbers as text', () => {
  test.each(['0', '1', '18446744073709551615'])('%s is a uint64', (text) => {
    expect(uint64Schema.safeParse(text).success).toBe(true)
  })

  test.each(['', '01', '-1', '+1', '1.0', '0x10', '3p0', ' 1', '1e3', '18446744073709551616'])(
    '%j is none, and is refused rather than thrown',
    (text) => {
      expect(uint64Schema.safeParse(text).success).toBe(false)
    },
  )

  test('a decimal reaches beyond uint256, but not without end', () => {
    expect(decimalSchema.safeParse(String(2n ** 256n - 1n)).success).toBe(true)
    expect(decimalSchema.safeParse('9'.repeat(79)).success).toBe(false)
  })
})

describe('hex', () => {
  test('is lower case, whole bytes, and of the stated length', () => {
    expect(hexSchema.safeParse('0x').success).toBe(true)
    expect(hexSchema.safeParse('0xabc').success).toBe(false)
    expect(hexSchema.safeParse('0xAB').success).toBe(false)
    expect(addressSchema.safeParse(`0x${'ab'.repeat(20)}`).success).toBe(true)
    expect(addressSchema.safeParse(`0x${'AB'.repeat(20)}`).success).toBe(false)
    expect(fileHashSchema.safeParse(`sha256:${'0'.repeat(64)}\n`).success).toBe(false)
  })
})
