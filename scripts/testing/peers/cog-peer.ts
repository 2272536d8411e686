import type { IncomingMessage, ServerResponse } from 'node:http'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { LoopbackPeer } from './loopback-peer.ts'

/*
 * The container's server as its own documentation and source describe it; read 2026-11-29:
 * replicate/cog docs/http.md, docs/explanation/prediction-lifecycle.md, crates/coglet/src/{transport/http/routes,supervisor,input_validation}.rs.
 *
 * PUT /predictions/{id} {input} → 200 {id, output, logs, status: "succeeded", metrics: {predict_time}} when it has ended
 *   · "failed" with `error`, and "canceled", are 200 too: failure is data
 *   · the same id while that one runs → 202 {id, status: "processing", input, logs}; after it has ended a new run
 *   · `Prefer: respond-async` → 202 {id, status: "starting"}, and how it ended by webhook alone
 *   · a connection that breaks cancels its run (older servers, in Python, run on)
 *   · every slot taken → 409 {error: "At capacity - all prediction slots busy", status: "failed"}
 *   · model not loaded → 503 {error: "Predictor not ready", status: "failed"}
 *   · an input that the model has not, or lacks → 422 {detail: [{loc: ["body", "input", name], msg, type}]}
 * POST /predictions/{id}/cancel → 200 {} or 404 {}
 * GET /health-check → 200 {status: STARTING | READY | BUSY | SETUP_FAILED | DEFUNCT | UNHEALTHY, setup, version}
 * GET /openapi.json → the model's inputs as components.schemas.Input
 * There is no GET of a prediction. 401, 402, 404, 429, 502, 504 and 524 come from a proxy or gateway before it.
 */

/** What the next prediction, or its picture, is to suffer. */
export type CogFault =
  /** Refused at the door: nothing runs. */
  | 'bad-token'
  | 'no-credit'
  | 'rate-limited'
  | 'busy'
  | 'starting'
  | 'moved'
  | 'invalid-input'
  | 'broken-before'
  /** The connection breaks, or hangs, while it runs; where the server is old, it runs on. */
  | 'lost'
  | 'hangs'
  | 'lost-and-runs-on'
  /** A gateway before it gives up, which breaks the connection too. */
  | 'gateway-gives-up'
  /** It has ended, and the answer does not come through. */
  | 'lost-at-end'
  | 'broken-after'
  /** It ends badly. */
  | 'crashes'
  | 'out-of-memory'
  | 'nsfw'
  | 'canceled'
  /** Its picture is not what it should be. */
  | 'no-output'
  | 'output-html'
  | 'output-huge'
  | 'output-cut'
  | 'output-gone'
  | 'output-private'
  | 'output-redirects'

type Refusal = readonly [status: number, body: unknown, headers?: Record<string, string>]

const wrong = (name: string, msg: string): Refusal => [
  422,
  { detail: [{ loc: ['body', 'input', name], msg, type: 'value_error' }] },
]

const REFUSALS: Partial<Record<CogFault, Refusal>> = {
  'bad-token': [401, '<html>401 Authorization Required</html>'],
  'no-credit': [402, { error: 'The account of this container has no credit.' }],
  'rate-limited': [429, { detail: 'Too many requests' }, { 'retry-after': '7' }],
  busy: [409, { error: 'At capacity - all prediction slots busy', status: 'failed' }],
  starting: [503, { error: 'Predictor not ready', status: 'failed' }],
  moved: [404, '<html>404 Not Found</html>'],
  'invalid-input': wrong('prompt', 'Field required'),
  'broken-before': [500, 'Internal Server Error'],
}

const ENDS: Partial<Record<CogFault, object>> = {
  crashes: { status: 'failed', error: 'Expected all tensors to be on the same device' },
  'out-of-memory': { status: 'failed', error: 'CUDA out of memory. Tried to allocate 2.00 GiB' },
  nsfw: { status: 'failed', error: 'NSFW content detected in all outputs. Try a different prompt.' },
  canceled: { status: 'canceled' },
}

/** How long a run goes on whose connection broke, at a server that does not cancel it. */
const RUNS_ON_MS = 20_000

export type CogPeerOptions = {
  token?: string
  health?: string
  /** Names of the model's inputs. */
  inputs?: string[]
  /** Files are put here, and their addresses are given, instead of `data:`. */
  uploads?: boolean
  /** Of the pictures, in pixels. */
  side?: number
  now?: () => number
}

type Input = Record<string, unknown>

