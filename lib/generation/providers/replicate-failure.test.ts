import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfPrediction } from './replicate-failure.ts'
import { type Prediction, predictionSchema } from './replicate-wire.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

describe('an answer', () => {
  it.each([
    [429, 'rate-limited', 'rate-limited'],
    [401, 'auth', 'auth'],
    [403, 'auth', 'auth'],
    [402, 'budget-exceeded', 'budget-exceeded'],
    [404, 'invalid-input', 'expired'],
    [422, 'invalid-input', 'invalid-input'],
    [500, 'unknown-outcome', 'transient'],
    [502, 'unknown-outcome', 'transient'],
    [504, 'unknown-outcome', 'transient'],
    [418, 'unknown-outcome', 'transient'],
  ])('%i', (status, create, read) => {
    const answer = { status, retryAfter: null, body: '{"detail":"said so"}' }
    expect(failureOfAnswer(answer, 'create', now).failure.kind).toBe(create)
    expect(failureOfAnswer(answer, 'read', now).failure.kind).toBe(read)
    expect(failureOfAnswer(answer, 'read', now).message).toBe('said so')
  })

  it('of no known shape still has words', () => {
    const answer = { status: 502, retryAfter: null, body: '<html>' }
    expect(failureOfAnswer(answer, 'read', now).message).toBe('the provider answered with 502')
  })
})

describe('a prediction that ended', () => {
  const prediction = (changes: Partial<Prediction>) =>
    predictionSchema.parse({ id: 'a', status: 'succeeded', created_at: '2026-01-01T00:00:00Z', ...changes })
  it.each<[Partial<Prediction>, string | undefined]>([
    [{ status: 'succeeded' }, undefined],
    [{ status: 'processing' }, undefined],
    [{ status: 'succeeded', data_removed: true }, 'expired'],
    [{ status: 'canceled' }, 'transient'],
    [{ status: 'aborted' }, 'transient'],
    [{ status: 'failed', error: 'NSFW content detected. Try running it again.' }, 'moderated'],
    [{ status: 'failed', error: 'The input or output was flagged as sensitive. (E005)' }, 'moderated'],
    [{ status: 'failed', error: 'CUDA out of memory' }, 'capacity'],
    [{ status: 'failed', error: null }, 'transient'],
  ])('%j', (changes, kind) => expect(failureOfPrediction(prediction(changes))?.failure.kind).toBe(kind))
})
