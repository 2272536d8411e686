import {
  createServer,
  get,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pageCache } from './page-cache.ts'

/** Stands for Next: each page it renders is another one, and comes when it is let go. */
const app = {
  rendered: [] as string[],
  asked: [] as IncomingHttpHeaders[],
  status: 200,
  cookie: false,
  packed: false,
  brokenOff: false,
  held: null as Promise<void> | null,
}
let isHeard = true
const cache = pageCache(
  async ({ url = '', headers }, response) => {
    app.rendered.push(url)
    app.asked.push(headers)
    const page = `page ${app.rendered.length}`
    response.writeHead(app.status, {
      'content-type': 'text/html; charset=utf-8',
      ...(app.cookie && { 'set-cookie': 'a=b' }),
      ...(app.packed && { 'content-encoding': 'gzip' }),
    })
    if (app.packed) {
      const body = gzipSync(`<body><script src="/_next/static/a.js" async=""></script>${page}</body>`)
      response.end(app.brokenOff ? body.subarray(0, -12) : body)
      return
    }
    response.write(page.slice(0, 3))
    await app.held
    response.end(page.slice(3))
  },
  () => isHeard,
)
const server = createServer(cache.render)

const HTML = { accept: 'text/html,*/*', 'accept-encoding': 'gzip' }

function answerTo(path: string, headers: OutgoingHttpHeaders = HTML): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    get({ port, path, headers, agent: false }, resolve).on('error', reject)
  })
}

const read = async (path: string, headers?: OutgoingHttpHeaders) => text(await answerTo(path, headers))

function hold(): () => void {
  let go = () => {}
  app.held = new Promise((resolve) => {
    go = resolve
  })
  return go
}

const { setTimeout: realTimeout } = globalThis
const until = async (is: () => boolean) => {
  while (!is()) await new Promise((wait) => realTimeout(wait, 2))
}

