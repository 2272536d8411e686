import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ExactSums, partsFor, SPLIT_BELOW, splitInto } from './exact-sums.ts'

const anyNumber = fc.oneof(
  fc.bigInt({ min: 0n, max: SPLIT_BELOW - 1n }),
  fc.bigInt({ min: 0n, max: 2n ** 70n }),
  fc.bigInt({ min: 0n, max: 2n ** 70_000n }),
)
const entries = fc.array(fc.record({ index: fc.nat(3), value: anyNumber, isTaken: fc.boolean() }))

it('adds and takes away whole numbers of any size, bit for bit', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const sums = new ExactSums(4)
      const expected = [0n, 0n, 0n, 0n]
      for (const { index, value, isTaken } of list) {
        sums.load(value)
        sums.addLoaded(index, 1)
        sums.addLoaded(3 - index, 1)
        if (isTaken) sums.addLoaded(index, -1)
        expected[index] = (expected[index] ?? 0n) + (isTaken ? 0n : value)
        expected[3 - index] = (expected[3 - index] ?? 0n) + value
      }
      expect(expected.map((_, index) => sums.of(index))).toEqual(expected)
    }),
  )
})

it.each([2n ** 70n - 1n, SPLIT_BELOW - 1n])('stays exact over millions of additions of %s', (most) => {
  const sums = new ExactSums(2)
  sums.load(most)
  const times = 3_000_000
  for (let at = 0; at < times; at += 1) sums.addLoaded(1, 1)
  expect(sums.of(1)).toBe(most * BigInt(times))
  for (let at = 0; at < times - 2; at += 1) sums.addLoaded(1, -1)
  expect(sums.of(1)).toBe(2n * most)
  expect(sums.of(0)).toBe(0n)
})

it('adds a number that was split once', () => {
  const value = 2n ** 200n + 5n
  const width = partsFor(value)
  const parts = new Float64Array(2 * width)
  splitInto(parts, value, width)
  const sums = new ExactSums(1)
  sums.addParts(0, parts, width, width)
  sums.addParts(0, parts, 0, width)
  expect(sums.of(0)).toBe(value)
})

it('refuses a number below zero', () => {
  const sums = new ExactSums(1)
  expect(() => sums.load(-1n)).toThrow(RangeError)
  expect(sums.of(0)).toBe(0n)
})
