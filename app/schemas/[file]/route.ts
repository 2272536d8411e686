import { z } from 'zod'
import { contentOfBytes, contentResponse } from '#lib/platform/content-response.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'
import { schemaFiles } from '#lib/protocol/published-schemas.ts'

const show = route({
  params: z.object({ file: z.string().max(64) }),
  async handle({ request, params }) {
    const found = schemaFiles().find(({ path }) => path === `/schemas/${params.file}`)
    if (!found) throw new AppError('not-found')
    return contentResponse({
      request,
      name: found.sha256,
      find: async () => contentOfBytes(found.bytes, 'application/schema+json'),
      anyOrigin: true,
    })
  },
})

export const GET = show
export const HEAD = show
