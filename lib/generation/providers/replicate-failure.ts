import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import { ProviderError, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { retryAfterOf } from '#lib/generation/retry-after.ts'
import { type Prediction, problemSchema } from './replicate-wire.ts'

function wordsOf(body: string): string {
  try {
    const { title, detail } = problemSchema.parse(JSON.parse(body))
    return (detail ?? title ?? '').slice(0, 500)
  } catch {
    return ''
  }
}

/**
 * What an answer other than 2xx means. On a create, a server error leaves open whether the prediction
 * was made, so it is an unknown outcome and never a reason to ask again.
 */
export function failureOfAnswer(answer: Answer, during: During, now: number): ProviderError {
  const words = wordsOf(answer.body)
  const failure = (): ProviderFailure => {
    switch (answer.status) {
      case 429:
        return { kind: 'rate-limited', retryAfterSeconds: retryAfterOf(answer.retryAfter, words, now) }
      case 401:
      case 403:
        return { kind: 'auth' }
      case 402:
        return { kind: 'budget-exceeded' }
      case 404:
        return during === 'create' ? { kind: 'invalid-input' } : { kind: 'expired' }
      case 400:
      case 413:
      case 422:
        return { kind: 'invalid-input' }
      default:
        return during === 'create' ? { kind: 'unknown-outcome' } : { kind: 'transient' }
    }
  }
  return new ProviderError(failure(), words || `the provider answered with ${answer.status}`)
}

/** Why a prediction that ended without a picture did so. */
export function failureOfPrediction(
  prediction: Prediction,
): { failure: ProviderFailure; detail: string } | null {
  if (prediction.status === 'canceled' || prediction.status === 'aborted')
    return { failure: { kind: 'transient' }, detail: 'the run was cancelled at the provider' }
  if (prediction.data_removed)
    return { failure: { kind: 'expired' }, detail: 'the provider has removed the output' }
  if (prediction.status !== 'failed') return null
  const words = typeof prediction.error === 'string' ? prediction.error.slice(0, 500) : 'the run failed'
  if (/nsfw|safety|sensitive|moderat/i.test(words)) return { failure: { kind: 'moderated' }, detail: words }
  if (/out of memory|capacity|queue is full/i.test(words))
    return { failure: { kind: 'capacity' }, detail: words }
  return { failure: { kind: 'transient' }, detail: words }
}
