import { randomInt } from 'node:crypto'
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { scriptsLater } from './scripts-later.ts'

/** A page is new so long where nothing that rings has changed: ballots, looks and the clock go on. */
const FRESH_MS = 2_000
/** So long after that it is still sent, and rendered anew for whoever comes next. */
const STALE_MS = 30_000
/** Who was sent an old page has its pictures and scripts first, and looks around. */
const REFRESH_AFTER_MS = 15_000
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
const CARD_FRESH_MS = 60_000
const PAGE_TYPE = /^(?:text\/html|image\/png)/
/** What Next asks itself for is no document. */
const NOT_A_DOCUMENT = /^(?:rsc|next-|x-nextjs-|x-middleware-|range$)/
/** Scripts, styles and faces of this build, under names that no other content ever has. */
const BUILT = /^\/_next\/static\/[^?]+$/
/** Asks for a part, or whether the file has changed. */
const NOT_WHOLE = /^(?:range$|if-)/
const ANY_TYPE = /^/
/** As lru-cache has it: what is kept so is never old. */
const FOR_EVER = 0

export type Render = (request: IncomingMessage, response: ServerResponse) => void
/** `madeAt`: when its rendering began, in milliseconds of this process. */
type Kept = { madeAt: number; headers: OutgoingHttpHeaders; body: Buffer }

/** The name to render under, and before others under which something as good may be kept. */
type Keys = [own: string, ...others: string[]]

function builtKeysOf({ method, url = '/', headers }: IncomingMessage): Keys | null {
  if (method !== 'GET' || !BUILT.test(url) || url.length > LONGEST_PATH) return null
  if (Object.keys(headers).some((name) => NOT_WHOLE.test(name))) return null
  return [`${headers['accept-encoding'] ?? ''} ${url}`]
}

function pageKeysOf({ method, url = '/', headers }: IncomingMessage): Keys | null {
  if (method !== 'GET' || url.length > LONGEST_PATH) return null
  if (Object.keys(headers).some((name) => NOT_A_DOCUMENT.test(name))) return null
  const { pathname, searchParams } = new URL(url, 'http://verso.invalid')
  // Its query only says which build drew it.
  if (CARD.test(pathname)) return [pathname]
  if (!headers.accept?.includes('text/html')) return null
  if (!GALLERY.test(pathname)) return null
  const keyOf = (deal: number) => `${deal % DEALS} ${headers['accept-encoding'] ?? ''} ${url}`
  if (!WALL.test(pathname) || searchParams.has('deal')) return [keyOf(0)]
  const own = randomInt(DEALS)
  return [keyOf(own), ...Array.from({ length: DEALS - 1 }, (_, n) => keyOf(own + n + 1))]
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

const isDocument = (headers: OutgoingHttpHeaders) => String(headers['content-type']).startsWith('text/html')

/** A document as it is kept, with its scripts behind its pictures. */
async function withScriptsLater(kept: Kept): Promise<Kept> {
  const encoding = kept.headers['content-encoding'] ?? 'identity'
  if (!isDocument(kept.headers) || (encoding !== 'gzip' && encoding !== 'identity')) return kept
  const isPacked = encoding === 'gzip'
  const html = isPacked ? await promisify(gunzip)(kept.body) : kept.body
  const body = Buffer.from(scriptsLater(html.toString()))
  return { ...kept, body: isPacked ? await promisify(gzip)(body) : body }
}

/** Hands over what a response is made of when it was sent; null for what is not to be kept. */
function recorded(response: ServerResponse, types: RegExp): Promise<Kept | null> {
  const chunks: Buffer[] = []
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const madeAt = performance.now()
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
      const kept = isWhole && !headers['set-cookie'] ? { madeAt, headers, body: Buffer.concat(chunks) } : null
      // What cannot be unpacked was broken off.
      resolve(kept && withScriptsLater(kept).catch(() => null))
      return response
    }) as typeof end
    // Broken off before it was whole.
    response.once('close', () => resolve(null))
  })
}

