import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { S3Settings } from '#lib/platform/s3-client.ts'
import { LoopbackPeer } from './loopback-peer.ts'
import { checkSignature, type Keyring } from './signature-v4.ts'

/*
 * A bucket of S3 as its documentation has it, in memory (docs.aws.amazon.com/AmazonS3/latest/API, read 2026-11-29):
 *
 *   GetObject, HeadObject     200, 206 with content-range, 416 InvalidRange, 404 NoSuchKey (HEAD: no body)
 *   PutObject                 200 with an ETag; If-None-Match: * 412 PreconditionFailed, 409 ConditionalRequestConflict
 *                             in a race; x-amz-checksum-sha256 400 BadDigest
 *   DeleteObject              204, also of what is not there
 *   ListObjectsV2             prefix, start-after, max-keys up to 1000, IsTruncated
 *   errors                    <Error><Code>…, 403 SignatureDoesNotMatch, InvalidAccessKeyId, RequestTimeTooSkewed, 503 SlowDown
 */

export type S3Fault =
  /** An answer in place of the request. */
  | { kind: 'answer'; status: number; code: string }
  /** Done or not, the line breaks before the answer. */
  | { kind: 'reset'; done: boolean }
  /** Half the body, then the line breaks or falls silent. */
  | { kind: 'half'; after: 'reset' | 'silence' }
  | { kind: 'silence' }
  /** One bit of the body is another. */
  | { kind: 'flip' }

export type S3PeerOptions = {
  bucket?: string
  prefix?: string
  /** Whether conditional writes are known: not everywhere they are. */
  knowsConditions?: boolean
  /** Whether the key may list, without which S3 says 403 of what is not there. */
  mayList?: boolean
  now?: () => number
}

type Blob = { bytes: Uint8Array; modifiedAt: number }

const KEYS: Keyring = { keyId: 'VERSOPEER', secret: 'a/secret+of=the-peer', region: 'eu-central-1' }

