'use server'

import { revalidatePath } from 'next/cache'
import { registerCommunitySchema } from '#lib/communities/schema.ts'
import { services } from '#lib/flows/services.ts'
import { action } from '#lib/platform/action.ts'
import { registerCommunity } from './register-community.ts'

const register = action(registerCommunitySchema, async (input, session) => {
  const community = await registerCommunity(services(), input, session.address)
  revalidatePath('/', 'layout')
  return { slug: community.slug }
})

/** Registers the collection that the signed-in director deployed. */
export async function registerCommunityAction(input: unknown) {
  return register(input)
}
