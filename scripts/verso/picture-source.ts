import { UsageError } from './usage.ts'
import { fetchBounded, Unanswered } from './watch/ask.ts'

const TIMEOUT_MS = 30_000

/** The address of a server that somebody named. @throws UsageError */
export function serverAt(flag: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`${flag} ${text} is no address`)
  return url
}

/** Asks the server that was named, and no other: null where there is no such thing. @throws Unanswered */
export async function fetchFrom(server: URL, path: string, maxBytes: number): Promise<Uint8Array | null> {
  const bounds = { maxBytes, timeoutMs: TIMEOUT_MS, stop: new AbortController().signal }
  const response = await fetchBounded(new URL(path, server), {}, bounds)
  if (response.status === 404 || response.status === 410) return null
  if (!response.ok) throw new Unanswered('down', `answers ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** The same for JSON. @throws Unanswered for what is none, too */
export async function fetchJson(server: URL, path: string, maxBytes: number): Promise<unknown> {
  const bytes = await fetchFrom(server, path, maxBytes)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? new Uint8Array()))
  } catch {
    throw new Unanswered('withheld', bytes ? 'answers no JSON' : 'has no such list')
  }
}

/** `fetch` for a chain's client, within bounds. */
export const boundedFetch: typeof fetch = (input, init = {}) => {
  const url = input instanceof Request ? input.url : input
  const bounds = { maxBytes: 2 ** 20, timeoutMs: TIMEOUT_MS, stop: new AbortController().signal }
  return fetchBounded(url, init, bounds)
}
