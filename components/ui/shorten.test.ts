import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shorten } from './shorten.ts'

const DIGEST = '0x68c6141500000000000000000000000000000000000000000000000744815d8f'

it('keeps the ends', () => {
  expect(shorten(DIGEST)).toBe('0x68c6…5d8f')
  expect(shorten(DIGEST, 'long')).toBe('0x68c61415…44815d8f')
  expect(shorten(DIGEST.slice(2))).toBe('68c6…5d8f')
  expect(shorten(DIGEST, 'whole')).toBe(DIGEST)
})

it('never makes a value longer and never invents a character', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.constantFrom('short', 'long', 'whole'), (value, length) => {
      const cut = shorten(value, length)
      expect(cut.length).toBeLessThanOrEqual(value.length)
      const [head = '', tail = ''] = cut === value ? [value] : cut.split(/…(?=[^…]*$)/u)
      expect(value.startsWith(head) && value.endsWith(tail)).toBe(true)
    }),
  )
})
