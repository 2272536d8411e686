import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { signDelivery } from '#lib/generation/webhook-signature.ts'

/** What the next prediction, or the next answer, is to suffer. */
export type Fault =
  /** Refused at the door: nothing is made. */
  | 'rate-limited'
  | 'no-credit'
  | 'invalid-input'
  | 'bad-token'
  /** The server fails before, or after, it has made the prediction. */
  | 'broken-before'
  | 'broken-after'
  /** The prediction is made and the answer never comes, or the connection breaks. */
  | 'hangs'
  | 'lost'
  /** The prediction ends badly. */
  | 'nsfw'
  | 'crashes'
  | 'stalls'
  /** Its output is not what it should be. */
  | 'output-gone'
  | 'output-html'
  | 'output-huge'
  | 'output-cut'
  | 'output-private'
  | 'output-redirects'
  | 'no-output'

const REFUSALS = {
  'rate-limited': [429, { detail: 'Request was throttled. Your rate limit resets in ~7s.', status: 429 }],
  'no-credit': [
    402,
    {
      title: 'Insufficient credit',
      detail: 'You have insufficient credit to run this model. Go to billing to purchase credit.',
      status: 402,
    },
  ],
  'invalid-input': [
    422,
    {
      title: 'Input validation failed',
      detail: '- input.aspect_ratio: aspect_ratio must be one of the following: "1:1", "16:9"\n',
      status: 422,
      invalid_fields: [
        { type: 'enum', field: 'input.aspect_ratio', description: 'must be one of the following' },
      ],
    },
  ],
  'bad-token': [
    401,
    { title: 'Unauthenticated', detail: 'You did not pass a valid authentication token', status: 401 },
  ],
  'broken-before': [500, { detail: 'Internal server error', status: 500 }],
} as const satisfies Partial<Record<Fault, readonly [number, object]>>

type Made = {
  id: string
  model: string
  version: string
  input: Record<string, unknown>
  webhook: string | null
  createdAt: number
  fault: Fault | null
  cancelled: boolean
}

export type PeerOptions = {
  token?: string
  /** Until a prediction is done. */
  latencyMs?: number
  pageSize?: number
  /** Whether a list shows what each prediction was asked for. */
  listsInput?: boolean
  port?: number
  /** The vendor's clock in milliseconds. */
  now?: () => number
  /** Of the pictures, in pixels. As large as in earnest: a smaller one would not pass the usual gate of size. */
  side?: number
}

const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const newId = () => Array.from(randomBytes(26), (byte) => ID_LETTERS[byte % 32]).join('')

/** replicate.com/docs/reference/http, account.get (read 2026-11-29). */
const ACCOUNT = { type: 'organization', username: 'verso', name: 'Verso', github_url: null }

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

function statusOf(made: Made, latencyMs: number, now: number): string {
  if (made.cancelled) return 'canceled'
  const age = now - made.createdAt
  if (made.fault === 'stalls' || age < latencyMs) return age < latencyMs / 2 ? 'starting' : 'processing'
  return made.fault === 'nsfw' || made.fault === 'crashes' ? 'failed' : 'succeeded'
}

const ERRORS: Partial<Record<Fault, string>> = {
  nsfw: 'NSFW content detected. Try running it again, or try a different prompt.',
  crashes: 'Prediction interrupted; please retry (code: PA)',
}

function outputOf(made: Made, origin: string): string[] {
  const plain = `${origin}/output/${made.id}/out-0.png`
  if (made.fault === 'output-private') return [`https://10.0.0.7/output/${made.id}.png`]
  return made.fault === 'no-output' ? [] : [plain]
}

/** A prediction in the vendor's shape. */
function shown(made: Made, origin: string, latencyMs: number, now: number) {
  const status = statusOf(made, latencyMs, now)
  const done = status === 'succeeded' || status === 'failed'
  const time = (at: number) => new Date(at).toISOString()
  return {
    id: made.id,
    model: made.model,
    version: made.version,
    input: made.input,
    logs: done ? `Using seed: ${made.input.seed}\n` : '',
    output: status === 'succeeded' ? outputOf(made, origin) : null,
    data_removed: false,
    error: status === 'failed' && made.fault ? (ERRORS[made.fault] ?? 'failed') : null,
    source: 'api',
    status,
    created_at: time(made.createdAt),
    ...(status !== 'starting' && { started_at: time(made.createdAt + latencyMs / 2) }),
    ...(done && {
      completed_at: time(made.createdAt + latencyMs),
      metrics: { predict_time: latencyMs / 2000 },
    }),
    urls: {
      cancel: `${origin}/v1/predictions/${made.id}/cancel`,
      get: `${origin}/v1/predictions/${made.id}`,
      web: `https://replicate.com/p/${made.id}`,
    },
  }
}

function sendPicture(made: Made, response: ServerResponse, side: number, padding = 0): void {
  const { prompt, seed } = made.input
  const { png } = drawPng({ prompt: String(prompt), seed: Number(seed), width: side, height: side })
  const length = png.length + padding
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(length) }).write(png)
  response.end(Buffer.alloc(padding))
}

function sendOutput(made: Made, response: ServerResponse, side: number): void {
  switch (made.fault) {
    case 'output-gone':
      send(response, 404, { detail: 'not found' })
      break
    case 'output-redirects':
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
      break
    case 'output-html':
      response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html><script>alert(1)</script>')
      break
    case 'output-huge':
      sendPicture(made, response, side, 33 << 20)
      break
    case 'output-cut':
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '20000' })
      response.write(Buffer.alloc(10_000), () => response.destroy())
      break
    default:
      sendPicture(made, response, side)
  }
}

