import type { z } from 'zod'
import { AppError } from './errors.ts'
import { parseJson, problemAnswer, responseOf } from './http-answer.ts'
import { type LimitName, takeFrom } from './rate-limit.ts'

type Shape = z.ZodType | undefined
type Out<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

type Given<P extends Shape, Q extends Shape, B extends Shape> = {
  request: Request
  params: Out<P>
  query: Out<Q>
  body: Out<B>
}

type RouteOptions<P extends Shape, Q extends Shape, B extends Shape> = {
  params?: P
  query?: Q
  body?: B
  /** Bytes; 64 KiB unless said. */
  maxBody?: number
  limit?: LimitName
  handle: (given: Given<P, Q, B>) => Promise<Response>
}

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> }

const DEFAULT_BODY = 65_536

/** The client as the proxy in front names it in X-Forwarded-For; one bucket for all when nobody does. */
export const clientNamed = (forwardedFor: string | null | undefined) =>
  forwardedFor?.split(',')[0]?.trim() || 'direct'

export const clientOf = (request: Request) => clientNamed(request.headers.get('x-forwarded-for'))

/** Reads at most `limit` bytes. @throws AppError body-too-large */
export async function readBody(request: Request, limit = DEFAULT_BODY): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      await reader.cancel()
      throw new AppError('body-too-large', { detail: `at most ${limit} bytes` })
    }
    chunks.push(value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function readJson(request: Request, limit: number | undefined): Promise<unknown> {
  return parseJson(await readBody(request, limit))
}

/** A route handler: limit, parse at the border, one call, problem+json for whatever is thrown. */
export function route<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
  options: RouteOptions<P, Q, B>,
): (request: Request, context: NextContext) => Promise<Response> {
  return async (request, context) => {
    try {
      await takeFrom(options.limit ?? (request.method === 'GET' ? 'read' : 'write'), clientOf(request))
      const params = options.params?.parse(await context.params)
      const query = options.query?.parse(Object.fromEntries(new URL(request.url).searchParams))
      const body = options.body?.parse(await readJson(request, options.maxBody))
      return await options.handle({ request, params, query, body } as Given<P, Q, B>)
    } catch (error) {
      return responseOf(problemAnswer(error, request.url))
    }
  }
}
