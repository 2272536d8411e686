import { randomInt } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'

/** A page is kept so long where nothing that rings has changed: ballots, looks and the clock go on. */
const KEPT_MS = 2_000
const KEPT_BYTES = 32 * 1024 * 1024
const LONGEST_PATH = 512
/** A wall that nobody was dealt yet is kept in so many deals. */
const DEALS = 8

/** Pages that are the same for everybody who asks. */
const GALLERY =
  /^\/(?:|rounds|collection|creators\/0x[0-9a-fA-F]{40}|c\/[^/]+(?:\/tokens\/\d+)?|rounds\/[^/]+(?:\/(?:works\/[^/]+|result|exposure))?)\/?$/
const WALL = /^\/rounds\/[^/]+\/?$/
/** What other sites show of a round costs half a second to draw, and they keep it for minutes themselves. */
const CARD = /^\/rounds\/[^/]+\/opengraph-image\/?$/
const CARD_KEPT_MS = 60_000
const PAGE_TYPE = /^(?:text\/html|image\/png)/
/** What Next asks itself for is no document. */
const NOT_A_DOCUMENT = /^(?:rsc|next-|x-nextjs-|x-middleware-|range$)/
/** Scripts, styles and faces of this build, under names that no other content ever has. */
const BUILT = /^\/_next\/static\/[^?]+$/
/** Asks for a part, or whether the file has changed. */
const NOT_WHOLE = /^(?:range$|if-)/
const ANY_TYPE = /^/
/** As lru-cache has it. */
const FOR_EVER = 0

export type Render = (request: IncomingMessage, response: ServerResponse) => void
type Kept = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

function builtKeyOf({ method, url = '/', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || !BUILT.test(url) || url.length > LONGEST_PATH) return null
  if (Object.keys(headers).some((name) => NOT_WHOLE.test(name))) return null
  return `${headers['accept-encoding'] ?? ''} ${url}`
}

function pageKeyOf({ method, url = '/', headers }: IncomingMessage): string | null {
  if (method !== 'GET' || url.length > LONGEST_PATH) return null
  if (Object.keys(headers).some((name) => NOT_A_DOCUMENT.test(name))) return null
  const { pathname, searchParams } = new URL(url, 'http://verso.invalid')
  // Its query only says which build drew it.
  if (CARD.test(pathname)) return pathname
  if (!headers.accept?.includes('text/html')) return null
  if (!GALLERY.test(pathname)) return null
  const deal = WALL.test(pathname) && !searchParams.has('deal') ? randomInt(DEALS) : 0
  return `${deal} ${headers['accept-encoding'] ?? ''} ${url}`
}

/** What belongs to one connection or one moment is not kept. */
function headersToKeep(response: ServerResponse): OutgoingHttpHeaders {
  const {
    date,
    connection,
    'keep-alive': alive,
    'transfer-encoding': transfer,
    ...kept
  } = response.getHeaders()
  return kept
}

/** Hands over what a response is made of when it was sent; null for what is not to be kept. */
function recorded(response: ServerResponse, types: RegExp): Promise<Kept | null> {
  const chunks: Buffer[] = []
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const { writeHead, write, end } = response
  // Headers that come with the head alone are not among those that can be read later.
  response.writeHead = ((status: number, ...more: unknown[]) => {
    const given = more.at(-1)
    if (typeof given !== 'object' || Array.isArray(given))
      return Reflect.apply(writeHead, response, [status, ...more])
    for (const [name, value] of Object.entries(given as OutgoingHttpHeaders))
      if (value !== undefined) response.setHeader(name, value)
    return writeHead.call(response, status)
  }) as typeof writeHead
  response.write = ((chunk: unknown, encoding: unknown, done: unknown) => {
    take(chunk, encoding)
    Reflect.apply(write, response, [chunk, encoding, done])
    // A reader that is slow holds up nobody who waits for the same page.
    return true
  }) as typeof write
  return new Promise((resolve) => {
    response.end = ((chunk?: unknown, encoding?: unknown, done?: unknown) => {
      take(chunk, encoding)
      Reflect.apply(end, response, [chunk, encoding, done])
      const headers = headersToKeep(response)
      const isWhole = response.statusCode === 200 && types.test(String(headers['content-type']))
      resolve(
        isWhole && !headers['set-cookie'] ? { status: 200, headers, body: Buffer.concat(chunks) } : null,
      )
      return response
    }) as typeof end
    // Broken off before it was whole.
    response.once('close', () => resolve(null))
  })
}

function send({ status, headers, body }: Kept, response: ServerResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
}

export type PageCache = {
  render: Render
  /** What was kept, and what is being rendered, may be old now; files of the build never are. */
  forget(): void
}

type Shelf = {
  kept: LRUCache<string, Kept>
  rendering: Map<string, Promise<Kept | null>>
  types: RegExp
  keptMs: (key: string) => number
}

const shelf = (types: RegExp, keptMs: (key: string) => number): Shelf => ({
  types,
  keptMs,
  rendering: new Map(),
  kept: new LRUCache({
    maxSize: KEPT_BYTES,
    // The clock is asked each time: a millisecond's memory of it saves nothing here.
    ttlResolution: 0,
    sizeCalculation: ({ body }, key) => body.length + key.length + 1,
  }),
})

/**
 * Gallery pages, rendered once for all who ask in the same moment, and the files of the build, read and packed once
 * (ADR 19, 27).
 * @param isFresh whether changes are heard; while they are not, each page is rendered
 */
export function pageCache(render: Render, isFresh: () => boolean): PageCache {
  const pages = shelf(PAGE_TYPE, (key) => (CARD.test(key) ? CARD_KEPT_MS : KEPT_MS))
  const built = shelf(ANY_TYPE, () => FOR_EVER)

  async function renderAndKeep(on: Shelf, key: string, request: IncomingMessage, response: ServerResponse) {
    const { rendering } = on
    const awaited = recorded(response, on.types)
    rendering.set(key, awaited)
    render(request, response)
    const made = await awaited
    rendering.delete(key)
    if (made && rendering === on.rendering) on.kept.set(key, made, { ttl: on.keptMs(key) })
  }

  function answer(from: Shelf, key: string, request: IncomingMessage, response: ServerResponse) {
    const kept = from.kept.get(key)
    if (kept) return send(kept, response)
    const awaited = from.rendering.get(key)
    if (!awaited) return void renderAndKeep(from, key, request, response)
    void awaited.then((page) => (page ? send(page, response) : render(request, response)))
  }

  return {
    render(request, response) {
      const file = builtKeyOf(request)
      if (file !== null) return answer(built, file, request, response)
      const page = isFresh() ? pageKeyOf(request) : null
      if (page !== null) return answer(pages, page, request, response)
      render(request, response)
    },
    forget() {
      pages.kept.clear()
      pages.rendering = new Map()
    },
  }
}