/** The vendor as it looks from here: its paths, its shapes, its signed webhooks, and faults on demand. */
class Peer {
  readonly made: Made[] = []
  readonly faults: Fault[] = []
  readonly webhookSecret = `whsec_${randomBytes(24).toString('base64')}`
  /** How often a prediction was asked for, accepted or not. */
  creates = 0
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly options: Required<PeerOptions>
  private readonly server: Server
  private port = 0

  constructor({
    token = 'r8_test',
    latencyMs = 0,
    pageSize = 100,
    listsInput = true,
    port = 0,
    now = Date.now,
    side = 1024,
  }: PeerOptions) {
    this.options = { token, latencyMs, pageSize, listsInput, port, now, side }
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => send(response, 500, { detail: 'Internal server error' }))
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get settings() {
    return {
      token: this.options.token,
      baseUrl: `${this.origin}/v1`,
      model: 'black-forest-labs/flux-schnell',
    }
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.options.port, '127.0.0.1', resolve))
    this.port = (this.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer)
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** A report on a prediction with the headers it is sent with. */
  delivery(made: Made, { id = `msg_${randomUUID()}`, at = Math.floor(this.options.now() / 1000) } = {}) {
    const body = JSON.stringify(this.view(made))
    const timestamp = String(at)
    const signature = signDelivery({ id, timestamp, body }, this.webhookSecret)
    return {
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      },
    }
  }

  private view(made: Made) {
    return shown(made, this.origin, this.options.latencyMs, this.options.now())
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin)
    const output = /^\/output\/([^/]+)\//.exec(pathname)
    if (output) {
      const made = this.made.find(({ id }) => id === output[1])
      return made
        ? sendOutput(made, response, this.options.side)
        : send(response, 404, { detail: 'not found' })
    }
    if (request.headers.authorization !== `Bearer ${this.options.token}`)
      return send(response, ...REFUSALS['bad-token'])
    if (request.method === 'POST') return this.post(pathname, request, response)
    if (pathname === '/v1/webhooks/default/secret') return send(response, 200, { key: this.webhookSecret })
    if (pathname === '/v1/predictions') return this.list(Number(searchParams.get('cursor') ?? 0), response)
    if (pathname === '/v1/account') return send(response, 200, ACCOUNT)
    const model = /^\/v1\/models\/([^/]+)\/([^/]+)$/.exec(pathname)
    if (model?.[1] === 'black-forest-labs')
      return send(response, 200, { owner: model[1], name: model[2], visibility: 'public' })
    const one = this.made.find(({ id }) => pathname === `/v1/predictions/${id}`)
    return one
      ? send(response, 200, this.view(one))
      : send(response, 404, { detail: 'not found', status: 404 })
  }

  private list(from: number, response: ServerResponse): void {
    const newest = this.made.toReversed()
    const to = from + this.options.pageSize
    const next = to < newest.length ? `${this.origin}/v1/predictions?cursor=${to}` : null
    const results = newest.slice(from, to).map((made) => {
      const { input, ...summary } = this.view(made)
      return this.options.listsInput ? { input, ...summary } : summary
    })
    send(response, 200, { previous: null, next, results })
  }

  private async post(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cancelled = this.made.find(({ id }) => pathname === `/v1/predictions/${id}/cancel`)
    if (cancelled) {
      cancelled.cancelled = true
      return send(response, 200, this.view(cancelled))
    }
    if (pathname === '/v1/account') return send(response, 200, ACCOUNT)
    const model = /^\/v1\/models\/([^/]+\/[^/]+)\/predictions$/.exec(pathname)?.[1]
    if (!model && pathname !== '/v1/predictions')
      return send(response, 404, { detail: 'not found', status: 404 })
    this.creates += 1
    const fault = this.faults.shift() ?? null
    if (fault && fault in REFUSALS) {
      const [status, body] = REFUSALS[fault as keyof typeof REFUSALS]
      return send(response, status, body, fault === 'rate-limited' ? { 'retry-after': '7' } : {})
    }
    const made = this.make(await bodyOf(request), model ?? null, fault)
    if (fault === 'hangs') return
    if (fault === 'lost') return void response.destroy()
    if (fault === 'broken-after') return send(response, 502, '<html>Bad gateway</html>')
    send(response, 201, this.view(made))
  }

  private make(body: Record<string, unknown>, model: string | null, fault: Fault | null): Made {
    const made: Made = {
      id: newId(),
      model: model ?? 'somebody/something',
      version: typeof body.version === 'string' ? body.version : 'hidden',
      input: body.input as Record<string, unknown>,
      webhook: typeof body.webhook === 'string' ? body.webhook : null,
      createdAt: this.options.now(),
      fault,
      cancelled: false,
    }
    this.made.push(made)
    if (made.webhook) this.report(made, made.webhook)
    return made
  }

  private report(made: Made, url: string): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      const { body, headers } = this.delivery(made)
      fetch(url, { method: 'POST', body, headers }).catch(() => {})
    }, this.options.latencyMs + 5)
    this.timers.add(timer)
  }
}

export type ReplicatePeer = Peer

/** Starts the peer on the loopback. */
export async function startReplicatePeer(options: PeerOptions = {}): Promise<ReplicatePeer> {
  const peer = new Peer(options)
  await peer.start()
  return peer
}
