import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfResult, RunFailedError } from './fal-failure.ts'

const now = Date.parse('2026-01-01T00:00:00Z')
const answer = (status: number, body: unknown = { detail: 'said so' }) => ({
  status,
  retryAfter: null,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const locked = { detail: 'User is locked. Reason: Exhausted balance. Top up your balance.' }
const typed = (type: string) => ({ detail: [{ loc: ['body', 'prompt'], msg: 'said so', type }] })

describe('an answer', () => {
  it.each<[number, unknown, string, string]>([
    [429, undefined, 'rate-limited', 'rate-limited'],
    [401, undefined, 'auth', 'auth'],
    [402, undefined, 'budget-exceeded', 'auth'],
    [403, undefined, 'auth', 'auth'],
    [403, locked, 'budget-exceeded', 'auth'],
    [403, { detail: 'User is locked. Reason: TOP_UP.' }, 'budget-exceeded', 'auth'],
    [400, undefined, 'invalid-input', 'transient'],
    [404, undefined, 'invalid-input', 'transient'],
    [413, undefined, 'invalid-input', 'transient'],
    [422, typed('value_error.const'), 'invalid-input', 'transient'],
    [422, typed('content_policy_violation'), 'moderated', 'transient'],
    [408, undefined, 'unknown-outcome', 'transient'],
    [418, undefined, 'unknown-outcome', 'transient'],
    [500, undefined, 'unknown-outcome', 'transient'],
    [502, '<html>', 'unknown-outcome', 'transient'],
    [503, { detail: 'busy', error_type: 'runner_scheduling_failure' }, 'unknown-outcome', 'transient'],
    [504, undefined, 'unknown-outcome', 'transient'],
  ])('%i %j', (status, body, create, read) => {
    expect(failureOfAnswer(answer(status, body), 'create', now).failure.kind).toBe(create)
    expect(failureOfAnswer(answer(status, body), 'read', now).failure.kind).toBe(read)
  })

  it.each<[unknown, string]>([
    [{ detail: 'said so' }, 'said so'],
    [typed('value_error'), 'said so'],
    [{ detail: 7 }, 'the provider answered with 502'],
    ['<html>', 'the provider answered with 502'],
    [{ detail: 'x'.repeat(9_000) }, 'x'.repeat(500)],
  ])('%j has words', (body, words) =>
    expect(failureOfAnswer(answer(502, body), 'read', now).message).toBe(words),
  )

  it.each([
    ['7', 7],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30],
    [null, 10],
  ])('with Retry-After %s says when to come back', (retryAfter, retryAfterSeconds) =>
    expect(failureOfAnswer({ ...answer(429), retryAfter }, 'create', now).failure).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds,
    }),
  )
})

describe('a result that is none', () => {
  it.each<[number, unknown, string, 0 | null]>([
    [422, typed('content_policy_violation'), 'moderated', null],
    [422, typed('type_error.integer'), 'invalid-input', null],
    [422, { detail: 'said so' }, 'invalid-input', null],
    [400, { detail: 'malformed', error_type: 'bad_request' }, 'invalid-input', null],
    [499, { detail: 'taken back', error_type: 'client_cancelled' }, 'transient', null],
    [500, { detail: 'broke', error_type: 'runner_server_error' }, 'transient', 0],
    [500, typed('internal_server_error'), 'transient', 0],
    [502, { detail: 'broke', error_type: 'runner_incomplete_response' }, 'transient', 0],
    [503, { detail: 'none', error_type: 'runner_scheduling_failure' }, 'capacity', 0],
    [504, { detail: 'late', error_type: 'startup_timeout' }, 'capacity', 0],
    [504, { detail: 'late', error_type: 'request_timeout' }, 'capacity', 0],
  ])('%i %j is the model’s own', (status, body, kind, costMicroUsd) => {
    const error = failureOfResult(answer(status, body), 'read', now)
    expect(error).toBeInstanceOf(RunFailedError)
    expect(error).toMatchObject({ failure: { kind }, costMicroUsd })
  })

  it.each<[number, unknown, string]>([
    [404, undefined, 'expired'],
    [410, undefined, 'expired'],
    [401, undefined, 'auth'],
    [403, locked, 'auth'],
    [429, undefined, 'rate-limited'],
    [400, { detail: 'Request is still in progress' }, 'transient'],
    [500, { detail: 'Internal Server Error' }, 'transient'],
    [502, '<html>', 'transient'],
  ])('%i %j says nothing of the run', (status, body, kind) => {
    const error = failureOfResult(answer(status, body), 'read', now)
    expect(error).not.toBeInstanceOf(RunFailedError)
    expect(error.failure.kind).toBe(kind)
  })
})
