/** An answer that could not be had, or is none: `down` by whoever should give it, or `withheld` by them. */
export class Unanswered extends Error {
  readonly kind: 'down' | 'withheld'
  constructor(kind: 'down' | 'withheld', message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Unanswered'
    this.kind = kind
  }
}

type Bounds = { maxBytes: number; timeoutMs: number; stop: AbortSignal }

async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > maxBytes) throw new Unanswered('withheld', `answers more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/**
 * Fetches with a limit on time and bytes, and goes nowhere else than it was told: a redirect is no answer.
 * @throws Unanswered
 */
export async function fetchBounded(
  url: string | URL,
  init: RequestInit,
  { maxBytes, timeoutMs, stop }: Bounds,
): Promise<Response> {
  const signals = [AbortSignal.timeout(timeoutMs), stop, ...(init.signal ? [init.signal] : [])]
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.any(signals) })
    if (response.status >= 300 && response.status < 400)
      throw new Unanswered('withheld', `sends us elsewhere (status ${response.status})`)
    const body = await readBounded(response, maxBytes)
    const hasBody = response.status !== 204 && response.status !== 205
    return new Response(hasBody ? body : null, { status: response.status, headers: response.headers })
  } catch (error) {
    if (error instanceof Unanswered) throw error
    const late = error instanceof Error && error.name === 'TimeoutError'
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
    const says = late
      ? `does not answer within ${timeoutMs / 1000} s`
      : `cannot be reached${cause && `: ${cause}`}`
    throw new Unanswered('down', says, { cause: error })
  }
}
