import type { z } from 'zod'

/** One operation of the public interface. */
export type Operation = {
  method: 'get' | 'post' | 'put' | 'delete'
  /** OpenAPI spelling. */
  path: string
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  /** A schema for JSON, or the media types of a file. */
  body?: z.ZodType | readonly string[]
  /** Status of success, and its body: a schema for JSON, or a media type. */
  answer: { status: number; body: z.ZodType | string }
  /** A further answer with a shape of its own. */
  refused?: z.ZodType
  /** What stands beside the problem when what is sent rests on something older. */
  stale?: z.ZodType
  /** Needs a session. */
  signedIn?: true
}

/** Done, with this body. */
export const ok = (body: z.ZodType | string) => ({ status: 200, body })
/** Something new is there. */
export const made = (body: z.ZodType) => ({ status: 201, body })
export const ROUND = '/api/v1/rounds/{id}'
