import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoment, formatRemaining } from './moment.ts'

const CLOSE = '2026-12-10T18:00:00Z'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('formatMoment', () => {
  it.each([
    [{ weekday: true }, 'Thu 10 December, 18:00 UTC'],
    [{ year: true, seconds: true }, '10 December 2026, 18:00:00 UTC'],
    [{ short: true }, '10 Dec, 18:00'],
    [{ weekday: true, time: false }, 'Thu 10 December'],
  ])('writes %o', (style, words) => {
    expect(formatMoment(CLOSE, style)).toBe(words)
  })

  it('does not move with the time zone of the machine', () => {
    expect(formatMoment('2026-12-31T23:59:59.999Z', { year: true })).toBe('31 December 2026, 23:59 UTC')
  })
})

describe('formatRemaining', () => {
  it.each([
    [2 * DAY + 4 * HOUR + 11 * MINUTE, '2 d 04 h 11 min', '2 d 04 h'],
    [9 * DAY + 30 * MINUTE, '9 d 00 h', '9 d 00 h'],
    [5 * HOUR + 2 * MINUTE, '5 h 02 min', '5 h 02 min'],
    [90_000, '2 min', '2 min'],
    [1, '1 min', '1 min'],
  ])('writes %i ms', (ms, whole, short) => {
    expect(formatRemaining(ms)).toBe(whole)
    expect(formatRemaining(ms, true)).toBe(short)
  })

  it('is over exactly when nothing is left, and never shows seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAY, max: 400 * DAY }), (ms) => {
        const words = formatRemaining(ms)
        expect(words === null).toBe(ms <= 0)
        if (words) expect(words).toMatch(/^(\d+ d \d\d h( \d\d min)?|\d+ h \d\d min|\d+ min)$/)
      }),
    )
  })
})
