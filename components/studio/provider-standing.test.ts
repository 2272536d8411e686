import { describe, expect, it } from 'vitest'
import { breakerWords, takenWords, timeOf } from './provider-standing.ts'

const NOON = Date.UTC(2026, 10, 29, 12, 4, 10)
const CLOSED = { state: 'closed', failures: 0, untilMs: null } as const

it.each([
  [{ breaker: CLOSED, retryAtMs: null }, 'takes pictures'],
  [{ breaker: { ...CLOSED, failures: 1 }, retryAtMs: null }, 'takes pictures; the last one failed'],
  [{ breaker: { ...CLOSED, failures: 2 }, retryAtMs: null }, 'takes pictures; the last two failed'],
  [{ breaker: CLOSED, retryAtMs: NOON }, 'asks to wait until 12:04:10'],
  [
    { breaker: { state: 'open', failures: 3, untilMs: NOON }, retryAtMs: null },
    'left alone until 12:04:10, after three failures',
  ],
  [
    { breaker: { state: 'open', failures: 1, untilMs: NOON }, retryAtMs: NOON },
    'left alone until 12:04:10, after one failure',
  ],
  [
    { breaker: { state: 'half-open', failures: 5, untilMs: NOON }, retryAtMs: null },
    'to be tried with one picture, after five failures',
  ],
] as const)('%j: %s', (standing, words) => expect(breakerWords(standing)).toBe(words))

describe('what was taken', () => {
  const stats = { succeeded: 0, failed: 0, accepted: 0, refused: 0, medianMs: null, slowMs: null }
  const of = (change: Partial<typeof stats>) =>
    takenWords({ ...stats, ...change, chargedMicroUsd: 0, costPerAcceptedMicroUsd: null })
  it.each([
    [{}, null],
    [
      { accepted: 18, refused: 2 },
      { share: '90 %', of: '18 of 20' },
    ],
    [
      { accepted: 1, refused: 0, failed: 3 },
      { share: '100 %', of: '1 of 1, 3 failed' },
    ],
    [{ failed: 1 }, { share: '–', of: '1 failed' }],
  ])('%j', (change, words) => expect(of(change)).toEqual(words))
})

it('a time that nobody knows is a dash', () => expect([timeOf(null), timeOf(900)]).toEqual(['–', '0.9 s']))
