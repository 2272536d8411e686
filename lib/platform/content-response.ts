import type { ByteRange } from './blob-store.ts'
import { askedRange } from './byte-range.ts'
import { AppError } from './errors.ts'

/** Content that is read only as far as it is sent. */
export type Content = {
  mime: string
  size: number
  stream(range?: ByteRange): ReadableStream<Uint8Array>
}

type ContentRequest = {
  request: Request
  /** The content's own name: a hash or a CID, so it never changes. */
  name: string
  find: () => Promise<Content | null>
  /** `Link` (RFC 8288) of the content; not asked for what somebody has already. */
  link?: () => Promise<string | null>
  /** Whether scripts of other sites may read it. */
  anyOrigin?: boolean
}

/** Content that is in memory anyway. */
export function contentOfBytes(bytes: Uint8Array, mime: string): Content {
  return {
    mime,
    size: bytes.length,
    stream: (range) =>
      new Blob([new Uint8Array(range ? bytes.subarray(range.start, range.end + 1) : bytes)]).stream(),
  }
}

/** The part asked for, as long as whoever asks has the beginning of this very content. */
function rangeOf({ headers, method }: Request, etag: string, size: number) {
  const condition = headers.get('if-range')
  const isSame = condition === null || condition.trim() === etag
  return method === 'GET' && isSame ? askedRange(headers.get('range'), size) : 'all'
}

/**
 * Answers GET and HEAD for content under its own hash: kept for ever, never run, whole or one part of it.
 * @throws AppError not-found
 */
export async function contentResponse({
  request,
  name,
  find,
  link,
  anyOrigin = false,
}: ContentRequest): Promise<Response> {
  const etag = `"${name}"`
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    ...(anyOrigin && {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'content-range, content-length, etag',
    }),
  }
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers })
  const [content, linked] = await Promise.all([find(), link?.()])
  if (!content) throw new AppError('not-found')
  const { mime, size } = content
  const range = rangeOf(request, etag, size)
  if (range === 'beyond')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'cache-control': 'no-store', 'content-range': `bytes */${size}` },
    })
  const typed = { ...headers, 'content-type': mime, ...(linked && { link: linked }) }
  if (range === 'all')
    return new Response(request.method === 'HEAD' ? null : content.stream(), {
      headers: { ...typed, 'content-length': String(size) },
    })
  return new Response(content.stream(range), {
    status: 206,
    headers: {
      ...typed,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${size}`,
    },
  })
}
