import type { IncomingMessage, ServerResponse } from 'node:http'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { type FalFault, PROBLEMS } from './fal-faults.ts'

/** A request that was taken. */
export type Made = {
  id: string
  model: string
  input: Record<string, unknown>
  headers: IncomingMessage['headers']
  webhook: string | null
  createdAt: number
  fault: FalFault | null
  cancelledAt: number | null
  resultReads: number
}

/** An answer in JSON. */
export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Requests are kept under owner and app, without the sub-path. */
export const appOf = (model: string) => model.split('/').slice(0, 2).join('/')

/** How long a request may wait for a machine, by its own header. */
const startsWithinMs = ({ headers }: Made) => Number(headers['x-fal-request-timeout'] ?? Infinity) * 1000

/** When a request ended or will end; infinity for one that does not. */
export function endOf(made: Made, latencyMs: number): number {
  if (made.cancelledAt !== null) return made.cancelledAt
  if (made.fault === 'stalls') return Number.POSITIVE_INFINITY
  return made.createdAt + (made.fault === 'never-starts' ? startsWithinMs(made) : latencyMs)
}

export function stateOf(
  made: Made,
  latencyMs: number,
  now: number,
): 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED' {
  if (now >= endOf(made, latencyMs)) return 'COMPLETED'
  const waits = made.fault === 'never-starts' || now - made.createdAt < latencyMs / 2
  return waits ? 'IN_QUEUE' : 'IN_PROGRESS'
}

/** What reading the result answers with in place of an output. */
export function problemOf(made: Made): readonly [number, object] | null {
  if (made.cancelledAt !== null)
    return [499, { detail: 'Request cancelled by the client', error_type: 'client_cancelled' }]
  return (made.fault && PROBLEMS[made.fault]) ?? null
}

function sendPicture(made: Made, response: ServerResponse, side: number, padding = 0): void {
  const { prompt, seed } = made.input
  const { png } = drawPng({ prompt: String(prompt), seed: Number(seed), width: side, height: side })
  const length = png.length + padding
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(length) }).write(png)
  response.end(Buffer.alloc(padding))
}

/** The file that a request has made, or what stands in its place. */
export function sendOutput(made: Made, response: ServerResponse, side: number): void {
  switch (made.fault) {
    case 'output-gone':
      send(response, 404, { detail: 'not found' })
      break
    case 'output-redirects':
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
      break
    case 'output-html':
      response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html><script>alert(1)</script>')
      break
    case 'output-huge':
      sendPicture(made, response, side, 33 << 20)
      break
    case 'output-cut':
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '20000' })
      response.write(Buffer.alloc(10_000), () => response.destroy())
      break
    default:
      sendPicture(made, response, side)
  }
}
