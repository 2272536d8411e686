import { findDuplicateKey } from '#lib/protocol/json-keys.ts'
import { AppError } from './errors.ts'
import { logger } from './logger.ts'
import { problemOf, RETRY_SECONDS } from './problem.ts'

/** An answer that any server can send. */
export type HttpAnswer = { status: number; type: string; headers?: Record<string, string>; body: string }

/** A value as JSON. */
export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  return { status, type: 'application/json', body: JSON.stringify(value) }
}

/** problem+json for whatever was thrown; what is our fault is logged with `where`. */
export function problemAnswer(error: unknown, where: string): HttpAnswer {
  const problem = problemOf(error)
  if (problem.status >= 500) logger().error({ err: error, url: where }, 'request failed')
  const answer = { ...jsonAnswer(problem.status, problem), type: 'application/problem+json' }
  return problem.status === 503 ? { ...answer, headers: { 'retry-after': RETRY_SECONDS } } : answer
}

/** The same for a route of Next. */
export function responseOf({ status, type, headers, body }: HttpAnswer): Response {
  return new Response(body, { status, headers: { 'content-type': type, ...headers } })
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * @throws AppError bad-json for what is not UTF-8 or not JSON, for nesting beyond reason, and for a key that stands
 * twice in one object
 */
export function parseJson(bytes: Uint8Array): unknown {
  let twice: string | undefined
  let value: unknown
  try {
    const text = decoder.decode(bytes)
    value = JSON.parse(text)
    // Of two equal keys JSON.parse keeps one, so that what is written again is shorter than what was read.
    if (JSON.stringify(value).length !== text.length) twice = findDuplicateKey(text)
  } catch (error) {
    throw new AppError('bad-json', { cause: error })
  }
  if (twice === undefined) return value
  throw new AppError('bad-json', { detail: `the key ${JSON.stringify(twice)} stands twice` })
}
