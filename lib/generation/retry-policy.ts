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

/** 2, 4, 8 … seconds, at most two minutes. */
export const backoffSeconds = (attempts: number): number => Math.min(120, 2 ** Math.max(1, attempts))

/**
 * What to do after a failure.
 * @param attempts how often the picture was asked for, this time included
 */
export function nextStep(failure: ProviderFailure, stage: Stage, attempts: number): NextStep {
  const afterSeconds = failure.kind === 'rate-limited' ? failure.retryAfterSeconds : backoffSeconds(attempts)
  const askAgain = (most: number): NextStep =>
    attempts < most ? { kind: 'ask-again', afterSeconds } : { kind: 'give-up' }
  switch (failure.kind) {
    case 'moderated':
    case 'invalid-input':
    case 'budget-exceeded':
      return { kind: 'give-up' }
    case 'auth':
      return stage === 'read' ? { kind: 'read-again', afterSeconds: 60 } : { kind: 'give-up' }
    case 'rate-limited':
    case 'capacity':
      return stage === 'read' ? { kind: 'read-again', afterSeconds } : askAgain(MOST_BUSY_ATTEMPTS)
    case 'transient':
      return stage === 'read' ? { kind: 'read-again', afterSeconds } : askAgain(MOST_ATTEMPTS)
    case 'unknown-outcome':
      return { kind: 'look-up', afterSeconds: LOOK_UP_SECONDS }
    case 'expired':
    case 'artifact-invalid':
      return askAgain(MOST_ATTEMPTS)
  }
}
