import { z } from 'zod'
import { generationServices } from '#lib/flows/generate/generation-services.ts'
import { takeWebhook } from '#lib/flows/generate/take-webhook.ts'
import { webRing } from '#lib/flows/generate/web-ring.ts'
import { readBody, route } from '#lib/platform/route.ts'

/** A report carries the prompt, the logs and addresses; never a picture. */
const MOST_BYTES = 1_048_576

export const POST = route({
  params: z.object({ provider: z.string().min(1).max(64) }),
  query: z.object({ task: z.uuid().optional() }),
  async handle({ request, params, query }) {
    const rawBody = new TextDecoder().decode(await readBody(request, MOST_BYTES))
    const outcome = await takeWebhook(generationServices(webRing), {
      provider: params.provider,
      rawBody,
      headers: request.headers,
      idempotencyKey: query.task ?? null,
    })
    return Response.json({ outcome })
  },
})
