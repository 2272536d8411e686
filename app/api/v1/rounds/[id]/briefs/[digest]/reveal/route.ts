import { services } from '#lib/flows/services.ts'
import { revealPrompt } from '#lib/flows/submit/reveal-prompt.ts'
import { briefParamsSchema } from '#lib/flows/submit/schema.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  params: briefParamsSchema,
  async handle({ params }) {
    const session = await requireSession()
    const place = { roundId: params.id, digest: params.digest }
    return Response.json(await revealPrompt(services(), place, session.address))
  },
})
