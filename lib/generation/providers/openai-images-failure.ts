import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import { type FailureKind, ProviderError } from '#lib/generation/provider-error.ts'
import { waitSeconds } from './openai-images-wait.ts'
import { problemSchema } from './openai-images-wire.ts'

type Problem = { message: string; codes: string[] }

function problemOf(body: string): Problem | null {
  try {
    const { message, code, type } = problemSchema.parse(JSON.parse(body)).error
    return { message: (message ?? '').slice(0, 500), codes: [code, type].flatMap((one) => one ?? []) }
  } catch {
    return null
  }
}

/** Codes and types of refusals whose status says too little; nothing was taken in any of them. */
const BY_CODE: Readonly<Record<string, FailureKind>> = {
  insufficient_quota: 'budget-exceeded',
  billing_hard_limit_reached: 'budget-exceeded',
  billing_not_active: 'budget-exceeded',
  moderation_blocked: 'moderated',
  content_policy_violation: 'moderated',
  content_filter: 'moderated',
  rate_limit_exceeded: 'rate-limited',
  invalid_api_key: 'auth',
}

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  400: 'invalid-input',
  401: 'auth',
  402: 'budget-exceeded',
  403: 'auth',
  404: 'invalid-input',
  413: 'invalid-input',
  415: 'invalid-input',
  422: 'invalid-input',
  429: 'rate-limited',
}

/** Some hosts turn a prompt away without a code for it. */
const MODERATED = /safety system|content policy|nsfw|moderat/i

/** A host that says in its own words that it is too busy has not begun; whatever else a proxy may send. */
const TOO_BUSY = /overload|slow down/i

function refusalOf(status: number, problem: Problem | null): FailureKind | undefined {
  if (status >= 500) return undefined
  const coded = problem?.codes.map((code) => BY_CODE[code]).find((kind) => kind !== undefined)
  const kind = coded ?? BY_STATUS[status]
  return kind === 'invalid-input' && MODERATED.test(problem?.message ?? '') ? 'moderated' : kind
}

function kindOf(status: number, problem: Problem | null, during: During): FailureKind {
  const refusal = refusalOf(status, problem)
  if (refusal) return refusal
  if (status === 503 && (during === 'read' || TOO_BUSY.test(problem?.message ?? ''))) return 'capacity'
  return during === 'create' ? 'unknown-outcome' : 'transient'
}

/** Hosts repeat the key that they refuse, or parts of it. */
function wordsOf(status: number, problem: Problem | null): string {
  if (status === 401) return 'the provider does not know the key'
  return problem?.message || `the provider answered with ${status}`
}

/**
 * What an answer other than 2xx means: by the host's code, else by its status. On a create, a broken server
 * leaves open whether a picture was made and will be billed.
 * @param now wall time in milliseconds
 */
export function failureOfAnswer(answer: Answer, during: During, now: number): ProviderError {
  const problem = problemOf(answer.body)
  const kind = kindOf(answer.status, problem, during)
  const words = wordsOf(answer.status, problem)
  if (kind !== 'rate-limited') return new ProviderError({ kind }, words)
  return new ProviderError({ kind, retryAfterSeconds: waitSeconds(answer, words, now) }, words)
}