beforeEach(async () => {
  Object.assign(app, {
    rendered: [],
    asked: [],
    status: 200,
    cookie: false,
    packed: false,
    brokenOff: false,
    held: null,
  })
  isHeard = true
  cache.forget()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

it('renders a page once, and again when something has changed', async () => {
  expect(await read('/rounds/low-tide/result')).toBe('page 1')
  expect(await read('/rounds/low-tide/result')).toBe('page 1')
  expect(await read('/')).toBe('page 2')
  cache.forget()
  expect(await read('/rounds/low-tide/result')).toBe('page 3')
})

it('keeps the page of a creator, and of nobody else below them', async () => {
  const creator = `/creators/0x${'a1'.repeat(20)}`
  expect([await read(creator), await read(creator)]).toEqual(['page 1', 'page 1'])
  expect([await read('/creators/ada'), await read('/creators/ada')]).toEqual(['page 2', 'page 3'])
})

/** Clock and timers in the test's hand, from when it is called to the end of the test. */
function ownTime() {
  const clock = vi.spyOn(performance, 'now')
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  let now = 1_000_000
  const later = async (milliseconds: number) => {
    now += milliseconds
    clock.mockReturnValue(now)
    await vi.advanceTimersByTimeAsync(milliseconds)
  }
  void later(0)
  return later
}
const CARD = '/rounds/low-tide/opengraph-image'

it('sends a page of over two seconds, and renders it anew for whoever comes once its asker was served', async () => {
  const later = ownTime()
  expect(await read('/')).toBe('page 1')
  await later(1_900)
  expect(await read('/')).toBe('page 1')
  await later(200)
  expect([await read('/'), await read('/'), await read('/')]).toEqual(['page 1', 'page 1', 'page 1'])
  await later(14_800)
  expect(app.rendered).toHaveLength(1)
  await later(200)
  await until(() => app.rendered.length === 2)
  expect(await read('/')).toBe('page 2')
  await later(60_000)
  expect(app.rendered).toHaveLength(2)
})

it('renders a page of over half a minute for who asks, and a card after a minute and a half', async () => {
  const later = ownTime()
  const both = async () => [await read('/'), await read(CARD)]
  expect(await both()).toEqual(['page 1', 'page 2'])
  await later(32_100)
  expect(await both()).toEqual(['page 3', 'page 2'])
  await later(58_000)
  expect(await read(CARD)).toBe('page 4')
})

it('says of a document how long it was kept, for its clocks', async () => {
  const later = ownTime()
  const keptFor = async () => (await answerTo('/')).resume().headers['server-timing']
  expect(await keptFor()).toBeUndefined()
  await later(12_000)
  expect(await keptFor()).toBe('kept;dur=12000')
})

it('sends a kept document packed as it was, with its scripts behind its pictures', async () => {
  app.packed = true
  const document = async () => gunzipSync(await buffer(await answerTo('/'))).toString()
  expect(await document()).toContain('<script src="/_next/static/a.js" async=""></script>page 1')
  expect(await document()).toContain('<script src="/_next/static/a.js" type="later"></script>page 1')
})

it('does not keep a packed document that was broken off', async () => {
  app.packed = true
  app.brokenOff = true
  const packed = async () => buffer(await answerTo('/'))
  await packed()
  await packed()
  expect(app.rendered).toHaveLength(2)
})

it('sends a card of over a minute, and draws it anew', async () => {
  const later = ownTime()
  expect(await read(CARD)).toBe('page 1')
  await later(59_000)
  expect(await read(CARD)).toBe('page 1')
  await later(4_200)
  expect([app.rendered.length, await read(CARD)]).toEqual([1, 'page 1'])
  await later(15_100)
  await until(() => app.rendered.length === 2)
  expect(await read(CARD)).toBe('page 2')
})

it('asks anew as its asker asked, but for nobody', async () => {
  const later = ownTime()
  await read('/rounds?page=2')
  await later(2_100)
  await read('/rounds?page=2')
  await later(15_100)
  await until(() => app.rendered.length === 2)
  expect(app.rendered).toEqual(['/rounds?page=2', '/rounds?page=2'])
  expect(app.asked.at(-1)).toMatchObject({ accept: HTML.accept, 'accept-encoding': 'gzip' })
})

it('keeps the old page where rendering it anew fails', async () => {
  const later = ownTime()
  expect(await read('/')).toBe('page 1')
  await later(2_100)
  await read('/')
  app.status = 500
  await later(15_100)
  await until(() => app.rendered.length === 2)
  expect(await read('/')).toBe('page 1')
  app.status = 200
  await later(15_100)
  await until(() => app.rendered.length === 3)
  expect(await read('/')).toBe('page 3')
})

it('renders nothing anew after a change until somebody asks', async () => {
  const later = ownTime()
  await read('/')
  await later(2_100)
  await read('/')
  cache.forget()
  await later(15_100)
  expect(app.rendered).toHaveLength(1)
  expect(await read('/')).toBe('page 2')
})

it('renders once for all who ask while it is rendered', async () => {
  const go = hold()
  const all = Array.from({ length: 20 }, () => read('/collection'))
  await until(() => app.rendered.length > 0)
  go()
  expect(new Set(await Promise.all(all))).toEqual(new Set(['page 1']))
})

it('keeps nothing that was begun before a change, nor lets anybody wait for it', async () => {
  const go = hold()
  const before = read('/rounds')
  await until(() => app.rendered.length === 1)
  cache.forget()
  app.held = null
  expect(await read('/rounds')).toBe('page 2')
  go()
  expect(await before).toBe('page 1')
  expect(await read('/rounds')).toBe('page 2')
})

it('renders for each while changes are not heard', async () => {
  isHeard = false
  expect([await read('/'), await read('/')]).toEqual(['page 1', 'page 2'])
  isHeard = true
  expect([await read('/'), await read('/')]).toEqual(['page 3', 'page 3'])
})

it('renders for those who wait when the one they wait for goes away', async () => {
  const go = hold()
  const { port } = server.address() as AddressInfo
  const gone = get({ port, path: '/rounds', headers: HTML, agent: false })
  gone.on('error', () => {})
  await until(() => app.rendered.length === 1)
  const waiting = read('/rounds')
  gone.destroy()
  await until(() => app.rendered.length === 2)
  go()
  expect(await waiting).toBe('page 2')
})

it.each([
  ['what is no gallery page', '/rounds/low-tide/ballot', HTML],
  ['the desk', '/desk', HTML],
  ['the API', '/api/v1/rounds', HTML],
  ['what is asked for by script', '/rounds', { accept: '*/*' }],
  ['what Next asks itself for', '/rounds', { ...HTML, rsc: '1' }],
  ['a part', '/rounds', { ...HTML, range: 'bytes=0-1' }],
])('lets through %s', async (_, path, headers) => {
  expect([await read(path, headers), await read(path, headers)]).toEqual(['page 1', 'page 2'])
})

it.each([
  ['an error', { status: 500 }],
  ['what is not there', { status: 404 }],
  ['what sets a cookie', { cookie: true }],
])('does not keep %s', async (_, answer) => {
  Object.assign(app, answer)
  expect([await read('/'), await read('/')]).toEqual(['page 1', 'page 2'])
})

it('tells apart what was asked for', async () => {
  const asked = ['/rounds?page=2', '/rounds?page=3', '/rounds/a/works/1', '/rounds/a/works/1?verso']
  const first = await Promise.all(asked.map((path) => read(path)))
  expect(new Set(first).size).toBe(asked.length)
  expect(await Promise.all(asked.map((path) => read(path)))).toEqual(first)
  expect(first).not.toContain(await read('/rounds?page=2', { ...HTML, 'accept-encoding': 'identity' }))
})

it('draws a card once, whoever asks and with whatever query', async () => {
  expect(await read(`${CARD}?5f2c`, { accept: '*/*' })).toBe('page 1')
  expect(await read(`${CARD}?x=1`, HTML)).toBe('page 1')
  expect(await read('/rounds/high-tide/opengraph-image')).toBe('page 2')
})

it('deals a wall in several ways, rendered behind the first visits, and an address that names its deal in one', async () => {
  const later = ownTime()
  const first = await read('/rounds/low-tide')
  expect(new Set(await Promise.all(Array.from({ length: 200 }, () => read('/rounds/low-tide'))))).toEqual(
    new Set([first]),
  )
  expect(app.rendered).toHaveLength(1)
  await later(15_100)
  await until(() => app.rendered.length === 8)
  const walls = new Set<string>()
  for (let visit = 0; visit < 200; visit += 1) walls.add(await read('/rounds/low-tide'))
  expect(walls.size).toBe(8)
  const dealt = new Set<string>()
  for (let visit = 0; visit < 20; visit += 1) dealt.add(await read('/rounds/low-tide?deal=0-00ff'))
  expect(dealt.size).toBe(1)
})

it('reads a file of the build once, whatever changes', async () => {
  const script = '/_next/static/chunks/3iykd_fcw05ap.js'
  const bare = { 'accept-encoding': 'gzip' }
  expect([await read(script, bare), await read(script, bare)]).toEqual(['page 1', 'page 1'])
  cache.forget()
  isHeard = false
  expect(await read(script, bare)).toBe('page 1')
  expect(await read(script, { 'accept-encoding': 'br' })).toBe('page 2')
})

it('leaves a part of such a file, and the question whether it is the same, to Next', async () => {
  const face = '/_next/static/media/archivo.woff2'
  expect(await read(face)).toBe('page 1')
  expect(await read(face, { ...HTML, range: 'bytes=0-1' })).toBe('page 2')
  expect(await read(face, { ...HTML, 'if-none-match': '"a"' })).toBe('page 3')
  expect(await read(`${face}?a`)).toBe('page 4')
  app.status = 404
  const none = '/_next/static/media/none.woff2'
  expect([await read(none), await read(none)]).toEqual(['page 5', 'page 6'])
})
