import { roundsQuery } from '#lib/flows/api/schemas.ts'
import { createRound } from '#lib/flows/draft-round/create-round.ts'
import { services } from '#lib/flows/services.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'
import { listRounds, roundById } from '#lib/rounds/loaders.ts'
import { createRoundSchema } from '#lib/rounds/schema.ts'

export const GET = route({
  query: roundsQuery,
  handle: async ({ query }) => Response.json(await listRounds(query)),
})

export const POST = route({
  body: createRoundSchema,
  async handle({ body }) {
    const session = await requireSession()
    const { rowId } = await createRound(services(), body, session.address)
    return Response.json(await roundById(rowId), { status: 201 })
  },
})
