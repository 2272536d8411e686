import { communityParams } from '#lib/flows/api/schemas.ts'
import { services } from '#lib/flows/services.ts'
import { MAX_LIST_BYTES, takeAllowlist } from '#lib/flows/take-allowlist/take-allowlist.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { readBody, route } from '#lib/platform/route.ts'

export const POST = route({
  params: communityParams,
  async handle({ request, params }) {
    const session = await requireSession()
    const text = new TextDecoder().decode(await readBody(request, MAX_LIST_BYTES))
    const kept = await takeAllowlist(services(), { community: params.slug, text }, session.address)
    return Response.json(kept, { status: 201 })
  },
})
