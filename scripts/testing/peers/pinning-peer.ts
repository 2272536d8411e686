import type { IncomingMessage, ServerResponse } from 'node:http'
import { importBytes } from 'ipfs-unixfs-importer'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { balanced } from 'ipfs-unixfs-importer/layout'
import type { CID } from 'multiformats/cid'
import { LoopbackPeer } from './loopback-peer.ts'

/*
 * A Kubo node and a pinning service as their documents have them, read 2026-11-29. Neither was ever met in earnest here.
 *
 *   Kubo RPC (docs.ipfs.tech/reference/kubo/rpc, v0.39): POST only, 405 else
 *     /api/v0/add?cid-version&raw-leaves&chunker&max-file-links&pin   multipart; {Name, Hash, Size} a line
 *     /api/v0/pin/add?arg=&recursive                                  {Pins: [cid]}; looks for what it has not, without end
 *     /api/v0/id                                                      {ID, Addresses, …}; errors are 500 {Message, Code, Type}
 *     /api/v0/version                                                 {Version, …}
 *
 *   IPFS Pinning Service API 1.0 (ipfs.github.io/pinning-services-api-spec), Bearer token
 *     POST /pins {cid, name, origins}                                 202 {requestid, status, created, pin, delegates, info}
 *     GET /pins?cid=&status=&limit=                                   200 {count, results}; without status only what is pinned
 *     GET /pins/{requestid}                                           200, 404
 *     errors                                                          {error: {reason, details}}; 409 without funds
 */

export type PinFault =
  | { kind: 'answer'; status: number; body?: unknown }
  | { kind: 'silence' }
  /** Whether it is done before the line breaks. */
  | { kind: 'reset'; done: boolean }
  /** The body ends before it says what was added, as when a node fails under way. */
  | { kind: 'cut' }

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

type Reply = { status: number; body: unknown }

abstract class Peer extends LoopbackPeer {
  readonly faults: PinFault[] = []
  readonly heard: { line: string; authorization: string | undefined }[] = []

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const { authorization } = request.headers
    this.heard.push({ line: `${request.method} ${request.url}`, authorization })
    const fault = this.faults.shift()
    if (fault?.kind === 'silence') return
    if (fault?.kind === 'reset' && !fault.done) return void request.socket.resetAndDestroy()
    const reply: Reply =
      fault?.kind === 'answer'
        ? { status: fault.status, body: fault.body ?? {} }
        : await this.reply(request, new URL(request.url ?? '/', this.url), body)
    if (fault?.kind === 'reset') return void request.socket.resetAndDestroy()
    response.writeHead(reply.status, { 'content-type': 'application/json' })
    response.end(fault?.kind === 'cut' ? '' : `${JSON.stringify(reply.body)}\n`)
  }

  protected abstract reply(request: IncomingMessage, url: URL, body: Buffer): Promise<Reply>
}

const failed = (message: string): Reply => ({
  status: 500,
  body: { Message: message, Code: 0, Type: 'error' },
})

export class KuboPeer extends Peer {
  readonly pins = new Map<string, Uint8Array>()
  /** What it has, pinned or not: so long as it does not collect. */
  readonly blocks = new Map<string, Uint8Array>()
  /** What its operator has set for links in a node, whatever is asked for: as old nodes do, which do not know the option. */
  links: number | null = null

  protected async reply(
    request: IncomingMessage,
    { pathname, searchParams }: URL,
    body: Buffer,
  ): Promise<Reply> {
    if (request.method !== 'POST') return { status: 405, body: {} }
    if (pathname === '/api/v0/version') return { status: 200, body: { Version: '0.39.0', Commit: '' } }
    if (pathname === '/api/v0/id')
      return {
        status: 200,
        body: { ID: '12D3KooWPeer', Addresses: ['/ip4/192.0.2.7/tcp/4001/p2p/12D3KooWPeer'] },
      }
    if (pathname === '/api/v0/pin/add') {
      const cid = searchParams.get('arg') ?? ''
      const bytes = this.blocks.get(cid)
      if (!bytes) return new Promise(() => {})
      this.pins.set(cid, bytes)
      return { status: 200, body: { Pins: [cid] } }
    }
    if (pathname !== '/api/v0/add') return { status: 404, body: {} }
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData()
    const [file] = [...form.values()]
    if (!(file instanceof File)) return failed('file argument "path" is required')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const cid = await this.cidOf(bytes, searchParams)
    this.blocks.set(cid, bytes)
    if (searchParams.get('pin') !== 'false') this.pins.set(cid, bytes)
    return { status: 200, body: { Name: file.name, Hash: cid, Size: String(bytes.length) } }
  }

  private async cidOf(bytes: Uint8Array, query: URLSearchParams): Promise<string> {
    const [, chunk] = /^size-(\d+)$/.exec(query.get('chunker') ?? 'size-262144') ?? []
    const maxChildrenPerNode = this.links ?? Number(query.get('max-file-links') ?? 174)
    const { cid } = await importBytes(
      bytes,
      { put: (address: CID) => address },
      {
        cidVersion: query.get('cid-version') === '1' ? 1 : 0,
        rawLeaves: query.get('raw-leaves') === 'true',
        reduceSingleLeafToSelf: true,
        chunker: fixedSize({ chunkSize: Number(chunk) }),
        layout: balanced({ maxChildrenPerNode }),
      },
    )
    return cid.toString()
  }
}

type Request = {
  requestid: string
  status: 'queued' | 'pinning' | 'pinned' | 'failed'
  created: string
  pin: { cid: string; name?: string; origins?: string[] }
  delegates: string[]
  info: Record<string, string>
}

export class PinningPeer extends Peer {
  readonly requests: Request[] = []
  readonly token = 'a-token-of-the-peer'

  /** Goes on with every request that is not decided. */
  settle(status: Request['status'], info: Record<string, string> = {}): void {
    for (const request of this.requests)
      if (request.status === 'queued' || request.status === 'pinning')
        Object.assign(request, { status, info })
  }

  protected async reply(
    request: IncomingMessage,
    { pathname, searchParams }: URL,
    body: Buffer,
  ): Promise<Reply> {
    const refuse = (status: number, reason: string, details: string): Reply => ({
      status,
      body: { error: { reason, details } },
    })
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return refuse(401, 'UNAUTHORIZED', 'Access token is missing or invalid')
    if (pathname === '/psa/pins' && request.method === 'POST') return this.add(JSON.parse(body.toString()))
    if (pathname === '/psa/pins') {
      const status = (searchParams.get('status') ?? 'pinned').split(',')
      const cids = searchParams.get('cid')?.split(',')
      const all = this.requests.filter(
        (one) => status.includes(one.status) && (cids?.includes(one.pin.cid) ?? true),
      )
      const limit = Number(searchParams.get('limit') ?? 10)
      return { status: 200, body: { count: all.length, results: all.toReversed().slice(0, limit) } }
    }
    const found = this.requests.find(({ requestid }) => pathname === `/psa/pins/${requestid}`)
    return found
      ? { status: 200, body: found }
      : refuse(404, 'NOT_FOUND', 'The specified resource was not found')
  }

  private add(pin: Request['pin']): Reply {
    const created = new Date(Date.now() + this.requests.length).toISOString()
    const requestid = `request-${this.requests.length + 1}`
    const delegates = ['/dnsaddr/peer.example.org']
    const made: Request = { requestid, status: 'queued', created, pin, delegates, info: {} }
    this.requests.push(made)
    return { status: 202, body: made }
  }
}
