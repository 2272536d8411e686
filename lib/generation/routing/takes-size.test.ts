import { expect, it } from 'vitest'
import type { Sizes } from '#lib/generation/port.ts'
import { takesSize } from './router.ts'

const BOUNDED: Sizes = {
  kind: 'bounded',
  multipleOf: 8,
  smallest: 256,
  largest: 2048,
  mostPixels: 2048 * 1024,
}
const LISTED: Sizes = { kind: 'listed', sizes: [{ width: 1024, height: 1024 }] }

it.each([
  [BOUNDED, 1024, 1024, true],
  [BOUNDED, 1020, 1024, false],
  [BOUNDED, 128, 1024, false],
  [BOUNDED, 4096, 256, false],
  [BOUNDED, 2048, 2048, false],
  [LISTED, 1024, 1024, true],
  [LISTED, 1024, 768, false],
])('%o takes %i × %i pixels: %s', (sizes, width, height, takes) => {
  expect(takesSize(sizes, { width, height })).toBe(takes)
})
