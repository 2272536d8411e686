import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfPrediction } from './cog-failure.ts'
import { predictionSchema } from './cog-wire.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

describe('an answer', () => {
  it.each([
    [400, 'invalid-input', 'invalid-input'],
    [413, 'invalid-input', 'invalid-input'],
    [422, 'invalid-input', 'invalid-input'],
    [401, 'auth', 'auth'],
    [403, 'auth', 'auth'],
    [402, 'budget-exceeded', 'budget-exceeded'],
    [404, 'transient', 'transient'],
    [409, 'capacity', 'capacity'],
    [429, 'rate-limited', 'rate-limited'],
    [503, 'capacity', 'capacity'],
    [500, 'unknown-outcome', 'transient'],
    [502, 'unknown-outcome', 'transient'],
    [504, 'transient', 'transient'],
    [524, 'transient', 'transient'],
  ])('%i', (status, create, read) => {
    const answer = { status, retryAfter: null, body: '<html>' }
    expect(failureOfAnswer(answer, 'create', now).failure.kind).toBe(create)
    expect(failureOfAnswer(answer, 'read', now).failure.kind).toBe(read)
    expect(failureOfAnswer(answer, 'read', now).message).toBe(`the container answered with ${status}`)
  })

  it.each([
    ['7', 7],
    [null, 10],
  ])('429 with a retry-after of %s waits', (retryAfter, retryAfterSeconds) => {
    const { failure } = failureOfAnswer({ status: 429, retryAfter, body: '' }, 'create', now)
    expect(failure).toEqual({ kind: 'rate-limited', retryAfterSeconds })
  })

  it.each<[object, string]>([
    [{ error: 'At capacity', status: 'failed' }, 'At capacity'],
    [{ detail: 'Not Found' }, 'Not Found'],
    [
      { detail: [{ loc: ['body', 'input', 'prompt'], msg: 'Field required' }] },
      'input.prompt: Field required',
    ],
  ])('%j has its words', (body, words) => {
    const answer = { status: 422, retryAfter: null, body: JSON.stringify(body) }
    expect(failureOfAnswer(answer, 'create', now).message).toBe(words)
  })
})

describe('a prediction', () => {
  it.each<[object, string | undefined]>([
    [{ status: 'succeeded' }, undefined],
    [{ status: 'processing' }, undefined],
    [{ status: 'canceled' }, 'transient'],
    [{ status: 'failed', error: 'NSFW content detected' }, 'moderated'],
    [{ status: 'failed', error: 'CUDA out of memory.' }, 'capacity'],
    [{ status: 'failed', error: 'mat1 and mat2 shapes cannot be multiplied' }, 'transient'],
    [{ status: 'failed', error: null }, 'transient'],
    [{ status: 'failed' }, 'transient'],
  ])('%j', (prediction, kind) =>
    expect(failureOfPrediction(predictionSchema.parse(prediction))?.failure.kind).toBe(kind),
  )
})
