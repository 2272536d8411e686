import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, type FalFault, REFUSALS } from './fal-faults.ts'
import { appOf, endOf, type Made, problemOf, send, sendOutput, stateOf } from './fal-made.ts'

/*
 * fal as its documentation has it, read 2026-11-29. None of this was ever run against the real service.
 *
 *   request                                          answer                                   page (fal.ai/docs/…)
 *   POST {model}?fal_webhook=                        200 {request_id, status: IN_QUEUE, …}    documentation/model-apis/queue
 *   GET  {app}/requests/{id}/status                  202 IN_QUEUE | IN_PROGRESS               api-reference/inference-api
 *                                                    200 COMPLETED {metrics}
 *   GET  {app}/requests/{id}                         the model's own status, headers, body    inference-api/queue/result
 *   PUT  {app}/requests/{id}/cancel                  200 OK (was waiting)                     inference-api/queue/cancel
 *                                                    202 CANCELLATION_REQUESTED (was running)
 *                                                    400 ALREADY_COMPLETED, 404 NOT_FOUND
 *   x-fal-request-timeout: seconds to the start      504 where nothing has begun by then      documentation/model-apis/common-parameters
 *   {detail, error_type}                             500, 503, 504 of machines and queue      documentation/model-apis/request-errors
 *   {detail: [{loc, msg, type}]}                     422 of models                            documentation/model-apis/errors
 *   GET  models?endpoint_id=                         {models, has_more, next_cursor}          platform-apis/v1/models
 *   GET  models/requests/by-endpoint?endpoint_id=
 *        &start=&expand=payloads&limit=&cursor=      {items, has_more, next_cursor}           platform-apis/v1/models/requests/by-endpoint
 *   webhook                                          Ed25519, keys at .well-known/jwks.json   model-apis/webhooks
 *
 * {app} is {model} without its sub-path. The history lists what has ended, the latest end first: whether it also
 * lists what still waits is not said, so here it does not. The words of a locked account are those of
 * github.com/fal-ai/fal/issues/1147.
 */

