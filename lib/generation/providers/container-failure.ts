import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import { ProviderError, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { retryAfterOf } from '#lib/generation/retry-after.ts'

type Kind = Exclude<ProviderFailure['kind'], 'rate-limited'>

function kindOf(status: number, during: During): Kind {
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
      return 'transient'
    case 503:
      return 'capacity'
    default:
      return during === 'create' ? 'unknown-outcome' : 'transient'
  }
}

type Told = {
  answer: Answer
  during: During
  /** Wall time in milliseconds. */
  now: number
  /** The server's own, empty when it said nothing that can be read. */
  words: string
  /** What is said when there are none. */
  otherwise: string
  /** By status, what this server means by answers of its own. */
  own?: Readonly<Record<number, Kind>>
}

/** What an answer other than 2xx means, of a server in a container or of the gateway before it. */
export function containerFailure({ answer, during, now, words, otherwise, own }: Told): ProviderError {
  const { status, retryAfter } = answer
  const detail = words || otherwise
  if (status !== 429) return new ProviderError({ kind: own?.[status] ?? kindOf(status, during) }, detail)
  return new ProviderError(
    { kind: 'rate-limited', retryAfterSeconds: retryAfterOf(retryAfter, words, now) },
    detail,
  )
}
