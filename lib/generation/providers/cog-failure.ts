import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import { ProviderError, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { retryAfterOf } from '#lib/generation/retry-after.ts'
import { type Prediction, problemSchema } from './cog-wire.ts'

function wordsOf(body: string): string {
  try {
    const { error, detail } = problemSchema.parse(JSON.parse(body))
    if (error) return error.slice(0, 500)
    if (typeof detail === 'string') return detail.slice(0, 500)
    const wrong = detail?.map(({ loc, msg }) => `${loc.slice(1).join('.')}: ${msg}`) ?? []
    return wrong.join('; ').slice(0, 500)
  } catch {
    return ''
  }
}

function kindOf(status: number, during: During): Exclude<ProviderFailure['kind'], 'rate-limited'> {
  switch (status) {
    case 400:
    case 413:
    case 422:
      return 'invalid-input'
    case 401:
    case 403:
      return 'auth'
    case 402:
      return 'budget-exceeded'
    // Where a container is started or moved, its gateway has nobody to ask.
    case 404:
    // A gateway that gave up has broken the connection, which ends the run.
    case 504:
    case 524:
      return 'transient'
    // Every slot is taken, or the model is still being loaded.
    case 409:
    case 503:
      return 'capacity'
    default:
      return during === 'create' ? 'unknown-outcome' : 'transient'
  }
}

/**
 * What an answer other than 2xx means, of the container or of a gateway before it.
 * @param now wall time in milliseconds
 */
export function failureOfAnswer(answer: Answer, during: During, now: number): ProviderError {
  const words = wordsOf(answer.body)
  const detail = words || `the container answered with ${answer.status}`
  if (answer.status !== 429) return new ProviderError({ kind: kindOf(answer.status, during) }, detail)
  const retryAfterSeconds = retryAfterOf(answer.retryAfter, words, now)
  return new ProviderError({ kind: 'rate-limited', retryAfterSeconds }, detail)
}

type Failed = { failure: ProviderFailure; detail: string }

/** Why a prediction that ended has no picture; null for one that has. */
export function failureOfPrediction({ status, error }: Prediction): Failed | null {
  if (status === 'canceled') return { failure: { kind: 'transient' }, detail: 'the run was cancelled' }
  if (status !== 'failed') return null
  const detail = error?.slice(0, 500) || 'the run failed'
  const kindOfWords = (): 'moderated' | 'capacity' | 'transient' => {
    if (/nsfw|safety|sensitive|moderat/i.test(detail)) return 'moderated'
    return /out of memory|capacity/i.test(detail) ? 'capacity' : 'transient'
  }
  return { failure: { kind: kindOfWords() }, detail }
}
