import { generationServices } from '#lib/flows/generate/generation-services.ts'
import { webRing } from '#lib/flows/generate/web-ring.ts'
import { retryPicture } from '#lib/flows/submit/retry-picture.ts'
import { pictureParamsSchema } from '#lib/flows/submit/schema.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  params: pictureParamsSchema,
  async handle({ params }) {
    const session = await requireSession()
    const place = { roundId: params.id, taskId: params.task }
    const added = await retryPicture(generationServices(webRing), place, session.address)
    return Response.json(added, { status: 201 })
  },
})
