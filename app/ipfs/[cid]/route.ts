import { z } from 'zod'
import { contentByCid } from '#lib/flows/api/loaders.ts'
import { contentResponse } from '#lib/platform/content-response.ts'
import { route } from '#lib/platform/route.ts'

const paramsSchema = z.object({ cid: z.string().regex(/^b[a-z2-7]{50,70}$/) })

const show = route({
  params: paramsSchema,
  handle: ({ request, params: { cid } }) =>
    contentResponse({ request, name: cid, find: () => contentByCid(cid), anyOrigin: true }),
})

export const GET = show
export const HEAD = show
