import { addImpressions } from '#lib/candidates/exposure/mutations.ts'
import { votingRound } from '#lib/flows/accept-ballot/voting-round.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { wallSeconds } from '#lib/platform/clock.ts'
import { firstLooks } from './first-looks.ts'

/**
 * Counts works as seen while their round is open for votes. What is no work of it, and what this client has reported
 * before, counts nothing.
 * @returns how many were counted
 * @throws AppError round-unknown
 */
export async function recordImpressions(
  services: Services,
  roundId: string,
  { numbers, client }: { numbers: readonly number[]; client: string },
): Promise<number> {
  const round = await votingRound(services, roundId)
  const now = wallSeconds() + round.offsetSeconds
  const isOpen = round.takesBallots && now >= round.rules.opensAt && now < round.rules.closesAt
  // A page may learn of the close after it: its last looks are no fault of anybody's.
  if (!isOpen) return 0
  const count = round.candidateCount
  const fresh = firstLooks(
    { client, roundId, count },
    numbers.filter((number) => number <= count),
  )
  if (fresh.length === 0) return 0
  const input = { roundRowId: round.rowId, count, numbers: fresh }
  await write(services, 'visitor', (ctx) => addImpressions({ ctx, input }))
  return fresh.length
}
