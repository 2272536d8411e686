/**
 * The web server: Next, and before it what thousands ask for in the same second: ballots, pictures, and the pages that
 * everybody sees. `next start` serves the same app without: its own routes answer then, and each page is rendered.
 */
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import next from 'next'
import { services } from '#lib/flows/services.ts'
import { providers } from '#lib/generation/registry.ts'
import { env } from '#lib/platform/env.ts'
import { ballotHook } from './server/ballot-hook.ts'
import { pageCache } from './server/page-cache.ts'
import { pictureHook } from './server/picture-hook.ts'
import { listenForChanges } from './server/public-changes.ts'

const PATIENCE_MS = 5_000
const DEFAULT_PORT = '3000'

const { values } = parseArgs({
  options: {
    port: { type: 'string', short: 'p', default: process.env.PORT || DEFAULT_PORT },
    hostname: { type: 'string', short: 'H', default: '0.0.0.0' },
  },
})
const { hostname } = values
const port = Number(values.port)

const app = next({ dev: false, dir: resolve(import.meta.dirname, '..'), hostname, port })
// A setting that cannot hold is told before anybody asks.
providers()
await app.prepare()
const toNext = app.getRequestHandler()
const takesBallot = ballotHook(services())
const sendsPicture = pictureHook()
const pages = pageCache(
  (request, response) => void toNext(request, response),
  () => changes.isHeard(),
)
const changes = listenForChanges(env().DATABASE_URL, pages.forget)
const server = createServer((request, response) => {
  if (!takesBallot(request, response) && !sendsPicture(request, response)) pages.render(request, response)
})

/** Finishes what is under way; streams are cut after a while. */
async function stop(): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await closed
  clearTimeout(impatient)
  await changes.stop()
  await app.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

server.listen(port, hostname, () => process.stdout.write(`Verso listens on http://${hostname}:${port}\n`))
