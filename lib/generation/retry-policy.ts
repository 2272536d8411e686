import type { ProviderFailure } from './provider-error.ts'

/**
 * Where a failure happened: `submit` (nothing was accepted, or nobody knows), `run` (the provider ended
 * the run), `read` (asking how it goes, or fetching what it made).
 */
export type Stage = 'submit' | 'run' | 'read'

export type NextStep =
  /** Asked for again, as a new attempt, after a pause. */
  | { kind: 'ask-again'; afterSeconds: number }
  /** The run goes on; only the reading is repeated. */
  | { kind: 'read-again'; afterSeconds: number }
  /** The provider is asked what became of the lost request, before anything else. */
  | { kind: 'look-up'; afterSeconds: number }
  | { kind: 'give-up' }

/** Attempts that are made before a picture counts as failed. */
export const MOST_ATTEMPTS = 5
/** A busy provider has not been asked in vain, so more attempts are allowed. */
export const MOST_BUSY_ATTEMPTS = 12

/** Seconds until a lost request is looked up: the provider's list may be a little behind. */
const LOOK_UP_SECONDS = 20

/** A lost request is looked for this long at least, wherever there is a list to look in. */
const LONGEST_LOOK_UP_SECONDS = 7_200

const longestLookUp = ({ retentionSeconds, idempotent }: FailedAt): number =>
  retentionSeconds === 0 && !idempotent ? 0 : Math.max(LONGEST_LOOK_UP_SECONDS, retentionSeconds)

/** Seconds until a request is sent again under its own key. */
const RESEND_SECONDS = 3

/** 2, 4, 8 … seconds, at most two minutes. */
export const backoffSeconds = (attempts: number): number => Math.min(120, 2 ** Math.max(1, attempts))

export type FailedAt = {
  stage: Stage
  /** How often the picture was asked for, this time included. */
  attempts: number
  /** Since the provider was asked. */
  ageSeconds: number
  /** How long the provider keeps what it made. */
  retentionSeconds: number
  /** Whether asking twice is paid twice. */
  paid: boolean
  /** Whether asking twice with one key is asking once. */
  idempotent: boolean
}

/** Reading is repeated after a quarter of the time that has passed, from 2 seconds to two minutes. */
const readPause = (ageSeconds: number): number => Math.min(120, Math.max(2, Math.floor(ageSeconds / 4)))

/** What to do after a failure. */
export function nextStep(failure: ProviderFailure, at: FailedAt): NextStep {
  const { stage, attempts, ageSeconds } = at
  const told = failure.kind === 'rate-limited' ? failure.retryAfterSeconds : null
  const askAgain = (most: number): NextStep =>
    attempts < most
      ? { kind: 'ask-again', afterSeconds: told ?? backoffSeconds(attempts) }
      : { kind: 'give-up' }
  // What cannot be read while the provider keeps it is lost.
  const readAgain = (): NextStep =>
    ageSeconds < at.retentionSeconds
      ? { kind: 'read-again', afterSeconds: told ?? readPause(ageSeconds) }
      : afterLoss()
  // What was paid for and cannot be had any more is not paid for again by itself, where nothing can be looked up.
  const afterLoss = (): NextStep =>
    at.paid && at.retentionSeconds === 0 ? { kind: 'give-up' } : askAgain(MOST_ATTEMPTS)
  const lookUp = (): NextStep => {
    if (ageSeconds >= longestLookUp(at)) return { kind: 'give-up' }
    const soonest = at.idempotent ? RESEND_SECONDS : LOOK_UP_SECONDS
    return { kind: 'look-up', afterSeconds: Math.max(soonest, readPause(ageSeconds)) }
  }
  switch (failure.kind) {
    case 'moderated':
    case 'invalid-input':
    case 'budget-exceeded':
      return { kind: 'give-up' }
    case 'auth':
      return stage === 'read' ? readAgain() : { kind: 'give-up' }
    case 'rate-limited':
    case 'capacity':
      return stage === 'read' ? readAgain() : askAgain(MOST_BUSY_ATTEMPTS)
    case 'transient':
      if (stage === 'read') return readAgain()
      // Nothing was taken: a provider that is away is left alone meanwhile, and its trials are not the picture's fault.
      return askAgain(stage === 'submit' ? MOST_BUSY_ATTEMPTS : MOST_ATTEMPTS)
    case 'unknown-outcome':
      if (!at.paid && !at.idempotent) return askAgain(MOST_ATTEMPTS)
      return lookUp()
    case 'expired':
      return afterLoss()
    case 'artifact-invalid':
      return askAgain(MOST_ATTEMPTS)
  }
}
