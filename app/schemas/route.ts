import { route } from '#lib/platform/route.ts'
import { schemaFiles } from '#lib/protocol/published-schemas.ts'

/** Schemas of the records that this instance writes, with the SHA-256 of each file. */
export const GET = route({
  async handle() {
    const items = schemaFiles().map(({ bytes: _, ...file }) => file)
    return Response.json({ items, nextCursor: null }, { headers: { 'access-control-allow-origin': '*' } })
  },
})
