import { AwsV4Signer } from 'aws4fetch'
import { AppError } from './errors.ts'

export type S3Settings = {
  /** Origin of the service, without the bucket. */
  endpoint: string
  region: string
  bucket: string
  keyId: string
  secret: string
  /** Whether the bucket stands in the path rather than in the host. */
  pathStyle: boolean
  /** Before every key; empty, or with a slash at its end. */
  prefix: string
}

export type Patience = {
  tries: number
  /** Until headers come, and the longest silence within a body. */
  silenceMs: number
  /** Before the second try; doubled with each, half of it by lot. */
  pauseMs: number
}

export const PATIENCE: Patience = { tries: 5, silenceMs: 20_000, pauseMs: 200 }

const LONGEST_PAUSE_MS = 10_000

/** Why the store did not do what was asked; `code` is the service's own word. */
export class S3Fault extends Error {
  readonly status: number | null
  readonly code: string
  constructor(code: string, status: number | null, options?: { cause?: unknown }) {
    super(status === null ? code : `${status} ${code}`, options)
    this.name = 'S3Fault'
    this.code = code
    this.status = status
  }
}

/** Not the word of a service that is away, but of one that will say the same again. */
const isFinal = ({ status, code }: S3Fault) =>
  status !== null && status < 500 && status !== 429 && status !== 408 && code !== 'RequestTimeout'

export type Ask = {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** Null asks the bucket itself. */
  key: string | null
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Uint8Array
}

/** An answer whose body still comes; `quiet` is called with each piece of it. */
export type Answer = { response: Response; quiet(): void; end(): void }

/** Where a request goes: the bucket stands in the path, or before the host. */
export function urlOf(
  { endpoint, bucket, pathStyle, prefix }: S3Settings,
  { key, query = {} }: Pick<Ask, 'key' | 'query'>,
): URL {
  const url = new URL(endpoint)
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`
  const path = [pathStyle ? bucket : null, key === null ? null : prefix + key]
  url.pathname = `/${path.filter((part) => part !== null).join('/')}`
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

async function signed(settings: S3Settings, ask: Ask): Promise<Request> {
  const { keyId, secret, region } = settings
  // The key of a blob is the hash of its body.
  const bodyHash = ask.body && ask.key !== null ? ask.key : EMPTY_SHA256
  const { url, headers } = await new AwsV4Signer({
    method: ask.method,
    url: urlOf(settings, ask).href,
    headers: { ...ask.headers, 'x-amz-content-sha256': bodyHash },
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
  }).sign()
  // Not signed: proxies on the way may change it.
  headers.set('accept-encoding', 'identity')
  const body = ask.body && new Uint8Array(ask.body)
  return new Request(url, { method: ask.method, headers, redirect: 'manual', ...(body && { body }) })
}

const codeIn = (xml: string) => /<Code>([A-Za-z0-9.]{1,64})<\/Code>/.exec(xml)?.[1]

/** Answers to HEAD have no body that would say why. */
const CODES: Record<number, string> = { 301: 'PermanentRedirect', 403: 'AccessDenied', 404: 'NotFound' }

async function faultOf(response: Response): Promise<S3Fault> {
  const text = await response.text().catch(() => '')
  const { status } = response
  return new S3Fault(codeIn(text) ?? CODES[status] ?? 'Unknown', status)
}

/** Bytes a second of the slowest line that is waited for. */
const SLOWEST = 65_536

async function askOnce(settings: S3Settings, ask: Ask, { silenceMs }: Patience): Promise<Answer> {
  const ending = new AbortController()
  const upload = ask.body ? (ask.body.length / SLOWEST) * 1000 : 0
  let timer: NodeJS.Timeout | undefined
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => ending.abort(new S3Fault('Silence', null)), ms)
  }
  const end = () => {
    clearTimeout(timer)
    ending.abort()
  }
  wait(silenceMs + upload)
  try {
    const response = await fetch(await signed(settings, ask), { signal: ending.signal })
    wait(silenceMs)
    if (!response.ok) throw await faultOf(response)
    return { response, quiet: () => wait(silenceMs), end }
  } catch (error) {
    end()
    if (error instanceof S3Fault) throw error
    throw new S3Fault('NoAnswer', null, { cause: error })
  }
}

export type S3Client = {
  /**
   * Asks until there is an answer that stays, and reads it. What `read` throws is tried again too.
   * @throws AppError storage-unavailable with an `S3Fault` as its cause
   */
  ask<T>(ask: Ask, read: (answer: Answer) => Promise<T>): Promise<T>
  /** Asks until an answer begins; whoever reads it ends it. @throws AppError storage-unavailable */
  open(ask: Ask): Promise<Answer>
  /** Waits before the next try. @throws whatever the last one threw, when there were enough */
  pause(tried: number, error: unknown): Promise<void>
}

/** Signed requests to a bucket (Signature Version 4), tried again while the service is away. */
export function s3Client(settings: S3Settings, patience: Patience = PATIENCE): S3Client {
  async function pause(tried: number, error: unknown): Promise<void> {
    if (error instanceof AppError) throw error
    const fault = error instanceof S3Fault ? error : new S3Fault('BrokenAnswer', null, { cause: error })
    if (isFinal(fault) || tried + 1 >= patience.tries)
      throw new AppError('storage-unavailable', { cause: fault })
    const most = Math.min(LONGEST_PAUSE_MS, patience.pauseMs * 2 ** tried)
    await new Promise((resolve) => setTimeout(resolve, most / 2 + (Math.random() * most) / 2))
  }
  async function untilAnswered<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tried = 0; ; tried++) {
      try {
        return await attempt()
      } catch (error) {
        await pause(tried, error)
      }
    }
  }
  const open = (ask: Ask) => askOnce(settings, ask, patience)
  return {
    pause,
    open: (ask) => untilAnswered(() => open(ask)),
    ask: (ask, read) =>
      untilAnswered(async () => {
        const answer = await open(ask)
        return read(answer).finally(answer.end)
      }),
  }
}
