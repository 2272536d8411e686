import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { drawPng } from '#lib/generation/artist/draw.ts'

/** What the next request, or its picture, is to suffer. */
export type HordeFault =
  /** Refused at the door: nothing is taken. */
  | 'too-fast'
  | 'too-many-prompts'
  | 'timeout-ip'
  | 'maintenance'
  | 'kudos-upfront'
  | 'corrupt-prompt'
  | 'bad-key'
  | 'broken-before'
  /** The request is taken and the answer never comes, or the connection breaks. */
  | 'lost'
  | 'broken-after'
  /** The request ends badly. */
  | 'impossible'
  | 'faulted'
  | 'censored'
  | 'stalls'
  | 'expires'
  | 'other-model'
  /** Its picture is not what it should be. */
  | 'picture-gone'
  | 'picture-html'
  | 'picture-private'

type Refusal = readonly [status: number, body: { message: string; rc?: string }]

const NO_KEY: Refusal = [401, { message: 'No user matching sent API Key.', rc: 'InvalidAPIKey' }]

/** In the network's own words and codes. */
const REFUSALS: Partial<Record<HordeFault, Refusal>> = {
  'too-fast': [429, { message: '2 per 1 second' }],
  'too-many-prompts': [
    429,
    {
      message:
        'Parallel requests (31) exceeded user limit (30). Please try again later or request to increase your concurrency.',
      rc: 'TooManyPrompts',
    },
  ],
  'timeout-ip': [
    403,
    {
      message:
        'Due to abuse prevention, your IP address has been put into timeout for 40 more seconds. Please try again later, or contact us on discord if you think this was an error.',
      rc: 'TimeoutIP',
    },
  ],
  maintenance: [
    400,
    { message: 'Horde has entered maintenance mode. Please try again later.', rc: 'MaintenanceMode' },
  ],
  'kudos-upfront': [
    403,
    {
      message:
        'Due to heavy demand, for requests over 576x576 or over 50 steps, the client needs to already have the required kudos. This request requires 13.2 kudos to fulfil.',
      rc: 'KudosUpfront',
    },
  ],
  'corrupt-prompt': [
    400,
    {
      message:
        'This prompt appears to violate our terms of service and will be reported. Please contact us if you think this is an error.',
      rc: 'CorruptPrompt',
    },
  ],
  'bad-key': NO_KEY,
  'broken-before': [502, { message: 'Bad gateway' }],
}

type Params = { width: number; height: number; seed: string; steps: number; n?: number }
type Asked = {
  prompt: string
  params: Params
  models: string[]
  nsfw: boolean
  censor_nsfw: boolean
  replacement_filter: boolean
  allow_downgrade: boolean
  shared: boolean
  r2: boolean
}
type Made = { id: string; asked: Asked; createdAt: number; fault: HordeFault | null; cancelled: boolean }

export type HordePeerOptions = {
  apiKey?: string
  /** Until a request is done. */
  latencyMs?: number
  port?: number
  /** The network's clock in milliseconds. */
  now?: () => number
}

/** How often a finished request may be asked for in a minute. */
const STATUS_A_MINUTE = 10
/** A request that nobody takes is dropped after this time. */
const EXPIRES_MS = 1_200_000

const send = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const NOT_FOUND: Refusal = [404, { message: 'Image Request not found.', rc: 'RequestNotFound' }]

/**
 * Volunteers' models in the shape of GET status/models, and what GET find_user says of a key, or of none: the
 * server's own source, horde/apis/v2/base.py and horde/exceptions.py (read 2026-11-29).
 */
const MODELS = [
  { name: 'stable_diffusion', count: 12, performance: 61.2, queued: 288.5, jobs: 4, eta: 5, type: 'image' },
  { name: 'SDXL 1.0', count: 0, performance: 0, queued: 52.1, jobs: 2, eta: 10_000, type: 'image' },
]
const ANONYMOUS = '0000000000'

