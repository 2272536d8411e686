import type { ErrorCode } from '#lib/platform/error-copy.ts'

/** Why a provider did not make a picture. `retryAfterSeconds` is the provider's own word, when it gave one. */
export type ProviderFailure =
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'capacity' }
  | { kind: 'auth' }
  | { kind: 'invalid-input' }
  | { kind: 'moderated' }
  | { kind: 'transient' }
  | { kind: 'unknown-outcome' }
  | { kind: 'expired' }
  | { kind: 'budget-exceeded' }
  | { kind: 'artifact-invalid' }

export type FailureKind = ProviderFailure['kind']

/** The stable code a person is told for each kind. */
export const FAILURE_CODE = {
  'rate-limited': 'provider-rate-limited',
  capacity: 'provider-capacity',
  auth: 'provider-auth',
  'invalid-input': 'provider-invalid-input',
  moderated: 'provider-moderated',
  transient: 'provider-transient',
  'unknown-outcome': 'provider-unknown-outcome',
  expired: 'provider-expired',
  'budget-exceeded': 'provider-budget',
  'artifact-invalid': 'artifact-invalid',
} as const satisfies Record<FailureKind, ErrorCode>

/** Thrown by every method of a provider; walked by `failure.kind`, never by its text. */
export class ProviderError extends Error {
  readonly failure: ProviderFailure
  /** @param detail the provider's words, without keys or addresses of ours */
  constructor(failure: ProviderFailure, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.name = 'ProviderError'
    this.failure = failure
  }
}
