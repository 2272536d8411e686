import { describe, expect, it } from 'vitest'
import type { FailureKind, ProviderFailure } from './provider-error.ts'
import { backoffSeconds, MOST_ATTEMPTS, MOST_BUSY_ATTEMPTS, nextStep, type Stage } from './retry-policy.ts'

const failureOf = (kind: FailureKind): ProviderFailure =>
  kind === 'rate-limited' ? { kind, retryAfterSeconds: 7 } : { kind }

const step = (kind: FailureKind, stage: Stage, attempts = 1, ageSeconds = 40, paid = true) =>
  nextStep(failureOf(kind), { stage, attempts, ageSeconds, retentionSeconds: 3_600, paid })

describe('after a failure', () => {
  it.each<[FailureKind, string, string, string]>([
    ['rate-limited', 'ask-again', 'ask-again', 'read-again'],
    ['capacity', 'ask-again', 'ask-again', 'read-again'],
    ['transient', 'ask-again', 'ask-again', 'read-again'],
    ['auth', 'give-up', 'give-up', 'read-again'],
    ['moderated', 'give-up', 'give-up', 'give-up'],
    ['invalid-input', 'give-up', 'give-up', 'give-up'],
    ['budget-exceeded', 'give-up', 'give-up', 'give-up'],
    ['unknown-outcome', 'look-up', 'look-up', 'look-up'],
    ['expired', 'ask-again', 'ask-again', 'ask-again'],
    ['artifact-invalid', 'ask-again', 'ask-again', 'ask-again'],
  ])('%s', (kind, submit, run, read) => {
    expect([step(kind, 'submit').kind, step(kind, 'run').kind, step(kind, 'read').kind]).toEqual([
      submit,
      run,
      read,
    ])
  })

  it('a lost answer is never a reason to pay again', () => {
    for (const attempts of [1, MOST_ATTEMPTS, 50])
      expect(step('unknown-outcome', 'submit', attempts).kind).toBe('look-up')
  })

  it('what costs nothing is asked for again when its answer is lost, and not for ever', () => {
    expect(step('unknown-outcome', 'submit', 1, 40, false).kind).toBe('ask-again')
    expect(step('unknown-outcome', 'submit', MOST_ATTEMPTS, 40, false).kind).toBe('give-up')
  })

  it('asking ends, later with a busy provider', () => {
    expect(step('transient', 'submit', MOST_ATTEMPTS).kind).toBe('give-up')
    expect(step('capacity', 'submit', MOST_ATTEMPTS).kind).toBe('ask-again')
    expect(step('capacity', 'submit', MOST_BUSY_ATTEMPTS).kind).toBe('give-up')
  })

  it('reading ends when the provider keeps nothing any more', () => {
    expect(step('transient', 'read', 1, 3_599).kind).toBe('read-again')
    expect(step('transient', 'read', 1, 3_600).kind).toBe('ask-again')
    expect(step('transient', 'read', MOST_ATTEMPTS, 3_600).kind).toBe('give-up')
  })

  it('pauses grow, and the provider’s own word counts', () => {
    expect([1, 2, 3, 9].map(backoffSeconds)).toEqual([2, 4, 8, 120])
    expect(step('rate-limited', 'submit')).toEqual({ kind: 'ask-again', afterSeconds: 7 })
    expect([0, 40, 3_000].map((age) => step('transient', 'read', 1, age))).toEqual(
      [2, 10, 120].map((afterSeconds) => ({ kind: 'read-again', afterSeconds })),
    )
  })
})
