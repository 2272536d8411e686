import {
  assertKey,
  type ByteRange,
  blobStream,
  corrupt,
  isKey,
  keyOf,
  REFRESH_MS,
  type Storage,
  type StoredBlob,
} from './blob-store.ts'
import type { Env } from './env.ts'
import { AppError } from './errors.ts'
import { type Answer, type Patience, type S3Client, S3Fault, type S3Settings, s3Client } from './s3-client.ts'

type Settings = Pick<
  Env,
  | 'S3_BUCKET'
  | 'S3_ENDPOINT'
  | 'S3_REGION'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
  | 'S3_PATH_STYLE'
  | 'S3_PREFIX'
>

/** Services of one's own rarely have a host for each bucket, and no certificate is for one with dots in its name. */
const isInPath = (bucket: string, endpoint: string | undefined) =>
  endpoint !== undefined || bucket.includes('.')

/** What the environment says of a bucket; null where blobs lie in the folder. */
export function s3SettingsOf(env: Settings): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ENDPOINT, S3_REGION: region, S3_PREFIX: prefix = '' } = env
  const { S3_ACCESS_KEY_ID: keyId, S3_SECRET_ACCESS_KEY: secret } = env
  if (!bucket || !keyId || !secret) return null
  return {
    endpoint: S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
    region,
    bucket,
    keyId,
    secret,
    pathStyle: env.S3_PATH_STYLE ? env.S3_PATH_STYLE === 'true' : isInPath(bucket, S3_ENDPOINT),
    prefix: prefix && `${prefix}/`,
  }
}

const faultIn = (error: unknown): S3Fault | null =>
  error instanceof AppError && error.cause instanceof S3Fault ? error.cause : null

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    const fault = faultIn(error)
    // Without a body, as after HEAD, nobody says whether the bucket is there; putting into it will.
    if (fault?.code === 'NoSuchKey' || fault?.code === 'NotFound') return null
    throw error
  }
}

async function* bodyOf({ response, quiet }: Answer): AsyncGenerator<Uint8Array> {
  for await (const chunk of response.body ?? []) {
    quiet()
    yield chunk
  }
}

type Head = { size: number; modifiedAt: Date; ageMs: number }

function headOf({ headers }: Response): Head {
  const time = (name: string) => Date.parse(headers.get(name) ?? '')
  const [length, modified] = [headers.get('content-length'), time('last-modified')]
  if (length === null || Number.isNaN(modified)) throw new S3Fault('BrokenAnswer', null)
  // By the service's own clock, which alone says when a blob was put.
  const now = Number.isNaN(time('date')) ? Date.now() : time('date')
  return { size: Number(length), modifiedAt: new Date(modified), ageMs: now - modified }
}

const head = (client: S3Client, key: string): Promise<Head | null> =>
  orNull(client.ask({ method: 'HEAD', key }, async ({ response }) => headOf(response)))

/** Answers after which it is written without a condition: not known there, or in a race with somebody who deletes. */
const UNCONDITIONAL = new Set([
  'NotImplemented',
  'InvalidArgument',
  'InvalidRequest',
  'ConditionalRequestConflict',
])

async function write(client: S3Client, key: string, bytes: Uint8Array, isNew: boolean): Promise<void> {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-amz-checksum-sha256': Buffer.from(key, 'hex').toString('base64'),
    ...(isNew && { 'if-none-match': '*' }),
  }
  try {
    await client.ask({ method: 'PUT', key, headers, body: bytes }, async () => {})
  } catch (error) {
    const code = isNew ? faultIn(error)?.code : undefined
    // Somebody put the same bytes just now.
    if (code === 'PreconditionFailed') return
    if (code === undefined || !UNCONDITIONAL.has(code)) throw error
    await write(client, key, bytes, false)
  }
}

/** A blob from `range.start` on, taken up again where the line broke. */
async function* piecesOf(
  client: S3Client,
  key: string,
  range: ByteRange | undefined,
): AsyncGenerator<Uint8Array> {
  let at = range?.start ?? 0
  for (let tried = 0; ; tried++) {
    const isPart = range !== undefined || at > 0
    const headers: Record<string, string> = isPart ? { range: `bytes=${at}-${range?.end ?? ''}` } : {}
    const answer = await client.open({ method: 'GET', key, headers })
    try {
      if (isPart && answer.response.status !== 206) throw new S3Fault('RangeIgnored', 200)
      for await (const chunk of bodyOf(answer)) {
        at += chunk.length
        tried = 0
        yield chunk
      }
      return
    } catch (error) {
      await client.pause(tried, error)
    } finally {
      answer.end()
    }
  }
}

/** Not a setting: services give at most a thousand. */
const PAGE = 1000

const textIn = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

/** Keys are hex and prefixes plain, so that nothing in them is escaped. */
function pageOf(xml: string, prefix: string): { blobs: StoredBlob[]; last: string; isCut: boolean } {
  const entries = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => ({
    name: textIn(entry, 'Key'),
    size: Number(textIn(entry, 'Size')),
    modifiedAt: new Date(textIn(entry, 'LastModified')),
  }))
  const blobs = entries
    .map(({ name, ...rest }) => ({ key: name.slice(prefix.length), ...rest }))
    .filter(({ key }) => isKey(key))
  return { blobs, last: entries.at(-1)?.name ?? '', isCut: textIn(xml, 'IsTruncated') === 'true' }
}

async function* listBucket(client: S3Client, prefix: string): AsyncGenerator<StoredBlob> {
  let after = ''
  for (;;) {
    const query = {
      'list-type': '2',
      'max-keys': String(PAGE),
      prefix,
      ...(after && { 'start-after': after }),
    }
    const xml = await client.ask({ method: 'GET', key: null, query }, ({ response }) => response.text())
    const { blobs, last, isCut } = pageOf(xml, prefix)
    yield* blobs
    if (!isCut || last <= after) return
    after = last
  }
}

async function read(client: S3Client, key: string): Promise<Uint8Array> {
  try {
    return await client.ask({ method: 'GET', key }, async (answer) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of bodyOf(answer)) chunks.push(chunk)
      const bytes = new Uint8Array(Buffer.concat(chunks))
      if (keyOf(bytes) !== key) throw new S3Fault('OtherBytes', null)
      return bytes
    })
  } catch (error) {
    throw faultIn(error)?.code === 'OtherBytes' ? corrupt(key) : error
  }
}

/** A bucket of an S3 service as a store. A service is asked again while it is away, as `patience` says. */
export function s3Storage(settings: S3Settings, patience?: Patience): Storage {
  const client = s3Client(settings, patience)
  return {
    async put(bytes) {
      const key = keyOf(bytes)
      const seen = await head(client, key)
      if (seen?.size !== bytes.length || seen.ageMs >= REFRESH_MS) await write(client, key, bytes, !seen)
      return key
    },
    has: async (key) => (await head(client, assertKey(key))) !== null,
    get: (key) => orNull(read(client, assertKey(key))),
    size: async (key) => (await head(client, assertKey(key)))?.size ?? null,
    stream: (key, range) => blobStream(piecesOf(client, assertKey(key), range), key, range),
    list: () => listBucket(client, settings.prefix),
    async delete(key, unlessSince) {
      const seen = await head(client, assertKey(key))
      if (!seen || seen.modifiedAt >= unlessSince) return false
      await client.ask({ method: 'DELETE', key }, async () => {})
      return true
    },
  }
}
