import { communityBySlug, listCommunities } from '#lib/communities/loaders.ts'
import { registerCommunitySchema } from '#lib/communities/schema.ts'
import { registerCommunity } from '#lib/flows/found-community/register-community.ts'
import { services } from '#lib/flows/services.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  handle: async () => Response.json({ items: await listCommunities(), nextCursor: null }),
})

export const POST = route({
  body: registerCommunitySchema,
  async handle({ body }) {
    const session = await requireSession()
    const { slug } = await registerCommunity(services(), body, session.address)
    return Response.json(await communityBySlug(slug), { status: 201 })
  },
})
