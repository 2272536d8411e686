'use server'

import { revalidatePath } from 'next/cache'
import { services } from '#lib/flows/services.ts'
import { action } from '#lib/platform/action.ts'
import { volunteersSchema } from '#lib/rounds/schema.ts'
import { setVolunteers } from './set-volunteers.ts'

const set = action(volunteersSchema, async (input, session) => {
  const { volunteers, slug } = await setVolunteers(services(), input, session.address)
  revalidatePath(`/rounds/${slug}`, 'layout')
  return { on: volunteers }
})

/** Lets volunteers' computers render for a round of the signed-in director, or no longer. */
export async function setVolunteersAction(input: unknown) {
  return set(input)
}
