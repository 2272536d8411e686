import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import { type FailureKind, ProviderError, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { retryAfterOf } from '#lib/generation/retry-after.ts'
import { type Problem, problemSchema } from './fal-wire.ts'

type Kind = Exclude<FailureKind, 'rate-limited'>

/** The queue's types of error that say more than that the run broke. */
const BY_TYPE: Readonly<Record<string, Kind>> = {
  request_timeout: 'capacity',
  startup_timeout: 'capacity',
  runner_scheduling_failure: 'capacity',
  bad_request: 'invalid-input',
  client_cancelled: 'transient',
  client_disconnected: 'transient',
}

/** The run itself ended in an error, which is what reading its result answers with. */
export class RunFailedError extends ProviderError {
  /** Server errors are not billed; of the others fal says that they may be. */
  readonly costMicroUsd: 0 | null
  constructor(failure: ProviderFailure, detail: string, costMicroUsd: 0 | null) {
    super(failure, detail)
    this.name = 'RunFailedError'
    this.costMicroUsd = costMicroUsd
  }
}

function problemOf(body: string): Problem {
  try {
    return problemSchema.parse(JSON.parse(body))
  } catch {
    return {}
  }
}

function wordsOf({ detail }: Problem): string {
  const words = typeof detail === 'string' ? detail : detail?.map(({ msg }) => msg).join(' ')
  return (words ?? '').slice(0, 500)
}

const isModerated = ({ detail }: Problem) =>
  Array.isArray(detail) && detail.some(({ type }) => type === 'content_policy_violation')

function kindAtCreate(status: number, problem: Problem): Kind {
  switch (status) {
    case 401:
      return 'auth'
    case 402:
      return 'budget-exceeded'
    case 403:
      return /locked|balance|top.?up/i.test(wordsOf(problem)) ? 'budget-exceeded' : 'auth'
    case 400:
    case 404:
    case 413:
    case 422:
      return isModerated(problem) ? 'moderated' : 'invalid-input'
    default:
      return 'unknown-outcome'
  }
}

// An odd answer to a question is no reason to pay for the picture again: it is asked once more.
function kindAtRead(status: number): Kind {
  return status === 401 || status === 402 || status === 403 ? 'auth' : 'transient'
}

/**
 * What an answer other than 2xx means. On a create, a broken server leaves open whether the request was taken.
 * @param now wall time in milliseconds
 */
export function failureOfAnswer(answer: Answer, during: During, now: number): ProviderError {
  const problem = problemOf(answer.body)
  const words = wordsOf(problem)
  const detail = words || `the provider answered with ${answer.status}`
  if (answer.status === 429)
    return new ProviderError(
      { kind: 'rate-limited', retryAfterSeconds: retryAfterOf(answer.retryAfter, words, now) },
      detail,
    )
  const kind = during === 'create' ? kindAtCreate(answer.status, problem) : kindAtRead(answer.status)
  return new ProviderError({ kind }, detail)
}

/** What a run came to that has a problem in place of an output. */
export function failureOfRun(problem: Problem, status: number): RunFailedError {
  const isOurs = status < 500
  const byType = BY_TYPE[problem.error_type ?? '']
  const kind = isModerated(problem) ? 'moderated' : (byType ?? (isOurs ? 'invalid-input' : 'transient'))
  return new RunFailedError({ kind }, wordsOf(problem) || 'the run failed', isOurs ? null : 0)
}

/**
 * What an answer other than 2xx means where a result was asked for: the model's own error is handed on in its
 * place. A server error that is not in fal's shape comes from the way there, and says nothing of the run.
 * @param now wall time in milliseconds
 */
export function failureOfResult(answer: Answer, during: During, now: number): ProviderError {
  const { status, body } = answer
  const problem = problemOf(body)
  if (status === 404 || status === 410)
    return new ProviderError({ kind: 'expired' }, 'the provider has removed the result')
  const isOfTheRun = status === 400 || status === 422 || status === 499 || status >= 500
  const isTheModels = isOfTheRun && (status === 422 || isToldByFal(problem))
  return isTheModels ? failureOfRun(problem, status) : failureOfAnswer(answer, during, now)
}

const isToldByFal = ({ detail, error_type }: Problem) => error_type !== undefined || Array.isArray(detail)
