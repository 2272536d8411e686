'use server'

import { generationServices } from '#lib/flows/generate/generation-services.ts'
import { webRing } from '#lib/flows/generate/web-ring.ts'
import { action } from '#lib/platform/action.ts'
import { submitBriefSchema } from './schema.ts'
import { submitBrief } from './submit-brief.ts'

const submit = action(submitBriefSchema, ({ roundId, ...signed }, session) =>
  submitBrief(generationServices(webRing), { roundId, signed }, session.address),
)

/** Takes a signed brief of the signed-in creator. */
export async function submitBriefAction(input: unknown) {
  return submit(input)
}
