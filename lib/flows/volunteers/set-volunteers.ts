import { type Services, write } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { findRound, type Round } from '#lib/rounds/data.ts'
import * as rounds from '#lib/rounds/mutations.ts'

/**
 * The director lets volunteers' computers render the briefs of a round, or no longer. Works that were asked
 * for before go on either way.
 * @throws AppError round-unknown, not-director, round-state
 */
export async function setVolunteers(
  services: Pick<Services, 'db' | 'chain'>,
  input: { id: string; on: boolean },
  actor: string,
): Promise<Round> {
  const round = await findRound(services.db, input.id)
  if (!round) throw new AppError('round-unknown')
  const { director } = await readRoles(services.chain, round.community.collection)
  return write(services, actor, (ctx) =>
    rounds.setVolunteers({ ctx, input: { rowId: round.rowId, director, on: input.on } }),
  )
}