/** The same question once more, for an answer that goes nowhere: its asker has theirs. */
function askedByNobody({ method, url, headers }: IncomingMessage): [IncomingMessage, ServerResponse] {
  const away = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() }) as Socket
  const request = Object.assign(new IncomingMessage(away), { method, url, headers: { ...headers } })
  const response = new ServerResponse(request)
  response.assignSocket(away)
  response.once('finish', () => away.destroy())
  return [request, response]
}

/** A document's clocks count from when it was made (`components/ui/document-age.ts`): it says how long it was kept. */
function send({ madeAt, headers, body }: Kept, response: ServerResponse): void {
  const kept = isDocument(headers) && {
    'server-timing': `kept;dur=${Math.round(performance.now() - madeAt)}`,
  }
  response.writeHead(200, { ...headers, ...kept, 'content-length': body.length })
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
  /** What was old when it was sent and waits to be rendered. */
  refreshing: Set<string>
  types: RegExp
  ttl: (key: string) => number
}

const shelf = (types: RegExp, ttl: (key: string) => number): Shelf => ({
  types,
  ttl,
  rendering: new Map(),
  refreshing: new Set(),
  kept: new LRUCache({
    maxSize: KEPT_BYTES,
    // The clock is asked each time: a millisecond's memory of it saves nothing here.
    ttlResolution: 0,
    sizeCalculation: ({ body }, key) => body.length + key.length + 1,
  }),
})

/**
 * Gallery pages, rendered once for all who ask in the same moment, and sent half a minute longer while they are
 * rendered anew; and the files of the build, read and packed once (ADR 19, 27, 28, 30).
 * @param isHeard whether changes are heard; while they are not, each page is rendered
 */
export function pageCache(render: Render, isHeard: () => boolean): PageCache {
  const pages = shelf(PAGE_TYPE, (key) => (CARD.test(key) ? CARD_FRESH_MS : FRESH_MS) + STALE_MS)
  const built = shelf(ANY_TYPE, () => FOR_EVER)

  async function renderAndKeep(on: Shelf, key: string, request: IncomingMessage, response: ServerResponse) {
    const { rendering } = on
    const awaited = recorded(response, on.types)
    rendering.set(key, awaited)
    render(request, response)
    const made = await awaited
    rendering.delete(key)
    if (made && rendering === on.rendering) on.kept.set(key, made, { ttl: on.ttl(key) })
  }

  /** Renders for whoever comes next, unless all was forgotten meanwhile. */
  function refreshLater(on: Shelf, key: string, request: IncomingMessage) {
    const { refreshing } = on
    if (refreshing.has(key)) return
    refreshing.add(key)
    setTimeout(() => {
      refreshing.delete(key)
      if (refreshing === on.refreshing) void renderAndKeep(on, key, ...askedByNobody(request))
    }, REFRESH_AFTER_MS).unref()
  }

  function answer(on: Shelf, keys: Keys, request: IncomingMessage, response: ServerResponse) {
    const [own] = keys
    for (const key of keys) {
      const kept = on.kept.get(key)
      if (!kept) continue
      if (on.kept.getRemainingTTL(own) <= STALE_MS) refreshLater(on, own, request)
      return send(kept, response)
    }
    const awaited = on.rendering.get(own)
    if (!awaited) return void renderAndKeep(on, own, request, response)
    void awaited.then((page) => (page ? send(page, response) : render(request, response)))
  }

  return {
    render(request, response) {
      const file = builtKeysOf(request)
      if (file !== null) return answer(built, file, request, response)
      const page = isHeard() ? pageKeysOf(request) : null
      if (page !== null) return answer(pages, page, request, response)
      render(request, response)
    },
    forget() {
      pages.kept.clear()
      pages.rendering = new Map()
      pages.refreshing = new Set()
    },
  }
}
