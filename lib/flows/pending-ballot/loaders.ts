import 'server-only'
import { votingRound } from '#lib/flows/accept-ballot/voting-round.ts'
import { services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { pendingView } from './pending-view.ts'
import { type PendingView, pendingKeySchema } from './schema.ts'

/** A pending ballot by its key; null where there is none. @throws AppError wallet-check-unavailable, safe-unknown */
export async function pendingBallot(roundId: string, key: string): Promise<PendingView | null> {
  const parsed = pendingKeySchema.safeParse(key)
  if (!parsed.success) return null
  try {
    return await pendingView(services(), await votingRound(services(), roundId), parsed.data)
  } catch (error) {
    if (error instanceof AppError && error.code === 'pending-unknown') return null
    throw error
  }
}

/** The works that a ballot names, whatever the method. */
export function chosenIn({ ballot, text }: PendingView): number[] {
  return [...(text ?? ballot.choices).matchAll(/#([1-9][0-9]*)/g)].map(([, digits]) => Number(digits))
}
