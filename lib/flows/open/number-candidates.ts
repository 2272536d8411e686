import { numberRound } from '#lib/candidates/mutations.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { findRound } from '#lib/rounds/data.ts'
import { endMissedRound } from '#lib/rounds/mutations.ts'

/** Ends admission once its time has come. Comes twice or too early without harm. */
export async function numberCandidates(services: Services, rowId: string): Promise<void> {
  const round = await findRound(services.db, rowId)
  if (round?.status !== 'submissions' || round.candidateRoot !== null) return
  if ((await readClock(services.db)).now() < round.rules.submissionsCloseAt) return
  await write(services, 'worker', (ctx) => numberRound({ ctx, roundRowId: rowId }))
}

/** Ends a round that nobody opened in time; the caller has read the chain up to then. */
export async function endMissed(services: Services, rowId: string): Promise<boolean> {
  return write(services, 'worker', (ctx) => endMissedRound({ ctx, input: { rowId } }))
}
