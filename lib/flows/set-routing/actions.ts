'use server'

import { revalidatePath } from 'next/cache'
import { services } from '#lib/flows/services.ts'
import { action } from '#lib/platform/action.ts'
import { routingSchema } from '#lib/rounds/schema.ts'
import { setRouting } from './set-routing.ts'

const set = action(routingSchema, async (input, session) => {
  const { routing, slug } = await setRouting(services(), input, session.address)
  revalidatePath(`/rounds/${slug}`, 'layout')
  return routing
})

/** What a round of the signed-in director asks of providers, and what its pictures may cost. */
export async function setRoutingAction(input: unknown) {
  return set(input)
}
