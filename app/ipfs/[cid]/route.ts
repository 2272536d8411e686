import { z } from 'zod'
import { contentByCid } from '#lib/flows/api/loaders.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

const paramsSchema = z.object({ cid: z.string().regex(/^b[a-z2-7]{50,70}$/) })

const show = route({
  params: paramsSchema,
  async handle({ request, params }) {
    const etag = `"${params.cid}"`
    const headers = {
      etag,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    }
    if (request.headers.get('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers })
    const content = await contentByCid(params.cid)
    if (!content) throw new AppError('not-found')
    const { bytes, mime } = content
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: { ...headers, 'content-type': mime, 'content-length': String(bytes.length) },
    })
  },
})

export const GET = show
export const HEAD = show
