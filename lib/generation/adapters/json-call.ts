import type { z } from 'zod'
import { ProviderError } from '#lib/generation/provider-error.ts'

/** Codes of a connection that never came about, so nothing can have been taken. */
const NEVER_SENT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'])

/** Largest answer that is read: pictures that come with an answer are in base64. */
const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024

/** An answer that is no success. */
export type Answer = { status: number; retryAfter: string | null; body: string; headers?: Headers }

/** Whether a request may have made something: what became of one that is lost is then unknown. */
export type During = 'create' | 'read'

export type JsonCallOptions = {
  baseUrl: string
  headers: Record<string, string>
  timeoutMs: number
  /** What an answer that is no success means. @param nowMs wall time in milliseconds */
  failureOf(answer: Answer, during: During, nowMs: number): ProviderError
}

type Ask<T> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  headers?: Record<string, string>
  shape: z.ZodType<T>
  /** By default a POST creates and everything else reads. */
  during?: During
}

/** One request, sent once and parsed. A create whose answer is lost has an unknown outcome. */
export type JsonCall = <T>(ask: Ask<T>) => Promise<T>

function neverSent(error: unknown): boolean {
  const code = error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && NEVER_SENT.has(code)
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > ANSWER_LIMIT_BYTES) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** @returns a `JsonCall` that throws ProviderError and nothing else */
export function jsonCall({ baseUrl, headers, timeoutMs, failureOf }: JsonCallOptions): JsonCall {
  return async ({
    method,
    path,
    body,
    headers: more,
    shape,
    during = method === 'POST' ? 'create' : 'read',
  }) => {
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers, ...more },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      })
      const text = await readCapped(response)
      if (response.ok) return shape.parse(text === '' ? null : JSON.parse(text))
      const { status, headers: said } = response
      const answer = { status, retryAfter: said.get('retry-after'), body: text, headers: said }
      throw failureOf(answer, during, Date.now())
    } catch (error) {
      if (error instanceof ProviderError) throw error
      const kind = during === 'create' && !neverSent(error) ? 'unknown-outcome' : 'transient'
      throw new ProviderError({ kind }, 'the provider’s answer was lost', error)
    }
  }
}
