import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { type ComfyFault, ComfyQueue, type Made } from './comfyui-queue.ts'
import { commissionOf, errorOf, type Graph, withText } from './comfyui-workflow.ts'
import { LoopbackPeer } from './loopback-peer.ts'

/*
 * The server as its own source and documentation describe it; read 2026-11-29:
 * server.py, execution.py and comfy_execution/jobs.py of Comfy-Org/ComfyUI, docs.comfy.org/development/comfyui-server/comms_routes.
 *
 * POST /prompt {prompt, prompt_id?, client_id?} → 200 {prompt_id, number, node_errors: {}}
 *   · the same prompt_id again is queued again: nothing looks for it
 *   · prompt_id that is no lowercase UUID → 400 {error: {type: "invalid_prompt_id", …}, node_errors: {}}
 *   · a value that is not there → 400 {error: {type: "prompt_outputs_failed_validation", …}, node_errors: {"1": {errors: […]}}}
 *   · versions before mid 2025 take no prompt_id and answer with one of their own
 * GET /queue → {queue_running: [[number, prompt_id, prompt, extra_data, outputs]], queue_pending: […]}, a heap, not sorted
 * GET /history/{prompt_id} → {} or {[prompt_id]: {prompt, outputs: {"7": {images: [{filename, subfolder, type}]}},
 *   status: {status_str: "success" | "error", completed, messages: [[event, {…, timestamp}]]}, meta}}
 * GET /history → all of them
 * GET /view?filename&subfolder&type&channel → the file, its workflow in its text chunks; `channel=rgb` → pixels alone
 * POST /queue {delete: [prompt_id]}, POST /interrupt {prompt_id?}, POST /history {delete: […]} → 200, empty
 * GET /system_stats, GET /object_info/{node}
 * 401, 402, 404, 429, 502 and 503 come from a proxy or gateway before it.
 */

type Asked = { prompt: Graph; prompt_id?: string; client_id?: string }

type Refusal = readonly [status: number, body: unknown, headers?: Record<string, string>]

/** Of what stands before the server, or of the server itself when it breaks. */
const REFUSALS: Partial<Record<ComfyFault, Refusal>> = {
  'bad-token': [401, '<html>401 Authorization Required</html>'],
  'no-credit': [402, { detail: 'The account of this container has no credit.' }],
  'rate-limited': [429, { detail: 'Too many requests' }, { 'retry-after': '7' }],
  'slow-down': [429, '<html>429 Too Many Requests</html>'],
  'no-instance': [503, '<html>503 Service Temporarily Unavailable</html>'],
  moved: [404, '<html>404 Not Found</html>'],
  'broken-before': [500, '500 Internal Server Error\n\nServer got itself in trouble'],
}

export type ComfyPeerOptions = {
  token?: string
  /** Until a workflow has run; one runs at a time. */
  latencyMs?: number
  checkpoints?: string[]
  loras?: string[]
  /** Takes no id of ours, as versions before mid 2025. */
  mintsIds?: boolean
  /** Of the pictures, in pixels; as the workflow says where it is not given. */
  side?: number
  now?: () => number
}

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

async function bodyOf<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return JSON.parse(text === '' ? '{}' : text)
}

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const whole = (
  error: { type: string; message: string; details: string },
  node_errors: object = {},
): Refusal => [400, { error: { ...error, extra_info: {} }, node_errors }]

/** The server as it looks from here: one queue, one run at a time, a history, and faults on demand. */
class ComfyPeer extends LoopbackPeer {
  /** Everything that was queued. */
  readonly made: Made[] = []
  readonly faults: ComfyFault[] = []
  /** How often a workflow was sent, queued or not. */
  creates = 0
  lastAuthorization: string | undefined
  readonly queue: ComfyQueue
  /** Questions that another server behind the same address will answer. */
  private elsewhere = 0
  private readonly options: Required<Pick<ComfyPeerOptions, 'checkpoints' | 'loras' | 'mintsIds'>> & {
    token: string | null
    side: number | null
  }

  constructor({
    token,
    latencyMs = 0,
    checkpoints = ['sd_xl_base_1.0.safetensors'],
    loras = [],
    mintsIds = false,
    side,
    now = Date.now,
  }: ComfyPeerOptions) {
    super()
    this.options = { token: token ?? null, side: side ?? null, checkpoints, loras, mintsIds }
    this.queue = new ComfyQueue(latencyMs, now)
  }

  get origin(): string {
    return this.url
  }

  get settings() {
    const { token } = this.options
    const model = this.options.checkpoints[0] ?? ''
    return { id: 'comfyui-home', baseUrl: this.origin, model, ...(token !== null && { token }) }
  }

  /** Puts a workflow of somebody else into the queue. */
  queueAnother(fault: ComfyFault | null = null, number = this.made.length): string {
    const made = { id: randomUUID(), number, prompt: {}, fault, startedAt: null }
    this.queue.pending.push(made)
    return made.id
  }

