import { type Services, write } from '#lib/flows/services.ts'
import { roundBudget } from '#lib/generation/executions/data.ts'
import { setRoundBudget } from '#lib/generation/executions/mutations.ts'
import { AppError } from '#lib/platform/errors.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { findRound, type Round } from '#lib/rounds/data.ts'
import * as rounds from '#lib/rounds/mutations.ts'
import type { SetRouting } from '#lib/rounds/schema.ts'

/**
 * The director says what a round asks of providers, and what its pictures may cost in all. Pictures whose turn has
 * not come go by it; what is under way goes on.
 * @throws AppError round-unknown, not-director, round-state
 */
export async function setRouting(
  services: Pick<Services, 'db' | 'chain'>,
  { id, budgetMicroUsd, ...routing }: SetRouting,
  actor: string,
): Promise<Round> {
  const round = await findRound(services.db, id)
  if (!round) throw new AppError('round-unknown')
  const { rowId: roundRowId } = round
  const { director } = await readRoles(services.chain, round.community.collection)
  return write(services, actor, async (ctx) => {
    const set = await rounds.setRouting({ ctx, input: { rowId: roundRowId, director, routing } })
    const { limitMicroUsd } = await roundBudget(ctx.tx, roundRowId)
    if (limitMicroUsd !== budgetMicroUsd)
      await setRoundBudget({ ctx, input: { roundRowId, limitMicroUsd: budgetMicroUsd } })
    return set
  })
}
