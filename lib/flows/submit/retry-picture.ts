import { randomUUID } from 'node:crypto'
import type { GenerationServices } from '#lib/flows/generate/generation-services.ts'
import { recipeForTask } from '#lib/flows/generate/recipe-for-task.ts'
import { write } from '#lib/flows/services.ts'
import { findBrief, findTask } from '#lib/generation/data.ts'
import { firstFor, isLetIn, withoutVolunteers } from '#lib/generation/may-render.ts'
import { insertTry } from '#lib/generation/mutations.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { findRound } from '#lib/rounds/data.ts'
import { assertLicensed } from './assert-licensed.ts'
import { assertTakesBriefs } from './takes-briefs.ts'

/**
 * Tries a picture that was turned away once more, from the next place of its brief: another seed, or another
 * move of a variation. The words stay as they were signed.
 * @param actor who is signed in; only the creator of the brief may spend its tries
 * @throws AppError round-unknown, not-found, not-yours, brief-window, no-tries, provider-unknown, provider-closed,
 *   licence-conflict, parent-licence
 */
export async function retryPicture(
  services: GenerationServices,
  { roundId, taskId }: { roundId: string; taskId: string },
  actor: string,
): Promise<{ taskId: string }> {
  const { db, storage, providers } = services
  const [round, task, clock] = await Promise.all([
    findRound(db, roundId),
    findTask(db, taskId),
    readClock(db),
  ])
  if (!task || task.roundRowId !== round?.rowId) throw new AppError('not-found')
  const brief = await findBrief(db, task.briefId)
  if (brief?.creator !== actor) throw new AppError('not-yours')
  assertTakesBriefs(round, clock.now())
  const setting = isSealed(brief) ? withoutVolunteers(round) : round
  const provider =
    brief.provider === ANY_PROVIDER ? firstFor(providers, setting) : providers.find(brief.provider)
  if (!provider) throw new AppError('provider-unknown')
  if (!isLetIn(provider, setting)) throw new AppError('provider-closed')
  const recipe = await recipeForTask(db, { brief, task, attempt: task.try + 1 }, provider)
  await assertLicensed(db, { round, creator: brief.creator, recipe, model: provider.terms })
  await storage.put(canonicalBytes(recipe))
  const input = { taskId, recipe, idempotencyKey: randomUUID() }
  const added = await write(services, actor, (ctx) => insertTry({ ctx, input }))
  await services.ring('render', added.taskId)
  return added
}
