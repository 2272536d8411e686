import { createPublicKey, type KeyObject } from 'node:crypto'
import { type JsonCall, jsonCall } from '#lib/generation/adapters/json-call.ts'
import { failureOfAnswer } from './fal-failure.ts'
import { keySetSchema, signingKeySchema } from './fal-wire.ts'

/** fal rotates its keys, and asks that they be kept for a day at most. */
const KEEP_SECONDS = 86_400
/** A signature by an unknown key has the keys read again, but no flood of them does so more often than this. */
const RENEW_SECONDS = 300
/** After a failure. */
const REST_SECONDS = 10

/** The keys that webhooks are signed with. Times are wall time in Unix seconds. */
export type KeyRing = {
  /** @throws ProviderError when they cannot be read */
  current(now: number): Promise<readonly KeyObject[]>
  /** Reads them again for a signature by none of them; null when that was done a moment ago. */
  renewed(now: number): Promise<readonly KeyObject[] | null>
}

async function readKeys(call: JsonCall): Promise<KeyObject[]> {
  const { keys } = await call({ method: 'GET', path: '/.well-known/jwks.json', shape: keySetSchema })
  return keys.flatMap((key) => {
    const { data } = signingKeySchema.safeParse(key)
    return data ? [createPublicKey({ key: data, format: 'jwk' })] : []
  })
}

/** The keys at `restUrl`, which are for everybody: no key of ours goes there. */
export function keyRing({ restUrl, timeoutMs }: { restUrl: string; timeoutMs: number }): KeyRing {
  const call = jsonCall({ baseUrl: restUrl, headers: {}, timeoutMs, failureOf: failureOfAnswer })
  let held: { keys: readonly KeyObject[]; at: number } | null = null
  let failed: { error: unknown; at: number } | null = null
  let reading: Promise<readonly KeyObject[]> | null = null

  async function read(now: number): Promise<readonly KeyObject[]> {
    if (failed && now - failed.at < REST_SECONDS) throw failed.error
    try {
      const keys = await readKeys(call)
      held = { keys, at: now }
      failed = null
      return keys
    } catch (error) {
      failed = { error, at: now }
      throw error
    }
  }
  const readOnce = (now: number) => {
    reading ??= read(now).finally(() => {
      reading = null
    })
    return reading
  }
  return {
    current: async (now) => (held && now - held.at < KEEP_SECONDS ? held.keys : readOnce(now)),
    renewed: async (now) => (held && now - held.at < RENEW_SECONDS ? null : readOnce(now)),
  }
}
