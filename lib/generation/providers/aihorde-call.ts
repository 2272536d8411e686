import type { z } from 'zod'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { failureOfAnswer } from './aihorde-failure.ts'

/** Codes of a connection that never came about, so nothing can have been taken. */
const NEVER_SENT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'])

export type CallOptions = { apiKey: string; baseUrl: string; clientAgent: string; timeoutMs: number }

type Ask<T> = { method: 'GET' | 'POST' | 'DELETE'; path: string; body?: unknown; shape: z.ZodType<T> }

/** One request, sent once and parsed. A POST whose answer is lost has an unknown outcome. */
export type Call = <T>(ask: Ask<T>) => Promise<T>

function neverSent(error: unknown): boolean {
  const code = error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && NEVER_SENT.has(code)
}

/** @returns a `Call` that throws ProviderError and nothing else */
export function hordeCall({ apiKey, baseUrl, clientAgent, timeoutMs }: CallOptions): Call {
  const headers = { apikey: apiKey, 'client-agent': clientAgent, 'content-type': 'application/json' }
  return async ({ method, path, body, shape }) => {
    const during = method === 'POST' ? 'create' : 'read'
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      })
      const text = await response.text()
      if (response.ok) return shape.parse(JSON.parse(text))
      const answer = { status: response.status, retryAfter: response.headers.get('retry-after'), body: text }
      throw failureOfAnswer(answer, during, Date.now())
    } catch (error) {
      if (error instanceof ProviderError) throw error
      const kind = during === 'create' && !neverSent(error) ? 'unknown-outcome' : 'transient'
      throw new ProviderError({ kind }, 'the network’s answer was lost', error)
    }
  }
}
