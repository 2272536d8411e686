import { z } from 'zod'
import { type Pinned, type Pinning, PinningError, type ToPin } from '#lib/distribution/pinning/port.ts'
import { type Asked, askService, type Heard, jsonOf, refusalOf } from './ask-service.ts'

export type PinningServiceOptions = {
  url: string
  token: string
  /** Multiaddresses that have the data. */
  origins: () => Promise<string[]>
  timeoutMs?: number
}

const statusSchema = z.object({
  requestid: z.string().min(1).max(512),
  status: z.enum(['queued', 'pinning', 'pinned', 'failed']),
  pin: z.object({ cid: z.string() }),
  info: z.record(z.string(), z.string()).optional().catch(undefined),
})
const listSchema = z.object({ results: z.array(statusSchema) })
const errorSchema = z.object({ error: z.object({ reason: z.string(), details: z.string().optional() }) })

const MOST_ORIGINS = 20
const LONGEST_NAME = 255

function wordsOf({ text }: Heard): string {
  try {
    const { reason, details } = errorSchema.parse(JSON.parse(text)).error
    return details ? `${reason}: ${details}` : reason
  } catch {
    return ''
  }
}

function read<T>(schema: z.ZodType<T>, text: string): T {
  const found = schema.safeParse(jsonOf(text))
  if (!found.success) throw new PinningError('pin-broken', 'the answer is not that of a pinning service')
  return found.data
}

function stateOf(cid: string, { requestid, status, pin, info }: z.infer<typeof statusSchema>): Pinned {
  if (pin.cid !== cid) throw new PinningError('pin-other-cid', `asked for ${cid}, the service has ${pin.cid}`)
  if (status === 'failed') throw new PinningError('pin-failed', info?.status_details ?? 'the service gave up')
  return status === 'pinned' ? { state: 'pinned' } : { state: 'asked', externalId: requestid }
}

/** A service with the IPFS Pinning Service API 1.0: it fetches what it keeps, from whoever provides it. */
export function pinningService(options: PinningServiceOptions): Pinning {
  const { token, origins, timeoutMs = 30_000 } = options
  const base = options.url.replace(/\/$/, '')
  async function ask(path: string, more: Partial<Asked> = {}): Promise<string> {
    const heard = await askService({ method: 'GET', url: new URL(base + path), token, timeoutMs, ...more })
    if (heard.status < 200 || heard.status > 299) throw refusalOf(heard, wordsOf(heard))
    return heard.text
  }
  /** A request whose answer was lost, or one of before. */
  async function known(cid: string): Promise<Pinned | null> {
    const query = new URLSearchParams({ cid, status: 'queued,pinning,pinned', limit: '10' })
    const { results } = read(listSchema, await ask(`/pins?${query}`))
    const found = results.find(({ status }) => status === 'pinned') ?? results[0]
    return found ? stateOf(cid, found) : null
  }
  return {
    id: 'pinning-service',
    async pin({ cid, name }: ToPin) {
      const before = await known(cid)
      if (before) return before
      const from = (await origins()).slice(0, MOST_ORIGINS)
      const body = JSON.stringify({ cid, name: name.slice(0, LONGEST_NAME), origins: from })
      const headers = { 'content-type': 'application/json' }
      return stateOf(cid, read(statusSchema, await ask('/pins', { method: 'POST', body, headers })))
    },
    async check({ cid }, externalId) {
      return stateOf(cid, read(statusSchema, await ask(`/pins/${encodeURIComponent(externalId)}`)))
    },
    async probe() {
      read(listSchema, await ask('/pins?limit=1'))
      return new URL(base).host
    },
  }
}
