import { createServer } from 'node:http'
import type { Services } from '#lib/flows/services.ts'
import { ballotHook } from '#scripts/server/ballot-hook.ts'

/** What stands behind the hook in place of Next: says that the request came through to it. */
export const BEHIND_THE_HOOK = 418

/** The hook of the web server on a port of its own, with an app behind it that only answers 418. */
export async function withBallotHook(services: Services): Promise<{ port: number; stop(): Promise<void> }> {
  const takesBallot = ballotHook(services)
  const server = createServer((request, response) => {
    if (!takesBallot(request, response)) response.writeHead(BEHIND_THE_HOOK).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  return {
    port: address.port,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
