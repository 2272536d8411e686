import { createServer } from 'node:net'

/** True when nobody listens on the port of this machine. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** A port that is free now; the first free one from `from` on, or any. */
export async function freePort(from?: number): Promise<number> {
  for (let port = from ?? 0; from !== undefined && port < from + 100; port += 1) {
    if (await portIsFree(port)) return port
  }
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
