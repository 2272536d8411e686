import { expect, it } from 'vitest'
import { askedRange } from './byte-range.ts'

it.each([
  [null, 'all'],
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=99-99', { start: 99, end: 99 }],
  ['bytes=10-', { start: 10, end: 99 }],
  ['bytes=10-500', { start: 10, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['BYTES=1-2', { start: 1, end: 2 }],
  ['bytes=-0', 'beyond'],
  ['bytes=100-', 'beyond'],
  ['bytes=100-200', 'beyond'],
  ['bytes=0-1,5-6', 'all'],
  ['bytes=9-3', 'all'],
  ['bytes=-', 'all'],
  ['bytes=a-b', 'all'],
  ['bytes=1 - 2', 'all'],
  ['items=0-1', 'all'],
  ['bytes=99999999999999999999-', 'all'],
] as const)('%s of a hundred bytes', (header, asked) => {
  expect(askedRange(header, 100)).toEqual(asked)
})

it('has no part of nothing', () => {
  expect(askedRange('bytes=0-', 0)).toBe('beyond')
  expect(askedRange('bytes=-5', 0)).toBe('beyond')
})