const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => {
  const isText = typeof body === 'string'
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers })
  response.end(isText ? body : JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<{ input?: Input }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const FLUX_INPUTS = ['prompt', 'seed', 'aspect_ratio', 'num_outputs', 'output_format']

const inBase64 = (mime: string, bytes: Uint8Array) =>
  `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`

/** The container as it looks from here: one slot, no queue, no memory, and faults on demand. */
class CogPeer extends LoopbackPeer {
  /** Pictures that were finished. */
  readonly made: { id: string; input: Input; fault: CogFault | null }[] = []
  readonly faults: CogFault[] = []
  /** How often a prediction was asked for, run or not. */
  creates = 0
  /** Runs that were cancelled because their connection broke. */
  readonly cancelled: string[] = []
  lastAuthorization: string | undefined
  lastPrefer: string | undefined
  private running: { id: string; until: number } | null = null
  private readonly options: Required<Omit<CogPeerOptions, 'token'>> & { token: string | null }

  constructor({
    token,
    health = 'READY',
    inputs = FLUX_INPUTS,
    uploads = false,
    side = 1024,
    now = Date.now,
  }: CogPeerOptions) {
    super()
    this.options = { token: token ?? null, health, inputs, uploads, side, now }
  }

  get origin(): string {
    return this.url
  }

  get settings() {
    const { token } = this.options
    const model = 'black-forest-labs/flux-schnell'
    return { id: 'cog-home', baseUrl: this.origin, model, ...(token !== null && { token }) }
  }

  protected answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.reply(request, response).catch(() => send(response, 500, 'Internal Server Error'))
  }

  private async reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin)
    this.lastAuthorization = request.headers.authorization
    const { token, health, inputs } = this.options
    if (token !== null && request.headers.authorization !== `Bearer ${token}`)
      return send(response, ...(REFUSALS['bad-token'] as Refusal))
    if (pathname === '/health-check')
      return send(response, 200, { status: health, version: { coglet: '0.23.1', cog: '0.23.1' } })
    if (pathname === '/openapi.json') {
      const properties = Object.fromEntries(inputs.map((name) => [name, { title: name }]))
      const schemas = { Input: { type: 'object', properties, required: ['prompt'] } }
      return send(response, 200, { openapi: '3.0.2', info: { title: 'Cog' }, components: { schemas } })
    }
    const file = /^\/files\/(.+)\.png$/.exec(pathname)?.[1]
    if (file) return this.file(file, response)
    const id = /^\/predictions\/([^/]+)$/.exec(pathname)?.[1]
    if (!id || request.method !== 'PUT') return send(response, 405, { detail: 'Method Not Allowed' })
    const { prefer } = request.headers
    this.lastPrefer = typeof prefer === 'string' ? prefer : undefined
    this.put(id, (await bodyOf(request)).input ?? {}, response)
  }

  private refusalOf(id: string, input: Input, fault: CogFault | null): Refusal | null {
    const refused = fault && REFUSALS[fault]
    if (refused) return refused
    const { inputs, now } = this.options
    if (this.running && now() >= this.running.until) this.finish(this.running.id, {}, 'lost-and-runs-on')
    const extra = Object.keys(input).find((name) => !inputs.includes(name))
    if (extra) return wrong(extra, `Unexpected field '${extra}'`)
    if (this.running?.id === id) return [202, { id, status: 'processing', input, logs: '' }]
    return this.running ? (REFUSALS.busy ?? null) : null
  }

  private put(id: string, input: Input, response: ServerResponse): void {
    this.creates += 1
    const fault = this.faults.shift() ?? null
    const refusal = this.refusalOf(id, input, fault)
    if (refusal) return send(response, ...refusal)
    this.running = { id, until: Number.POSITIVE_INFINITY }
    switch (fault) {
      case 'hangs':
        return void response.on('close', () => this.cancel(id))
      case 'lost':
        response.on('close', () => this.cancel(id))
        return void response.destroy()
      case 'gateway-gives-up':
        this.cancel(id)
        return send(response, 504, '<html>504 Gateway Time-out</html>')
      case 'lost-and-runs-on':
        this.running.until = this.options.now() + RUNS_ON_MS
        return void response.destroy()
    }
    this.running = null
    if (fault && ENDS[fault]) return send(response, 200, { id, logs: '', ...ENDS[fault] })
    this.finish(id, input, fault)
    if (fault === 'lost-at-end') return void response.destroy()
    if (fault === 'broken-after') return send(response, 502, '<html>502 Bad Gateway</html>')
    const output = this.outputOf(id, input, fault)
    send(response, 200, { id, output, logs: '', status: 'succeeded', metrics: { predict_time: 1.25 } })
  }

  private cancel(id: string): void {
    this.running = null
    this.cancelled.push(id)
  }

  private finish(id: string, input: Input, fault: CogFault | null): void {
    this.running = null
    this.made.push({ id, input, fault })
  }

  private outputOf(id: string, input: Input, fault: CogFault | null): string[] {
    switch (fault) {
      case 'no-output':
        return []
      case 'output-html':
        return [inBase64('text/html', Buffer.from('<!doctype html>'))]
      case 'output-huge':
        return [inBase64('image/png', Buffer.alloc(33 << 20))]
      case 'output-private':
        return ['https://10.0.0.7/out.png']
      case 'output-cut':
      case 'output-gone':
      case 'output-redirects':
        return [`${this.origin}/files/${id}.png`]
    }
    if (this.options.uploads) return [`${this.origin}/files/${id}.png`]
    return [inBase64('image/png', this.draw(input))]
  }

  private draw({ prompt, seed }: Input): Uint8Array {
    const { side } = this.options
    return drawPng({ prompt: String(prompt), seed: Number(seed), width: side, height: side }).png
  }

  private file(id: string, response: ServerResponse): void {
    const made = this.made.findLast((one) => one.id === id)
    switch (made?.fault) {
      case 'output-gone':
        return send(response, 404, { detail: 'Not Found' })
      case 'output-redirects':
        return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
      case 'output-cut':
        response.writeHead(200, { 'content-type': 'image/png', 'content-length': '20000' })
        return void response.write(Buffer.alloc(10_000), () => response.destroy())
    }
    response.writeHead(200, { 'content-type': 'image/png' }).end(this.draw(made?.input ?? {}))
  }
}

export type { CogPeer }

/** Starts the peer on the loopback. */
export async function startCogPeer(options: CogPeerOptions = {}): Promise<CogPeer> {
  const peer = new CogPeer(options)
  await peer.start()
  return peer
}