  protected answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.reply(request, response).catch(() => send(response, 500, 'Internal Server Error'))
  }

  private async reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', this.origin)
    // Every route is there twice.
    const pathname = path.replace(/^\/api(?=\/)/, '')
    this.lastAuthorization = request.headers.authorization
    const { token } = this.options
    if (token !== null && request.headers.authorization !== `Bearer ${token}`)
      return send(response, ...(REFUSALS['bad-token'] as Refusal))
    this.queue.advance()
    if (request.method === 'POST') return this.post(pathname, request, response)
    if (pathname === '/view') return this.view(searchParams, response)
    if (pathname === '/system_stats') return send(response, 200, STATS)
    const kind = /^\/object_info\/(\w+)$/.exec(pathname)?.[1]
    if (kind) return send(response, 200, this.nodeInfo(kind))
    const away = this.elsewhere > 0
    if (away) this.elsewhere -= 1
    const id = /^\/history\/(.+)$/.exec(pathname)?.[1]
    if (id) return send(response, 200, away ? {} : this.queue.entryOf(id))
    if (pathname === '/history') return send(response, 200, away ? {} : this.queue.entries())
    if (pathname !== '/queue') return send(response, 404, '404: Not Found')
    const item = ({ number, id: one, prompt }: Made) => [number, one, prompt, { client_id: 'verso' }, ['7']]
    const { pending: pendingNow, running: runningNow } = this.queue
    const pending = away ? [] : pendingNow.map(item)
    const running = away || !runningNow ? [] : [item(runningNow)]
    send(response, 200, { queue_running: running, queue_pending: pending })
  }

  /** One list in the form of old, the other in that of today. */
  private nodeInfo(kind: string) {
    const { checkpoints, loras } = this.options
    const required = {
      CheckpointLoaderSimple: { ckpt_name: [checkpoints, { tooltip: 'The name of the checkpoint.' }] },
      LoraLoader: { model: ['MODEL'], clip: ['CLIP'], lora_name: ['COMBO', { options: loras }] },
    }[kind]
    return required ? { [kind]: { input: { required }, name: kind, output_node: false } } : {}
  }

  private async post(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (pathname === '/prompt') return this.prompt(await bodyOf<Asked>(request), response)
    const told = await bodyOf<{ delete?: string[]; prompt_id?: string }>(request)
    const gone = new Set(told.delete)
    if (pathname === '/queue') this.queue.remove(gone)
    if (pathname === '/history') for (const id of gone) this.queue.history.delete(id)
    // Servers of old stop whatever runs.
    if (pathname === '/interrupt') this.queue.interrupt(this.options.mintsIds ? undefined : told.prompt_id)
    response.writeHead(200).end()
  }

  private refusalOf({ prompt, prompt_id }: Asked, fault: ComfyFault | null): Refusal | null {
    const refused = fault && REFUSALS[fault]
    if (refused) return refused
    if (!this.options.mintsIds && prompt_id !== undefined && !CANONICAL.test(prompt_id))
      return whole({ type: 'invalid_prompt_id', message: 'prompt_id must be a valid UUID', details: '' })
    const checkpoints = fault === 'node-errors' ? [] : this.options.checkpoints
    const lists = { ckpt_name: checkpoints, lora_name: this.options.loras }
    const errors = Object.entries(prompt).flatMap(([id, node]) => {
      const error = errorOf(node, lists, prompt)
      return error ? [[id, { errors: [error], dependent_outputs: ['7'], class_type: node.class_type }]] : []
    })
    if (errors.length === 0) return null
    const details = 'Required input is missing'
    const message = 'Prompt outputs failed validation'
    return whole({ type: 'prompt_outputs_failed_validation', message, details }, Object.fromEntries(errors))
  }

  private prompt(asked: Asked, response: ServerResponse): void {
    this.creates += 1
    const fault = this.faults.shift() ?? null
    const refusal = this.refusalOf(asked, fault)
    if (refusal) return send(response, ...refusal)
    const given = this.options.mintsIds ? undefined : asked.prompt_id
    const made: Made = {
      id: given ?? randomUUID(),
      number: this.made.length,
      prompt: asked.prompt,
      fault,
      startedAt: null,
    }
    this.made.push(made)
    this.queue.pending.push(made)
    this.queue.advance()
    if (fault === 'elsewhere') this.elsewhere = 4
    if (fault === 'hangs') return
    if (fault === 'lost') return void response.destroy()
    if (fault === 'broken-after') return send(response, 502, '<html>502 Bad Gateway</html>')
    send(response, 200, { prompt_id: made.id, number: made.number, node_errors: {} })
    if (fault === 'restarts') this.queue.restart()
  }

  private view(query: URLSearchParams, response: ServerResponse): void {
    const id = query.get('filename')?.replace(/_00001_\.png$/, '') ?? ''
    const ended = this.queue.history.get(id)
    if (!ended || ended.fault === 'picture-gone') return send(response, 404, '404: Not Found')
    switch (ended.fault) {
      case 'picture-html':
        return void response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html>')
      case 'picture-redirects':
        return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
      case 'picture-cut':
        response.writeHead(200, { 'content-type': 'image/png', 'content-length': '20000' })
        // Broken once; the file itself is whole.
        ended.fault = null
        return void response.write(Buffer.alloc(10_000), () => response.destroy())
    }
    const { side } = this.options
    const smaller = side !== null && { width: side, height: side }
    const { png } = drawPng({ ...commissionOf(ended.prompt), ...smaller })
    const file = query.get('channel') === 'rgb' ? png : withText(png, 'prompt', JSON.stringify(ended.prompt))
    const padding = Buffer.alloc(ended.fault === 'picture-huge' ? 33 << 20 : 0)
    response.writeHead(200, {
      'content-type': 'image/png',
      'content-length': String(file.length + padding.length),
    })
    response.write(file)
    response.end(padding)
  }
}

const STATS = {
  system: { os: 'linux', ram_total: 33_554_432, comfyui_version: '0.3.76', python_version: '3.12.3' },
  devices: [{ name: 'cuda:0 NVIDIA GeForce RTX 4090 : cudaMallocAsync', type: 'cuda', index: 0 }],
}

export type { ComfyFault, ComfyPeer }

/** Starts the peer on the loopback. */
export async function startComfyPeer(options: ComfyPeerOptions = {}): Promise<ComfyPeer> {
  const peer = new ComfyPeer(options)
  await peer.start()
  return peer
}
