import { worksLike } from '#lib/flows/find-work/loaders.ts'
import { findQuery } from '#lib/flows/find-work/schema.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  limit: 'find',
  query: findQuery,
  handle: async ({ query }) =>
    Response.json(
      { items: await worksLike(query), nextCursor: null },
      { headers: { 'access-control-allow-origin': '*' } },
    ),
})
