import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Instance } from './with-instance.ts'

const ROUNDS = resolve(import.meta.dirname, '../../app/api/v1/rounds')

type Handle = (request: Request) => Promise<Response>

/** A small HTTP server on 127.0.0.1 that answers with a function; GET is enough for readers. */
export async function serveLoopback(handle: Handle): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const url = `http://${incoming.headers.host}${incoming.url}`
    handle(new Request(url, { method: incoming.method ?? 'GET' })).then(
      async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers))
        outgoing.end(Buffer.from(await response.arrayBuffer()))
      },
      () => outgoing.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Route = (request: Request, context: { params: Promise<{ id?: string }> }) => Promise<Response>

async function loadRoute(folder: string): Promise<Route> {
  const module: { GET: Route } = await import(join(ROUNDS, folder, 'route.ts'))
  return module.GET
}

/** The handlers of an instance's own routes that a watcher reads, without the pages around them. */
export async function routesOf(instance: Instance): Promise<Handle> {
  const { chainId, url } = instance.control
  Object.assign(process.env, {
    LOG_LEVEL: 'silent',
    DATABASE_URL: instance.databaseUrl,
    CHAIN_RPC_URL: url,
    CHAIN_ID: String(chainId),
  })
  const [rounds, round, heads, hashes, consistency] = await Promise.all(
    ['', '[id]/', '[id]/log/heads/', '[id]/log/hashes/', '[id]/proofs/consistency/'].map(loadRoute),
  )
  const routes = new Map([
    ['', round],
    ['/log/heads', heads],
    ['/log/hashes', hashes],
    ['/proofs/consistency', consistency],
  ])
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/v1/rounds' && rounds) return rounds(request, { params: Promise.resolve({}) })
    const [, id = '', rest = ''] = /^\/api\/v1\/rounds\/(0x[0-9a-f]{64})(.*)$/.exec(pathname) ?? []
    const route = routes.get(rest)
    if (!id || !route) return new Response(null, { status: 404 })
    return route(request, { params: Promise.resolve({ id }) })
  }
}
