import { causeOf } from '#scripts/verso/doctor/finding.ts'
import type { Answer, Kind } from './kinds.ts'

const TIMEOUT_MS = 8_000
const MOST_BYTES = 256 * 1024

/** What is at an address: a kind and what stands before its paths, nothing that is known, or nobody. */
export type Recognised =
  | { kind: Kind; baseUrl: string }
  | { kind: null; baseUrl: null; why: 'unknown' | 'unreachable'; detail: string }

class NoAnswerError extends Error {}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > MOST_BYTES) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Asks one question, without a key and without following anybody. @throws NoAnswerError */
async function ask(url: string): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal, redirect: 'manual' })
    return { status: response.status, body: jsonOf(await textOf(response)) }
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    throw new NoAnswerError(causeOf(cause))
  }
}

/** Whether its root was given with the address or not; one that answers to everything is taken at its own. */
const rootsAt = (url: string, { root }: Kind): string[] =>
  root === '' || url.endsWith(root) ? [''] : [root, '']

/**
 * Tells what answers at an address. No key goes out: it is for whoever turns out to be there.
 * @param url as given, without a slash at its end
 */
export async function recognise(url: string, kinds: readonly Kind[]): Promise<Recognised> {
  const { hostname } = new URL(url)
  try {
    for (const kind of kinds.filter(({ hosts }) => !hosts || hosts.test(hostname)))
      for (const root of rootsAt(url, kind))
        if (kind.isIt(await ask(`${url}${root}${kind.path}`))) return { kind, baseUrl: `${url}${root}` }
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error
    return { kind: null, baseUrl: null, why: 'unreachable', detail: error.message }
  }
  return {
    kind: null,
    baseUrl: null,
    why: 'unknown',
    detail: 'something answers, and it is no kind that is known',
  }
}
