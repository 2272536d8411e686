import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseSeen, serializeSeen } from './seen.ts'

const seen = (numbers: Iterable<number>) => ({ numbers: new Set(numbers) })

it('comes back as it was kept', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 })), (numbers) => {
      const { numbers: back } = parseSeen(serializeSeen(seen(numbers)))
      expect([...back].toSorted((a, b) => a - b)).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
    }),
  )
})

it('is short for whoever looked at works in a row', () => {
  expect(serializeSeen(seen([3, 1, 2, 7, 9, 10]))).toBe('1-3,7,9-10')
  expect(serializeSeen(seen([]))).toBeNull()
})

it.each([null, '', '[1,2]', '0-4', '4-', '1,,2', '1 2', '-3'])('reads %j as nothing seen', (raw) => {
  expect(parseSeen(raw).numbers.size).toBe(0)
})

it('does not let a long range fill the memory', () => {
  expect(parseSeen('1-99999').numbers.size).toBe(10_000)
})
