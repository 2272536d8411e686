import { PinningError } from '#lib/distribution/pinning/port.ts'

export type Asked = {
  method: 'GET' | 'POST'
  url: URL
  token: string | undefined
  body?: BodyInit
  headers?: Record<string, string>
  timeoutMs: number
}

export type Heard = { status: number; text: string }

const MOST_BYTES = 1_000_000

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > MOST_BYTES) throw new PinningError('pin-broken', 'an answer without end')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** One request, answered in time or not at all. @throws PinningError pin-away, pin-broken */
export async function askService({ method, url, token, body, headers, timeoutMs }: Asked): Promise<Heard> {
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body && { body }),
    })
    return { status: response.status, text: await textOf(response) }
  } catch (error) {
    if (error instanceof PinningError) throw error
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    throw new PinningError('pin-away', isLate ? 'no answer in time' : 'no answer', error)
  }
}

/** What an answer that is no success comes to. @param words the service's own, as far as it has some */
export function refusalOf({ status }: Heard, words: string): PinningError {
  const detail = words ? `${status}: ${words.slice(0, 200)}` : String(status)
  if (status === 429 || status === 408 || status >= 500) return new PinningError('pin-away', detail)
  return new PinningError(status === 404 ? 'pin-lost' : 'pin-refused', detail)
}

/** @throws PinningError pin-broken */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new PinningError('pin-broken', 'the answer is not JSON', error)
  }
}
