import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import type { ProviderError, ProviderFailure } from '#lib/generation/provider-error.ts'
import { type Prediction, problemSchema } from './cog-wire.ts'
import { containerFailure } from './container-failure.ts'

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

/** What Cog and its gateways mean by answers that others do not send. */
const OWN = {
  // A gateway that gave up has broken the connection, which ends the run.
  504: 'transient',
  524: 'transient',
  // Every slot is taken.
  409: 'capacity',
} as const

/**
 * What an answer other than 2xx means, of the container or of a gateway before it.
 * @param now wall time in milliseconds
 */
export function failureOfAnswer(answer: Answer, during: During, now: number): ProviderError {
  const otherwise = `the container answered with ${answer.status}`
  return containerFailure({ answer, during, now, words: wordsOf(answer.body), otherwise, own: OWN })
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
