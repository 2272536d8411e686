import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Services } from '#lib/flows/services.ts'
import { ballotHook } from '#scripts/server/ballot-hook.ts'
import { pictureHook } from '#scripts/server/picture-hook.ts'

/** What stands behind the hook in place of Next: says that the request came through to it. */
export const BEHIND_THE_HOOK = 418

export type Hooked = { port: number; stop(): Promise<void> }

async function serve(
  takes: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<Hooked> {
  const server = createServer((request, response) => {
    if (!takes(request, response)) response.writeHead(BEHIND_THE_HOOK).end()
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

/** The hook that takes ballots on a port of its own, with an app behind it that only answers 418. */
export const withBallotHook = (services: Services) => serve(ballotHook(services))

/** The same for the hook that sends pictures. */
export const withPictureHook = () => serve(pictureHook())