function userAnswer(key: string, own: string): readonly [number, object] {
  if (!key) return NO_KEY
  if (key !== own) return [404, { message: `User with api_key '${key}' not found.`, rc: 'UserNotFound' }]
  const username = key === ANONYMOUS ? 'Anonymous#0' : 'Somebody#4711'
  return [200, { username, id: key === ANONYMOUS ? 0 : 4711, kudos: -50, concurrency: 30, trusted: false }]
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** What the network refuses of anybody, in its order. */
function refusalOf({ prompt, params, models }: Asked): Refusal | null {
  if (!prompt) return [400, { message: 'You cannot specify an empty prompt.', rc: 'MissingPrompt' }]
  if (params.width % 64 !== 0 || params.height % 64 !== 0)
    return [
      400,
      { message: 'Invalid size. The image dimensions have to be multiples of 64.', rc: 'InvalidSize' },
    ]
  const most = models.includes('SDXL 1.0') ? 1024 : 576
  const tooMuch = params.width * params.height > most * most || params.steps > 50
  return tooMuch ? (REFUSALS['kudos-upfront'] ?? null) : null
}

function isDone({ fault, createdAt }: Made, latencyMs: number, now: number): boolean {
  const waits = fault === 'stalls' || fault === 'impossible' || fault === 'expires'
  return !waits && fault !== 'faulted' && now - createdAt >= latencyMs
}

/** How a request stands, in the network's shape: three before it at first, then a volunteer takes it. */
function checkOf(made: Made, latencyMs: number, now: number) {
  const done = isDone(made, latencyMs, now)
  const age = now - made.createdAt
  const taken = !done && made.fault !== 'impossible' && made.fault !== 'expires' && age >= latencyMs / 2
  const left = Math.max(0, Math.ceil((latencyMs - age) / 1000))
  return {
    finished: done ? 1 : 0,
    processing: taken ? 1 : 0,
    restarted: 0,
    waiting: done || taken ? 0 : 1,
    done,
    faulted: made.fault === 'faulted',
    wait_time: done ? 0 : left,
    queue_position: done || taken ? 0 : 3,
    kudos: 8.14,
    is_possible: made.fault !== 'impossible',
  }
}

/** The network as it looks from here: its paths, its shapes, its limits, and faults on demand. */
class HordePeer {
  readonly made: Made[] = []
  readonly faults: HordeFault[] = []
  /** How often a picture was asked for, taken or not. */
  creates = 0
  /** What was asked, in its order: method and kind. */
  readonly heard: string[] = []
  /** Who asked, by the header that the network wants. */
  lastAgent = ''
  latencyMs: number
  private readonly statusAsked = new Map<string, number[]>()
  private readonly server: Server
  private readonly apiKey: string
  private readonly now: () => number
  private port: number

  constructor({ apiKey = ANONYMOUS, latencyMs = 0, port = 0, now = Date.now }: HordePeerOptions) {
    this.port = port
    this.apiKey = apiKey
    this.latencyMs = latencyMs
    this.now = now
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => send(response, 500, { message: 'Internal Server Error' }))
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get settings() {
    return {
      apiKey: this.apiKey,
      baseUrl: `${this.origin}/api/v2`,
      model: 'stable_diffusion' as const,
      clientAgent: 'verso:0.1.0:tests',
    }
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve))
    this.port = (this.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin)
    if (pathname === '/api/v2/find_user')
      return send(response, ...userAnswer(String(request.headers.apikey ?? ''), this.apiKey))
    if (pathname === '/api/v2/status/models') return send(response, 200, MODELS)
    const [kind = '', id = ''] =
      /^\/(?:api\/v2\/generate\/)?(\w+)(?:\/([\w-]+))?/.exec(pathname)?.slice(1) ?? []
    this.heard.push(`${request.method} ${kind}`)
    if (kind === 'picture') return this.picture(id, response)
    if (kind === 'async' && request.method === 'POST') return this.take(request, response)
    const made = this.made.find((one) => one.id === id)
    const expired = made?.fault === 'expires' && this.now() - made.createdAt > EXPIRES_MS
    if (!made || made.cancelled || expired) return send(response, ...NOT_FOUND)
    if (kind === 'check') return send(response, 200, checkOf(made, this.latencyMs, this.now()))
    if (kind !== 'status') return send(response, 404, { message: 'Not found' })
    if (request.method === 'DELETE') made.cancelled = true
    else if (this.askedTooOften(id)) return send(response, 429, { message: '10 per 1 minute' })
    send(response, 200, this.statusOf(made))
  }

  private askedTooOften(id: string): boolean {
    const asked = (this.statusAsked.get(id) ?? []).filter((at) => at > this.now() - 60_000)
    this.statusAsked.set(id, [...asked, this.now()])
    return asked.length >= STATUS_A_MINUTE
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.creates += 1
    this.lastAgent = String(request.headers['client-agent'] ?? '')
    const asked = await bodyOf(request)
    const fault = this.faults.shift() ?? null
    const wrongKey = request.headers.apikey !== this.apiKey ? REFUSALS['bad-key'] : null
    const refusal = wrongKey ?? (fault && REFUSALS[fault]) ?? refusalOf(asked)
    if (refusal) return send(response, ...refusal)
    const made = { id: randomUUID(), asked, createdAt: this.now(), fault, cancelled: false }
    this.made.push(made)
    if (fault === 'lost') return void response.destroy()
    if (fault === 'broken-after') return send(response, 502, '<html>Bad gateway</html>')
    send(response, 202, { id: made.id, kudos: 8.14 })
  }

  private statusOf(made: Made) {
    const { asked, fault } = made
    const generation = {
      img: fault === 'picture-private' ? 'https://10.0.0.7/a.webp' : `${this.origin}/picture/${made.id}`,
      seed: asked.params.seed,
      id: randomUUID(),
      censored: fault === 'censored',
      gen_metadata: fault === 'censored' ? [{ type: 'censorship', value: 'nsfw' }] : [],
      worker_id: 'b8a3d6f0-5d1c-4c52-8f0e-6a7f4f3f2c11',
      worker_name: 'A kind stranger',
      model: fault === 'other-model' ? 'Something Else' : asked.models[0],
      state: fault === 'censored' ? 'censored' : 'ok',
    }
    const check = checkOf(made, this.latencyMs, this.now())
    return { ...check, generations: check.done ? [generation] : [], shared: false }
  }

  private async picture(id: string, response: ServerResponse): Promise<void> {
    const made = this.made.find((one) => one.id === id)
    if (!made || made.fault === 'picture-gone') return send(response, 404, { message: 'gone' })
    if (made.fault === 'picture-html')
      return void response.writeHead(200, { 'content-type': 'image/webp' }).end('<!doctype html>')
    const { width, height, seed } = made.asked.params
    const { png } = drawPng({ prompt: made.asked.prompt, seed: Number(seed), width: 1024, height: 1024 })
    // A volunteer's picture fills its frame, and comes as WebP.
    const webp = await sharp(png).resize(width, height, { fit: 'cover' }).webp({ quality: 95 }).toBuffer()
    response.writeHead(200, { 'content-type': 'image/webp', 'content-length': String(webp.length) }).end(webp)
  }
}

export type { HordePeer }

/** Starts the peer on the loopback. */
export async function startHordePeer(options: HordePeerOptions = {}): Promise<HordePeer> {
  const peer = new HordePeer(options)
  await peer.start()
  return peer
}
