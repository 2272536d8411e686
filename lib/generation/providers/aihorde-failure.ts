import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import { ProviderError, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { retryAfterOf } from '#lib/generation/retry-after.ts'
import { problemSchema, type Status } from './aihorde-wire.ts'

/** Where a limit is shared by everybody without an account, a minute is soon enough. */
const CROWDED_SECONDS = 60

function problemOf(body: string): { message: string; rc: string } {
  try {
    const { message = '', rc = '' } = problemSchema.parse(JSON.parse(body))
    return { message: message.slice(0, 500), rc }
  } catch {
    return { message: '', rc: '' }
  }
}

type Kind = Exclude<ProviderFailure['kind'], 'rate-limited'>

/** The network's codes where its status says too little; the request was not taken in any of them. */
const BY_CODE: Record<string, Kind | 'rate-limited'> = {
  TooManyPrompts: 'rate-limited',
  TimeoutIP: 'rate-limited',
  MaintenanceMode: 'capacity',
  NoValidWorkers: 'capacity',
  KudosUpfront: 'capacity',
  SharedKeyEmpty: 'budget-exceeded',
  CorruptPrompt: 'moderated',
  InvalidAPIKey: 'auth',
  /** Of a key, when the network is asked whose it is. */
  UserNotFound: 'auth',
  RequestExpired: 'expired',
  AbortedGen: 'transient',
}

function kindOf(status: number, rc: string, during: During): Kind | 'rate-limited' {
  const known = BY_CODE[rc]
  if (known) return known
  if (status === 429) return 'rate-limited'
  if (status === 401 || status === 403) return 'auth'
  if (status === 404 || status === 410) return during === 'create' ? 'invalid-input' : 'expired'
  if (status === 503) return 'capacity'
  if (status >= 400 && status < 500) return 'invalid-input'
  return during === 'create' ? 'unknown-outcome' : 'transient'
}

/**
 * What an answer other than 2xx means: by the network's code, else by its status. On a create, a broken
 * server leaves open whether the request was taken.
 * @param now wall time in milliseconds
 */
export function failureOfAnswer(answer: Answer, during: During, now: number): ProviderError {
  const { message, rc } = problemOf(answer.body)
  const kind = kindOf(answer.status, rc, during)
  const words = message || `the network answered with ${answer.status}`
  if (kind !== 'rate-limited') return new ProviderError({ kind }, words)
  const otherwise = rc === 'TooManyPrompts' ? CROWDED_SECONDS : undefined
  const retryAfterSeconds = retryAfterOf(answer.retryAfter, message, now, otherwise)
  return new ProviderError({ kind, retryAfterSeconds }, words)
}

type Failed = { failure: ProviderFailure; detail: string }

/** Why a request that has ended has no picture that may hang. */
export function failureOfStatus({ faulted, generations }: Status): Failed | null {
  if (faulted)
    return { failure: { kind: 'transient' }, detail: 'the volunteers could not finish the picture' }
  const [made] = generations
  if (!made) return { failure: { kind: 'transient' }, detail: 'the network has no picture' }
  const censored = made.gen_metadata?.some(({ type }) => type === 'censorship')
  if (made.censored || made.state === 'censored' || censored)
    return { failure: { kind: 'moderated' }, detail: 'a volunteer’s filter hid the picture' }
  return null
}
