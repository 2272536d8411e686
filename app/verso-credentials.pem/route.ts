import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'
import { instanceRoot } from '#lib/provenance/loaders.ts'

/** The root certificate of the credentials in pictures; also at /.well-known/verso-credentials.pem. */
export const GET = route({
  async handle() {
    const root = instanceRoot()
    if (!root) throw new AppError('not-found')
    return new Response(root.pem, {
      headers: {
        'content-type': 'application/x-pem-file',
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
        etag: `"${root.fingerprint}"`,
      },
    })
  },
})
