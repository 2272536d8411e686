import Replicate from 'replicate'
import type { z } from 'zod'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { failureOfAnswer } from './replicate-failure.ts'

/** Status under which our fetch hands failures to the client, which repeats 429 and lost POSTs by itself. */
const HELD_STATUS = 499

type Failure = { status: number; retryAfter: string | null; body: string } | { lost: unknown }

/** A fetch that goes out once: what failed is kept aside, and the client sees an answer it does not repeat. */
function onceOnly(timeoutMs: number) {
  let last: Failure | null = null
  const send = async (url: Request | string, init?: RequestInit): Promise<Response> => {
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await globalThis.fetch(url, { ...init, signal, redirect: 'error' })
      const body = await response.text()
      if (response.ok) return new Response(body, { status: 200 })
      last = { status: response.status, retryAfter: response.headers.get('retry-after'), body }
    } catch (error) {
      last = { lost: error }
    }
    return new Response('', { status: HELD_STATUS })
  }
  return { send, lastFailure: () => last }
}

export type CallOptions = { token: string; baseUrl: string; timeoutMs: number }

/** One request to the API, sent once and parsed. A create whose answer is lost has an unknown outcome. */
export type Call = <T>(
  during: 'create' | 'read',
  shape: z.ZodType<T>,
  ask: (client: Replicate) => Promise<unknown>,
) => Promise<T>

/** @returns a `Call` that throws ProviderError and nothing else */
export function replicateCall({ token, baseUrl, timeoutMs }: CallOptions): Call {
  return async (during, shape, ask) => {
    const { send, lastFailure } = onceOnly(timeoutMs)
    const client = new Replicate({ auth: token, baseUrl, fetch: send, useFileOutput: false })
    try {
      return shape.parse(await ask(client))
    } catch (error) {
      const failed = lastFailure()
      if (failed && 'status' in failed) throw failureOfAnswer(failed, during, Date.now())
      const kind = during === 'create' ? 'unknown-outcome' : 'transient'
      throw new ProviderError({ kind }, 'the provider’s answer was lost', failed?.lost ?? error)
    }
  }
}
