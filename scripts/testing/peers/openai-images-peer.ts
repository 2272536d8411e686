import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { drawPng } from '#lib/generation/artist/draw.ts'
import {
  type Asked,
  type ImagesFault,
  invalid,
  MODELS,
  NO_MODEL,
  REFUSALS,
  type Refusal,
  refusalOf,
  type Speaks,
} from './openai-images-refusals.ts'

type Made = { id: string; asked: Asked; fault: ImagesFault | null; key: string; fetched: number }

export type ImagesPeerOptions = {
  apiKey?: string
  speaks?: Speaks
  /** Pictures come in the answer unless they are asked for behind an address, or the host knows no other way. */
  onlyAddresses?: boolean
  port?: number
  /** Of the pictures, in pixels. As large as in earnest: a smaller one would not pass the usual gate of size. */
  side?: number
}

const FORMATS = ['png', 'jpeg', 'webp'] as const

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** A host of POST /v1/images/generations as it looks from here: what it takes, says and bills, and faults on demand. */
class ImagesPeer {
  readonly made: Made[] = []
  readonly faults: ImagesFault[] = []
  /** How often a picture was asked for, made or not. */
  creates = 0
  private readonly apiKey: string
  private readonly speaks: Speaks
  onlyAddresses: boolean
  side: number
  private readonly server: Server
  private port: number

  constructor(options: ImagesPeerOptions) {
    this.apiKey = options.apiKey ?? 'verso-openai-images-key'
    this.speaks = options.speaks ?? 'openai'
    this.onlyAddresses = options.onlyAddresses ?? false
    this.side = options.side ?? 1024
    this.port = options.port ?? 0
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => this.refuse(response, REFUSALS['broken-before']))
    })
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get settings() {
    return {
      apiKey: this.apiKey,
      baseUrl: `${this.origin}/v1`,
      model: this.speaks === 'openai' ? 'gpt-image-2' : 'black-forest-labs/FLUX.1-schnell',
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

  private send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
    const known = { 'content-type': 'application/json', 'x-request-id': `req_${randomUUID()}` }
    response.writeHead(status, { ...known, ...headers }).end(JSON.stringify(body))
  }

  private refuse(response: ServerResponse, [status, error, headers]: Refusal = invalid('?', '?')): void {
    this.send(response, status, { error: { param: null, ...error } }, headers)
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin)
    const picture = /^\/picture\/([\w-]+)\.png$/.exec(pathname)?.[1]
    if (picture)
      return this.picture(
        this.made.find(({ id }) => id === picture),
        response,
      )
    if (request.headers.authorization !== `Bearer ${this.apiKey}`)
      return this.refuse(response, REFUSALS['bad-key'])
    if (request.method === 'GET') return this.models(pathname, response)
    if (pathname === '/v1/images/generations') return this.take(request, response)
    this.refuse(response, [
      404,
      { message: `Invalid URL (POST ${pathname})`, type: 'invalid_request_error', code: null },
    ])
  }

  private models(pathname: string, response: ServerResponse): void {
    const model = (id: string) => ({ id, object: 'model', created: 1_776_729_600, owned_by: 'system' })
    const all = MODELS[this.speaks].map(model)
    if (pathname === '/v1/models')
      return this.send(response, 200, this.speaks === 'openai' ? { object: 'list', data: all } : all)
    const one = all.find(({ id }) => pathname === `/v1/models/${id}`)
    return one ? this.send(response, 200, one) : this.refuse(response, NO_MODEL)
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.creates += 1
    const asked = await bodyOf(request)
    const fault = this.faults.shift() ?? null
    if (fault === 'redirected')
      return void response.writeHead(307, { location: `${this.origin}/v1/images/generations` }).end()
    const refusal = (fault && REFUSALS[fault]) ?? refusalOf(asked, this.speaks)
    if (refusal) return this.refuse(response, refusal)
    const key = String(request.headers['x-client-request-id'] ?? '')
    const made = { id: randomUUID(), asked, fault, key, fetched: 0 }
    this.made.push(made)
    if (fault === 'hangs') return
    if (fault === 'lost') return void response.destroy()
    if (fault === 'broken-after') return void response.writeHead(502).end('<html>Bad gateway</html>')
    const body = await this.shown(made)
    if (fault !== 'cut') return this.send(response, 200, body)
    const text = JSON.stringify(body)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length) })
    response.write(text.slice(0, text.length / 2), () => response.destroy())
  }

  private async shown(made: Made) {
    const { asked, id } = made
    const image = await this.image(made)
    if (this.speaks === 'together')
      return { id, model: asked.model, object: 'list', data: [{ index: 0, type: null, ...image }] }
    const texts = 6 + Math.ceil(asked.prompt.length / 4)
    return {
      created: Math.floor(Date.now() / 1000),
      background: asked.background ?? 'opaque',
      data: [image],
      output_format: asked.output_format ?? 'png',
      quality: asked.quality === 'auto' ? 'high' : (asked.quality ?? 'high'),
      size: asked.size ?? '1024x1024',
      usage: {
        total_tokens: texts + 1_756,
        input_tokens: texts,
        input_tokens_details: { text_tokens: texts, image_tokens: 0 },
        output_tokens: 1_756,
      },
    }
  }

  private async image(made: Made): Promise<{ b64_json?: string; url?: string }> {
    const { id, asked, fault } = made
    if (fault === 'no-picture') return {}
    if (fault === 'picture-private') return { url: `https://10.0.0.7/${id}.png` }
    // Together answers with an address where nothing else is asked for.
    const inline = this.speaks === 'openai' || asked.response_format === 'base64'
    if (this.onlyAddresses || !inline) return { url: `${this.origin}/picture/${id}.png` }
    return { b64_json: Buffer.from(await this.file(made)).toString('base64') }
  }

  private async file({ asked, fault, id }: Made): Promise<Uint8Array> {
    if (fault === 'picture-html') return Buffer.from('<!doctype html><script>alert(1)</script>')
    if (fault === 'picture-huge') return Buffer.alloc(33 << 20, 1)
    // Without a seed every picture is another one.
    const seed = typeof asked.seed === 'number' ? asked.seed : Number.parseInt(id.slice(0, 7), 16)
    const { png } = drawPng({ prompt: asked.prompt, seed, width: this.side, height: this.side })
    // What is delivered fills its frame, in the format that was asked for.
    const filled = sharp(png).resize(this.side, this.side, { fit: 'cover' })
    return filled.toFormat(FORMATS.find((one) => one === asked.output_format) ?? 'png').toBuffer()
  }

  private async picture(made: Made | undefined, response: ServerResponse): Promise<void> {
    if (!made || made.fault === 'picture-gone') return void response.writeHead(404).end()
    made.fetched += 1
    const isLate = made.fault === 'picture-late' && made.fetched === 1
    if (isLate) return void response.writeHead(503).end()
    if (made.fault === 'picture-redirects')
      return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
    const bytes = await this.file(made)
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(bytes.length) })
    if (made.fault === 'picture-cut')
      return void response.write(bytes.slice(0, 1_000), () => response.destroy())
    response.end(bytes)
  }
}

export type { ImagesPeer }

/** Starts the peer on the loopback. */
export async function startImagesPeer(options: ImagesPeerOptions = {}): Promise<ImagesPeer> {
  const peer = new ImagesPeer(options)
  await peer.start()
  return peer
}
