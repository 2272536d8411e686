import { bundleArchive } from '#lib/flows/api/loaders.ts'
import { bundleQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  query: bundleQuery,
  async handle({ params, query }) {
    const { bytes, name } = await bundleArchive(params.id, query.works)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    })
  },
})
