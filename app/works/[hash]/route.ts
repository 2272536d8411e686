import { z } from 'zod'
import { pictureFile } from '#lib/candidates/loaders.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

const paramsSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })

const show = route({
  params: paramsSchema,
  async handle({ request, params }) {
    const etag = `"${params.hash}"`
    const headers = {
      etag,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    }
    if (request.headers.get('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers })
    const file = await pictureFile(params.hash)
    if (!file) throw new AppError('not-found')
    const { bytes, mime } = file
    const body = request.method === 'HEAD' ? null : new Uint8Array(bytes)
    return new Response(body, {
      headers: { ...headers, 'content-type': mime, 'content-length': String(bytes.length) },
    })
  },
})

export const GET = show
export const HEAD = show
