import { progressStream } from '#lib/flows/generate/web-stream.ts'
import { roundParamsSchema, streamQuerySchema } from '#lib/flows/submit/schema.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParamsSchema,
  query: streamQuerySchema,
  handle: ({ request, params, query }) =>
    progressStream(request, { roundId: params.id, digest: query.brief, after: query.after }),
})
