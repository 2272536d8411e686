import { z } from 'zod'
import { credentialsLink, pictureContent } from '#lib/candidates/loaders.ts'
import { contentResponse } from '#lib/platform/content-response.ts'
import { route } from '#lib/platform/route.ts'

const paramsSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })

const show = route({
  params: paramsSchema,
  handle: ({ request, params: { hash } }) =>
    contentResponse({
      request,
      name: hash,
      find: () => pictureContent(hash),
      link: () => credentialsLink(hash),
    }),
})

export const GET = show
export const HEAD = show