export type FalPeerOptions = {
  key?: string
  /** Until a request is done. */
  latencyMs?: number
  /** Until the history shows what has ended. */
  historyLagMs?: number
  pageSize?: number
  /** Whether the account lets inputs be stored. */
  storesInput?: boolean
  port?: number
  /** The vendor's clock in milliseconds. */
  now?: () => number
  /** Of the pictures, in pixels. As large as in earnest: a smaller one would not pass the usual gate of size. */
  side?: number
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const time = (at: number) => new Date(at).toISOString()

/** The vendor as it looks from here: its paths, its shapes, its signed webhooks, and faults on demand. */
class Peer {
  readonly made: Made[] = []
  readonly faults: FalFault[] = []
  /** How often a picture was asked for, taken or not. */
  creates = 0
  /** What was asked with our key, and without: method and path. */
  readonly heard: { line: string; authorization: string | undefined }[] = []
  /** What reading the history, or the keys, answers with in place of them. */
  historyFails: Answer | null = null
  keysFail: Answer | null = null
  /** Who the account is, by its webhooks. */
  readonly userId = 'github|31337'
  private signers: { privateKey: KeyObject; publicKey: KeyObject }[] = [generateKeyPairSync('ed25519')]
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly options: Required<FalPeerOptions>
  private readonly server: Server
  private port = 0

  constructor({
    key = 'key-id:key-secret',
    latencyMs = 0,
    historyLagMs = 0,
    pageSize = 100,
    storesInput = true,
    port = 0,
    now = Date.now,
    side = 1024,
  }: FalPeerOptions) {
    this.options = { key, latencyMs, historyLagMs, pageSize, storesInput, port, now, side }
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => send(response, 500, { detail: 'Internal Server Error' }))
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get settings() {
    return {
      key: this.options.key,
      queueUrl: this.origin,
      restUrl: this.origin,
      apiUrl: `${this.origin}/v1`,
      model: 'fal-ai/flux/schnell',
      now: this.options.now,
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

  /** Signs with a new key from now on, which the old ones stand beside for a while. */
  rotateKeys(): void {
    this.signers = [generateKeyPairSync('ed25519'), ...this.signers].slice(0, 2)
  }

  /** A report on a request with the headers it is sent with. */
  delivery(
    made: Made,
    { at = Math.floor(this.options.now() / 1000), userId = this.userId, about = made.id } = {},
  ) {
    const problem = problemOf(made)
    const body = JSON.stringify({
      request_id: about,
      gateway_request_id: about,
      ...(problem
        ? { status: 'ERROR', error: `Invalid status code: ${problem[0]}`, payload: problem[1] }
        : { status: 'OK', error: null, payload: this.outputOf(made) }),
    })
    const hash = createHash('sha256').update(body).digest('hex')
    const text = `${made.id}\n${userId}\n${at}\n${hash}`
    const [signer] = this.signers
    const signature = signer ? sign(null, Buffer.from(text), signer.privateKey).toString('hex') : ''
    return {
      body,
      headers: {
        'content-type': 'application/json',
        'x-fal-webhook-request-id': made.id,
        'x-fal-webhook-user-id': userId,
        'x-fal-webhook-timestamp': String(at),
        'x-fal-webhook-signature': signature,
      },
    }
  }

  private outputOf(made: Made) {
    const url =
      made.fault === 'output-private'
        ? `https://10.0.0.7/files/${made.id}.png`
        : `${this.origin}/files/${made.id}/out.png`
    const { side } = this.options
    return {
      images:
        made.fault === 'no-output' ? [] : [{ url, width: side, height: side, content_type: 'image/png' }],
      timings: { inference: this.options.latencyMs / 1000 },
      seed: made.input.seed,
      has_nsfw_concepts: [made.fault === 'nsfw'],
      prompt: made.input.prompt,
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin)
    const { authorization } = request.headers
    this.heard.push({ line: `${request.method} ${pathname}`, authorization })
    if (pathname === '/.well-known/jwks.json') return this.sendKeys(response)
    const file = /^\/files\/([^/]+)\//.exec(pathname)?.[1]
    const filed = this.made.find(({ id }) => id === file)
    if (filed) return sendOutput(filed, response, this.options.side)
    if (authorization !== `Key ${this.options.key}`) return send(response, ...(REFUSALS['bad-key'] as Answer))
    if (pathname === '/v1/models') return this.sendModels(searchParams.get('endpoint_id'), response)
    if (pathname === '/v1/models/requests/by-endpoint') return this.sendHistory(searchParams, response)
    if (request.method === 'POST') return this.post(pathname.slice(1), searchParams, request, response)
    const made = this.made.find(({ id, model }) => pathname.startsWith(`/${appOf(model)}/requests/${id}`))
    const what = made && pathname.slice(`/${appOf(made.model)}/requests/${made.id}`.length)
    if (made && request.method === 'PUT' && what === '/cancel') return this.cancel(made, response)
    if (made && request.method === 'GET' && what === '/status') return this.sendStatus(made, response)
    if (made && request.method === 'GET' && what === '') return this.sendResult(made, response)
    send(response, 404, { detail: 'Request not found', status: 'NOT_FOUND' })
  }

  private sendKeys(response: ServerResponse): void {
    if (this.keysFail) return send(response, ...this.keysFail)
    const keys = this.signers.map(({ publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), use: 'sig' }))
    send(response, 200, { keys: [{ kty: 'RSA', n: 'AQAB', e: 'AQAB' }, ...keys] })
  }

  private sendModels(asked: string | null, response: ServerResponse): void {
    const known = ['fal-ai/flux/schnell', 'fal-ai/flux/dev'].filter((id) => id === asked)
    const models = known.map((endpoint_id) => ({ endpoint_id, metadata: { status: 'active' } }))
    send(response, 200, { models, next_cursor: null, has_more: false })
  }

  private sendHistory(query: URLSearchParams, response: ServerResponse): void {
    if (this.historyFails) return send(response, ...this.historyFails)
    const { latencyMs, historyLagMs, now } = this.options
    const end = (made: Made) => endOf(made, latencyMs)
    const since = Date.parse(query.get('start') ?? '')
    const listed = this.made
      .filter(({ model }) => model === query.get('endpoint_id'))
      .filter((made) => end(made) + historyLagMs <= now() && !(end(made) < since))
      .toSorted((a, b) => end(b) - end(a))
    const size = Math.min(this.options.pageSize, Number(query.get('limit') ?? 50))
    const from = Number(query.get('cursor') ?? 0)
    const next = from + size < listed.length ? String(from + size) : null
    const showsInput = query.get('expand') === 'payloads' && this.options.storesInput
    const items = listed.slice(from, from + size).map((made) => ({
      request_id: made.id,
      endpoint_id: made.model,
      sent_at: time(made.createdAt),
      started_at: time(made.createdAt),
      ended_at: time(end(made)),
      status_code: problemOf(made)?.[0] ?? 200,
      duration: latencyMs / 1000,
      ...(showsInput && { json_input: made.input, json_output: this.outputOf(made) }),
    }))
    send(response, 200, { items, next_cursor: next, has_more: next !== null })
  }

  private async post(
    model: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    this.creates += 1
    const fault = this.faults.shift() ?? null
    const refusal = fault && REFUSALS[fault]
    if (refusal) return send(response, ...refusal)
    const made: Made = {
      id: randomUUID(),
      model,
      input: await bodyOf(request),
      headers: request.headers,
      webhook: query.get('fal_webhook'),
      createdAt: this.options.now(),
      fault,
      cancelledAt: null,
      resultReads: 0,
    }
    this.made.push(made)
    if (made.webhook) this.report(made, made.webhook)
    if (fault === 'hangs') return
    if (fault === 'lost') return void response.destroy()
    if (fault === 'broken-after') return void response.writeHead(502).end('<html>Bad gateway</html>')
    if (fault === 'answers-oddly') return send(response, 200, { id: made.id })
    send(response, 200, { ...this.links(made), status: 'IN_QUEUE', queue_position: 0 })
  }

  private links({ id, model }: Made) {
    const at = `${this.origin}/${appOf(model)}/requests/${id}`
    const links = { response_url: at, status_url: `${at}/status`, cancel_url: `${at}/cancel` }
    return { request_id: id, gateway_request_id: id, ...links }
  }

  private sendStatus(made: Made, response: ServerResponse): void {
    const { latencyMs, now } = this.options
    const status = stateOf(made, latencyMs, now())
    const more = {
      IN_QUEUE: { queue_position: 1 },
      IN_PROGRESS: { logs: null },
      COMPLETED: { logs: null, metrics: { inference_time: latencyMs / 2000 } },
    }[status]
    send(response, status === 'COMPLETED' ? 200 : 202, { ...this.links(made), status, ...more })
  }

  private sendResult(made: Made, response: ServerResponse): void {
    if (stateOf(made, this.options.latencyMs, this.options.now()) !== 'COMPLETED')
      return send(response, 400, { detail: 'Request is still in progress' })
    made.resultReads += 1
    if (made.fault === 'result-broken' && made.resultReads === 1)
      return void response.writeHead(502).end('<html>Bad gateway</html>')
    const problem = problemOf(made)
    send(response, ...(problem ?? [200, this.outputOf(made)]), { 'x-fal-request-id': made.id })
  }

  private cancel(made: Made, response: ServerResponse): void {
    const state = stateOf(made, this.options.latencyMs, this.options.now())
    if (state === 'COMPLETED') return send(response, 400, { status: 'ALREADY_COMPLETED' })
    made.cancelledAt = this.options.now()
    if (state === 'IN_QUEUE') return send(response, 200, { status: 'OK' })
    send(response, 202, { status: 'CANCELLATION_REQUESTED' })
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

export type FalPeer = Peer

/** Starts the peer on the loopback. */
export async function startFalPeer(options: FalPeerOptions = {}): Promise<FalPeer> {
  const peer = new Peer(options)
  await peer.start()
  return peer
}
