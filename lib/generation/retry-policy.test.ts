import { describe, expect, it } from 'vitest'
import type { FailureKind, ProviderFailure } from './provider-error.ts'
import { backoffSeconds, MOST_ATTEMPTS, MOST_BUSY_ATTEMPTS, nextStep, type Stage } from './retry-policy.ts'

const failureOf = (kind: FailureKind): ProviderFailure =>
  kind === 'rate-limited' ? { kind, retryAfterSeconds: 7 } : { kind }

const PAID = { retentionSeconds: 3_600, paid: true, idempotent: false }

const step = (kind: FailureKind, stage: Stage, attempts = 1, ageSeconds = 40, paid = true) =>
  nextStep(failureOf(kind), { ...PAID, stage, attempts, ageSeconds, paid })

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

  it('a lost request is looked for ever less often, and in the end counts as paid and is told', () => {
    expect([10, 200, 5_000].map((age) => step('unknown-outcome', 'submit', 1, age))).toEqual(
      [20, 50, 120].map((afterSeconds) => ({ kind: 'look-up', afterSeconds })),
    )
    expect(step('unknown-outcome', 'submit', 1, 7_200).kind).toBe('give-up')
  })

  it('what costs nothing is asked for again when its answer is lost, and not for ever', () => {
    expect(step('unknown-outcome', 'submit', 1, 40, false).kind).toBe('ask-again')
    expect(step('unknown-outcome', 'submit', MOST_ATTEMPTS, 40, false).kind).toBe('give-up')
  })

  it('what came with an answer alone, and was lost, is not paid for again by itself', () => {
    const at = { ...PAID, retentionSeconds: 0, stage: 'submit', attempts: 1, ageSeconds: 1 } as const
    expect(nextStep(failureOf('unknown-outcome'), at).kind).toBe('give-up')
    expect(nextStep(failureOf('expired'), { ...at, stage: 'read' }).kind).toBe('give-up')
    expect(nextStep(failureOf('transient'), { ...at, stage: 'read' }).kind).toBe('give-up')
    expect(nextStep(failureOf('expired'), { ...at, stage: 'read', paid: false }).kind).toBe('ask-again')
  })

  it('a request with a key of its own is sent again under it, paid or not', () => {
    const at = { ...PAID, idempotent: true, stage: 'submit', attempts: 1, ageSeconds: 1 } as const
    expect(nextStep(failureOf('unknown-outcome'), at)).toEqual({ kind: 'look-up', afterSeconds: 3 })
    expect(nextStep(failureOf('unknown-outcome'), { ...at, paid: false }).kind).toBe('look-up')
  })

  it('asking ends, later with a busy provider', () => {
    expect(step('transient', 'run', MOST_ATTEMPTS).kind).toBe('give-up')
    expect(step('transient', 'submit', MOST_ATTEMPTS).kind).toBe('ask-again')
    expect(step('transient', 'submit', MOST_BUSY_ATTEMPTS).kind).toBe('give-up')
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
