'use server'

import { revalidatePath } from 'next/cache'
import { services } from '#lib/flows/services.ts'
import { action } from '#lib/platform/action.ts'
import { cancelRoundSchema, createRoundSchema, freezeRoundSchema } from '#lib/rounds/schema.ts'
import { createRound } from './create-round.ts'
import { cancelRound, freezeRound } from './freeze-round.ts'

const create = action(createRoundSchema, async (input, session) => {
  const round = await createRound(services(), input, session.address)
  revalidatePath('/desk', 'layout')
  return { rowId: round.rowId, slug: round.slug }
})

const freeze = action(freezeRoundSchema, async ({ id }, session) => {
  const round = await freezeRound(services(), id, session.address)
  revalidatePath('/', 'layout')
  return { roundId: round.roundId, slug: round.slug }
})

const cancel = action(cancelRoundSchema, async (input, session) => {
  const round = await cancelRound(services(), input, session.address)
  revalidatePath('/', 'layout')
  return { slug: round.slug }
})

/** A draft from the template, for the signed-in director. */
export async function createRoundAction(input: unknown) {
  return create(input)
}

/** Opens submissions: the rules are final from here. */
export async function freezeRoundAction(input: unknown) {
  return freeze(input)
}

/** Ends a round that is not opened on chain yet. */
export async function cancelRoundAction(input: unknown) {
  return cancel(input)
}
