import { verifyPage } from '#lib/flows/verify-page/loaders.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

/** The verifier as one file, as this build made it. Its name stays and its bytes change with a build. */
const show = route({
  async handle({ request }) {
    const page = await verifyPage()
    if (!page) throw new AppError('not-found')
    const { bytes, sha256 } = page
    const etag = `"${sha256}"`
    const headers = { etag, 'cache-control': 'public, no-cache' }
    if (request.headers.get('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers })
    return new Response(request.method === 'HEAD' ? null : bytes, {
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(bytes.length),
      },
    })
  },
})

export const GET = show
export const HEAD = show
