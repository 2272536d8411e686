import { ZodError } from 'zod'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { correct } from '#messages/platform/problem.ts'
import { say } from '#messages/protocol/say.ts'
import { ERROR_COPY } from './error-copy.ts'
import { AppError } from './errors.ts'
import { isChainSilent, isDatabaseSilent } from './silence.ts'

/** RFC 9457 problem details with our stable code. */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  code: string
  next: string
  fields?: Record<string, string>
}

/** First message by dotted path. */
export function fieldsOf(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.') || 'body'] ??= issue.message
  return fields
}

/** The one mapping from what was thrown to what a client is told. The unknown says nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ZodError) return problemOf(new AppError('bad-input', { fields: fieldsOf(error) }))
  if (error instanceof ProtocolError) {
    const status = error.code === 'sequence-used' ? 409 : 422
    return {
      type: 'about:blank',
      title: say(error.said),
      status,
      code: error.code,
      next: correct,
    }
  }
  if (isDatabaseSilent(error)) return problemOf(new AppError('database-unavailable'))
  if (isChainSilent(error)) return problemOf(new AppError('chain-unavailable'))
  if (!(error instanceof AppError)) return problemOf(new AppError('internal'))
  const { status, title, next } = ERROR_COPY[error.code]
  return {
    type: 'about:blank',
    title,
    status,
    code: error.code,
    next,
    ...(error.detail && { detail: error.detail }),
    ...(error.fields && { fields: error.fields }),
  }
}

/** What is away is back soon: processes are started again within seconds. */
export const RETRY_SECONDS = '5'
