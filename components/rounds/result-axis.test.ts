import { expect, it } from 'vitest'
import { axisMax, onAxis, rangeOf } from './result-axis.ts'

it('draws scores of any length on a round axis', () => {
  expect(['0', '1', '3', '1912', '5001'].map(axisMax)).toEqual([1n, 1n, 5n, 2000n, 10_000n])
  expect(onAxis('1912', 2000n)).toBe(9560)
  expect(onAxis('123456789012345678901234567890', 200000000000000000000000000000n)).toBe(6172)
})

it('finds the least and the most of scores in any order', () => {
  expect(rangeOf(['9', '10', '2'])).toEqual({ least: '2', most: '10' })
  expect(rangeOf([])).toEqual({ least: '0', most: '0' })
})
