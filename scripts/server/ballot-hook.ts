import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerBallot, MAX_BALLOT_BODY } from '#lib/flows/accept-ballot/answer-ballot.ts'
import type { Services } from '#lib/flows/services.ts'
import { SECURITY_HEADERS } from '#lib/platform/csp.ts'
import { AppError } from '#lib/platform/errors.ts'
import { clientNamed } from '#lib/platform/route.ts'

const PATH = /^\/api\/v1\/rounds\/([^/?]+)\/ballots\/?(?:\?|$)/

/** Reads a body of at most `limit` bytes; what comes after it stays in the socket. */
function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) return void chunks.push(chunk)
      request.pause()
      reject(new AppError('body-too-large', { detail: `at most ${limit} bytes` }))
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    const onClose = () => {
      if (!request.complete) reject(new AppError('bad-json', { detail: 'the body broke off' }))
    }
    request.on('error', onClose)
    request.on('close', onClose)
  })
}

async function answer(services: Services, id: string, request: IncomingMessage, response: ServerResponse) {
  const forwarded = request.headers['x-forwarded-for']
  const { status, type, headers, body } = await answerBallot(services, {
    roundId: id,
    client: clientNamed(Array.isArray(forwarded) ? forwarded[0] : forwarded),
    cookies: request.headers.cookie,
    body: () => readBody(request, MAX_BALLOT_BODY),
  })
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    // What was not read cannot be skipped: the connection ends with the answer.
    ...(!request.complete && { connection: 'close' }),
  })
  response.end(body)
}

/**
 * Takes posted ballots before Next does, which would cost more than all that is done with one (ADR 10). Answers whether
 * the request was one.
 */
export function ballotHook(
  services: Services,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const id = request.method === 'POST' ? PATH.exec(request.url ?? '')?.[1] : undefined
    if (id === undefined) return false
    void answer(services, id, request, response)
    return true
  }
}
