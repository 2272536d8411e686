import { generationServices } from '#lib/flows/generate/generation-services.ts'
import { webRing } from '#lib/flows/generate/web-ring.ts'
import { roundParamsSchema } from '#lib/flows/submit/schema.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { signedBriefSchema } from '#lib/generation/schema.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  params: roundParamsSchema,
  body: signedBriefSchema,
  async handle({ params, body }) {
    const session = await requireSession()
    const accepted = await submitBrief(
      generationServices(webRing),
      { roundId: params.id, signed: body },
      session.address,
    )
    return Response.json(accepted, { status: 201 })
  },
})