const xmlError = (code: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message><RequestId>0A</RequestId></Error>`

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const pairsOf = (raw: readonly string[]) =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))

type Reply = { status: number; headers?: Record<string, string>; body?: string | Uint8Array }

const refuse = (status: number, code: string): Reply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: xmlError(code),
})

/** The service as it looks from here, and bad weather on demand: each fault meets one request. */
class Peer extends LoopbackPeer {
  readonly blobs = new Map<string, Blob>()
  readonly faults: S3Fault[] = []
  /** Method and key of what came, refused or not. */
  readonly heard: string[] = []
  private readonly options: Required<S3PeerOptions>

  constructor({
    bucket = 'verso',
    prefix = 'home/one',
    knowsConditions = true,
    mayList = true,
    now = Date.now,
  }: S3PeerOptions) {
    super()
    this.options = { bucket, prefix, knowsConditions, mayList, now }
  }

  get settings(): S3Settings {
    const { bucket, prefix } = this.options
    return { ...KEYS, endpoint: this.url, bucket, pathStyle: true, prefix: prefix && `${prefix}/` }
  }

  /** Connections that are still open. */
  connections(): Promise<number> {
    return new Promise((resolve) => this.server.getConnections((_error, count) => resolve(count)))
  }

  /** Makes a blob older. */
  age(key: string, ms: number): void {
    const found = this.blobs.get(this.settings.prefix + key)
    if (found) found.modifiedAt -= ms
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const { method = '', url: target = '/' } = request
    this.heard.push(`${method} ${target}`)
    const fault = this.faults.shift()
    if (fault?.kind === 'silence') return
    if (fault?.kind === 'reset' && !fault.done) return void request.socket.resetAndDestroy()
    if (fault?.kind === 'answer') return this.send(request, response, refuse(fault.status, fault.code))
    const asked = { method, target, headers: pairsOf(request.rawHeaders) }
    const refusal = checkSignature(asked, body, KEYS, this.options.now())
    const reply = refusal ? refuse(refusal.status, refusal.code) : this.reply(request, body)
    if (fault?.kind === 'reset') return void request.socket.resetAndDestroy()
    this.send(request, response, reply, fault)
  }

  private send(
    request: IncomingMessage,
    response: ServerResponse,
    { status, headers, body = '' }: Reply,
    fault?: S3Fault,
  ): void {
    const bytes = Buffer.from(body)
    const date = new Date(this.options.now()).toUTCString()
    const length = headers?.['content-length'] ?? String(bytes.length)
    response.sendDate = false
    response.writeHead(status, { ...headers, date, 'content-length': length })
    if (request.method === 'HEAD') return void response.end()
    if (fault?.kind === 'flip') bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    if (fault?.kind !== 'half') return void response.end(bytes)
    response.write(bytes.subarray(0, bytes.length >> 1), () => {
      if (fault.after === 'reset') setTimeout(() => request.socket.resetAndDestroy(), 20)
    })
  }

  private reply(request: IncomingMessage, body: Uint8Array): Reply {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://peer')
    const [, bucket, ...parts] = decodeURIComponent(pathname).split('/')
    if (bucket !== this.options.bucket) return refuse(404, 'NoSuchBucket')
    const name = parts.join('/')
    const { method } = request
    if (name === '') return this.options.mayList ? this.list(searchParams) : refuse(403, 'AccessDenied')
    if (method === 'PUT') return this.put(request, name, body)
    if (method === 'DELETE') {
      this.blobs.delete(name)
      return { status: 204 }
    }
    const found = this.blobs.get(name)
    if (!found) return this.options.mayList ? refuse(404, 'NoSuchKey') : refuse(403, 'AccessDenied')
    return this.get(request, found)
  }

  private put({ headers }: IncomingMessage, name: string, bytes: Uint8Array): Reply {
    const { 'if-none-match': condition, 'x-amz-checksum-sha256': checksum } = headers
    if (condition !== undefined && !this.options.knowsConditions) return refuse(501, 'NotImplemented')
    if (condition === '*' && this.blobs.has(name)) return refuse(412, 'PreconditionFailed')
    const hash = createHash('sha256').update(bytes).digest('base64')
    if (checksum !== undefined && checksum !== hash) return refuse(400, 'BadDigest')
    this.blobs.set(name, { bytes, modifiedAt: this.options.now() })
    return { status: 200, headers: { etag: etagOf(bytes) } }
  }

  private get({ headers, method }: IncomingMessage, { bytes, modifiedAt }: Blob): Reply {
    const common = {
      etag: etagOf(bytes),
      'accept-ranges': 'bytes',
      'last-modified': new Date(modifiedAt).toUTCString(),
      'content-type': 'application/octet-stream',
    }
    if (method === 'HEAD')
      return { status: 200, headers: { ...common, 'content-length': String(bytes.length) } }
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
    if (from === undefined) return { status: 200, headers: common, body: bytes }
    const [start, end] = [Number(from), Math.min(bytes.length - 1, to ? Number(to) : bytes.length)]
    if (start >= bytes.length) return refuse(416, 'InvalidRange')
    return {
      status: 206,
      headers: { ...common, 'content-range': `bytes ${start}-${end}/${bytes.length}` },
      body: bytes.subarray(start, end + 1),
    }
  }

  private list(query: URLSearchParams): Reply {
    if (query.get('list-type') !== '2') return refuse(501, 'NotImplemented')
    const [prefix, after] = [query.get('prefix') ?? '', query.get('start-after') ?? '']
    const most = Math.min(1000, Number(query.get('max-keys') ?? 1000))
    const all = [...this.blobs.keys()].filter((name) => name.startsWith(prefix) && name > after).toSorted()
    const contents = all.slice(0, most).map((name) => {
      const { bytes, modifiedAt } = this.blobs.get(name) ?? { bytes: new Uint8Array(), modifiedAt: 0 }
      return `<Contents><Key>${name}</Key><LastModified>${new Date(modifiedAt).toISOString()}</LastModified><ETag>&quot;${etagOf(bytes).slice(1, -1)}&quot;</ETag><Size>${bytes.length}</Size></Contents>`
    })
    const head = `<Name>${this.options.bucket}</Name><Prefix>${prefix}</Prefix><KeyCount>${contents.length}</KeyCount><IsTruncated>${all.length > most}</IsTruncated>`
    return {
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult>${head}${contents.join('')}</ListBucketResult>`,
    }
  }
}

const etagOf = (bytes: Uint8Array) => `"${createHash('md5').update(bytes).digest('hex')}"`

export async function s3Peer(options: S3PeerOptions = {}): Promise<Peer> {
  const peer = new Peer(options)
  await peer.start()
  return peer
}

export type S3Peer = Peer
