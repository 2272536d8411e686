import { AppError } from './errors.ts'

type Content = { bytes: Uint8Array; mime: string }

type ContentRequest = {
  request: Request
  /** The content's own name: a hash or a CID, so it never changes. */
  name: string
  read: () => Promise<Content | null>
  /** `Link` (RFC 8288) of the content; not asked for what somebody has already. */
  link?: () => Promise<string | null>
  /** Whether scripts of other sites may read it. */
  anyOrigin?: boolean
}

/** Answers GET and HEAD for content under its own hash: kept for ever, never run. @throws AppError not-found */
export async function contentResponse({
  request,
  name,
  read,
  link,
  anyOrigin = false,
}: ContentRequest): Promise<Response> {
  const etag = `"${name}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    ...(anyOrigin && { 'access-control-allow-origin': '*' }),
  }
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers })
  const [content, linked] = await Promise.all([read(), link?.()])
  if (!content) throw new AppError('not-found')
  const { bytes, mime } = content
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
    headers: {
      ...headers,
      'content-type': mime,
      'content-length': String(bytes.length),
      ...(linked && { link: linked }),
    },
  })
}
