import { type DraftPlace, findDraft, NOTHING_KEPT } from '#lib/ballots/drafts/data.ts'
import { deleteDraft, saveDraft } from '#lib/ballots/drafts/mutations.ts'
import type { DraftAnswer, KeepDraft } from '#lib/ballots/drafts/schema.ts'
import { votingRound } from '#lib/flows/accept-ballot/voting-round.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { takeFrom } from '#lib/platform/rate-limit.ts'
import type { Address } from '#lib/protocol/primitives.ts'

type Drafting = Pick<Services, 'db'>
/** Whose draft of which round; the address is the session's. */
export type DraftOf = { roundId: string; address: Address }

/** `stale`: another device saved meanwhile, and this is what it saved. */
export type Kept = { kind: 'kept' | 'stale'; stored: DraftAnswer }

async function placeOf(services: Drafting, { roundId, address }: DraftOf): Promise<DraftPlace> {
  return { roundRowId: (await votingRound(services, roundId)).rowId, address }
}

/** @throws AppError round-unknown */
export async function readDraft(services: Drafting, of: DraftOf): Promise<DraftAnswer> {
  return findDraft(services.db, await placeOf(services, of))
}

/**
 * Keeps a draft for its owner alone until the close.
 * @param at wall time
 * @throws AppError round-unknown, draft-closed, not-yours, too-many-requests
 */
export async function keepDraft(
  services: Drafting,
  of: DraftOf,
  { body, at }: { body: KeepDraft; at: Date },
): Promise<Kept> {
  if (body.address !== of.address) throw new AppError('not-yours')
  await takeFrom('draft', of.address)
  const { rowId, rules, takesBallots } = await votingRound(services, of.roundId)
  const now = (await readClock(services.db)).now()
  if (!takesBallots || now >= rules.closesAt) throw new AppError('draft-closed')
  const place = { roundRowId: rowId, address: of.address }
  const input = { ...place, base: body.base, draft: body.draft, at }
  const isSaved = await write(services, of.address, (ctx) => saveDraft({ ctx, input }))
  return { kind: isSaved ? 'kept' : 'stale', stored: await findDraft(services.db, place) }
}

/** @throws AppError round-unknown */
export async function forgetDraft(services: Drafting, of: DraftOf): Promise<DraftAnswer> {
  const place = await placeOf(services, of)
  await write(services, of.address, (ctx) => deleteDraft({ ctx, input: place }))
  return { address: of.address, ...NOTHING_KEPT }
}
