import { ERROR_COPY, type ErrorCode } from './error-copy.ts'

type Options = { detail?: string; cause?: unknown; fields?: Record<string, string> }

/** The unexpected, or an outcome that ends the request: one stable code, words from the table. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** What Next hands to the page in place of a message: the code, so that a person can name it. */
  readonly digest: ErrorCode
  /** Where and why, safe to show. */
  readonly detail: string | undefined
  /** What is wrong by field name, for forms. */
  readonly fields: Record<string, string> | undefined
  constructor(code: ErrorCode, options: Options = {}) {
    super(options.detail ?? ERROR_COPY[code].title, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.digest = code
    this.detail = options.detail
    this.fields = options.fields
  }
}
