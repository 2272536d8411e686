import { expect, it } from 'vitest'
import { restartLimit } from './supervise.ts'

it('counts only what lies within the window', () => {
  const isTooOften = restartLimit(3, 1_000)
  expect([0, 400, 800].map(isTooOften)).toEqual([false, false, false])
  expect(isTooOften(900)).toBe(true)
  const patient = restartLimit(3, 1_000)
  expect(Array.from({ length: 50 }, (_, n) => patient(n * 400)).every((often) => !often)).toBe(true)
})
