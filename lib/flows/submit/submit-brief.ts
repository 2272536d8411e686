import { randomUUID } from 'node:crypto'
import type { GenerationServices } from '#lib/flows/generate/generation-services.ts'
import { write } from '#lib/flows/services.ts'
import { findParent } from '#lib/generation/data.ts'
import { declaredRecipeOf } from '#lib/generation/declared-recipe.ts'
import { firstFor, isLetIn, withoutVolunteers } from '#lib/generation/may-render.ts'
import { insertBrief } from '#lib/generation/mutations.ts'
import { type AcceptedBrief, ANY_PROVIDER, type SignedBrief } from '#lib/generation/schema.ts'
import { type Parent, placeOf, recipeOf } from '#lib/generation/template.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { type VerifiedBrief, verifyBrief } from '#lib/protocol/brief.ts'
import { parentOfBrief } from '#lib/protocol/brief-parent.ts'
import { isSealed, wordsBehind } from '#lib/protocol/brief-private.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { findRound } from '#lib/rounds/data.ts'
import * as messages from '#messages/flows/submit/submit-brief.ts'
import { assertLicensed } from './assert-licensed.ts'
import { broughtFiles } from './brought-files.ts'
import { assertTakesBriefs } from './takes-briefs.ts'

type Submitted = { roundId: string; signed: SignedBrief }

/** The work that a brief varies: it hangs here. */
async function parentFor(
  { db }: Pick<GenerationServices, 'db'>,
  { brief }: VerifiedBrief,
): Promise<Parent | null> {
  const named = parentOfBrief(brief)
  if (named === null) return null
  const parent = await findParent(db, named)
  if (!parent) throw new AppError('parent-unknown')
  return parent
}

const isTaken = (error: unknown) => (error as { code?: unknown } | null)?.code === 'P2002'

/**
 * Takes a creator's signed brief: checks it whole, stores it with one task and recipe for each picture, and
 * rings the workers.
 * @param actor who is signed in
 * @throws AppError round-unknown, brief-window, not-yours, provider-unknown, provider-closed, brief-used, parent-unknown,
 *   parent-licence, licence-conflict, provider-inputs, upload-unknown, brief-invalid
 * @throws ProtocolError `schema-invalid`, `json-bad-text`, `brief-*`, `prompt-commitment`, `signature-*`
 */
export async function submitBrief(
  services: GenerationServices,
  { roundId, signed }: Submitted,
  actor: string,
): Promise<AcceptedBrief> {
  const { db, storage, providers } = services
  const [round, clock] = await Promise.all([findRound(db, roundId), readClock(db)])
  const now = clock.now()
  assertTakesBriefs(round, now)
  if (signed.brief.creator !== actor) throw new AppError('not-yours')
  const isOpen = signed.provider === ANY_PROVIDER
  const setting = isSealed(signed.brief) ? withoutVolunteers(round) : round
  const provider = isOpen ? firstFor(providers, setting) : providers.find(signed.provider)
  if (!provider) throw new AppError('provider-unknown', { fields: { provider: messages.noProvider } })
  if (!isLetIn(provider, setting))
    throw new AppError('provider-closed', {
      fields: { provider: isLetIn(provider, round) ? messages.notForPrivate : messages.notInRound },
    })
  const { rules } = round
  const { brief, signature } = signed
  const verified = await verifyBrief({ rules, roundId: round.roundId, brief, signature, now })
  const words = wordsBehind(verified.brief, signed.words)
  const parent = await parentFor(services, verified)
  const asked = { brief: verified.brief, digest: verified.digest, model: provider.model, parent }
  const brought = await broughtFiles(services, provider, verified)
  const recipes = Array.from({ length: brief.count }, (_, index) => ({
    recipe: brought
      ? declaredRecipeOf({ ...asked, ...brought })
      : recipeOf(asked, placeOf(index, 0, brief.count)),
    idempotencyKey: randomUUID(),
  }))
  const [first] = recipes
  // All of a brief are made of the same.
  if (first) await assertLicensed(db, { round, ...first, creator: brief.creator, model: provider.terms })
  for (const { recipe } of recipes) await storage.put(canonicalBytes(recipe))
  const { creatorName } = signed
  const input = { roundRowId: round.rowId, verified, creatorName, provider: signed.provider, words, recipes }
  const { taskIds } = await write(services, actor, (ctx) => insertBrief({ ctx, input })).catch(
    (error: unknown) => {
      throw isTaken(error) ? new AppError('brief-used', { cause: error }) : error
    },
  )
  for (const taskId of taskIds) await services.ring('render', taskId)
  const tasks = taskIds.map((id, index) => ({ id, index, seed: recipes[index]?.recipe.seed ?? '' }))
  return { digest: verified.digest, tasks }
}
