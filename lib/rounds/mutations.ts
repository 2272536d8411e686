import type { RoutingPolicy } from '#lib/generation/routing/policy.ts'
import { audit, type Ctx } from '#lib/platform/context.ts'
import { AppError } from '#lib/platform/errors.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { findRound, type Round, slugIsFree } from './data.ts'

/** @throws AppError not-director */
function requireDirector(ctx: Ctx, director: Address): void {
  if (ctx.actor !== director) throw new AppError('not-director')
}

async function freeSlug(ctx: Ctx, wanted: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`
    if (await slugIsFree(ctx.tx, slug)) return slug
  }
}

async function reread(ctx: Ctx, rowId: string): Promise<Round> {
  const round = await findRound(ctx.tx, rowId)
  if (!round) throw new AppError('round-unknown')
  return round
}

type Draft = { communityId: string; director: Address; slug: string; rules: Rules }

/** @throws AppError not-director */
export async function insertRound({ ctx, input }: { ctx: Ctx; input: Draft }): Promise<Round> {
  requireDirector(ctx, input.director)
  const { rules } = input
  const row = await ctx.tx.round.create({
    data: {
      communityId: input.communityId,
      slug: await freeSlug(ctx, input.slug),
      title: rules.title,
      brief: rules.brief,
      rules,
      opensAt: BigInt(rules.opensAt),
      closesAt: BigInt(rules.closesAt),
    },
  })
  await audit(ctx, 'round.create', row.id, { slug: row.slug })
  return reread(ctx, row.id)
}

type Freeze = { rowId: string; director: Address; rules: Rules; rulesText: string; roundId: Bytes32 }

/** From here on nothing in the rules can change. @throws AppError not-director, round-frozen */
export async function freezeRound({ ctx, input }: { ctx: Ctx; input: Freeze }): Promise<Round> {
  requireDirector(ctx, input.director)
  const { rowId, rules, rulesText, roundId } = input
  const frozen = await ctx.tx.round.updateMany({
    where: { id: rowId, status: 'draft' },
    data: {
      status: 'submissions',
      rules,
      rulesText,
      roundId,
      opensAt: BigInt(rules.opensAt),
      closesAt: BigInt(rules.closesAt),
    },
  })
  if (frozen.count !== 1) throw new AppError('round-frozen')
  await audit(ctx, 'round.freeze', rowId, { roundId })
  return reread(ctx, rowId)
}

type Cancel = { rowId: string; director: Address; reason: string }

/** Until openRound; afterwards only the guardian can, on chain. @throws AppError not-director, round-state */
export async function cancelRound({ ctx, input }: { ctx: Ctx; input: Cancel }): Promise<Round> {
  requireDirector(ctx, input.director)
  const { rowId, reason } = input
  const cancelled = await ctx.tx.round.updateMany({
    where: { id: rowId, status: { not: 'cancelled' } },
    data: { status: 'cancelled', cancelReason: reason },
  })
  if (cancelled.count !== 1) throw new AppError('round-state')
  await audit(ctx, 'round.cancel', rowId, { reason })
  return reread(ctx, rowId)
}

type Volunteers = { rowId: string; director: Address; on: boolean }

/** Lets volunteers' computers render, or no longer, as long as works can come. @throws AppError not-director, round-state */
export async function setVolunteers({ ctx, input }: { ctx: Ctx; input: Volunteers }): Promise<Round> {
  requireDirector(ctx, input.director)
  const { rowId, on } = input
  const set = await ctx.tx.round.updateMany({
    where: { id: rowId, status: { not: 'cancelled' }, candidateRoot: null },
    data: { volunteers: on },
  })
  if (set.count !== 1) throw new AppError('round-state')
  await audit(ctx, on ? 'round.volunteers-on' : 'round.volunteers-off', rowId)
  return reread(ctx, rowId)
}

type Routing = { rowId: string; director: Address; routing: RoutingPolicy }

/** What a round asks of providers, as long as works can come. @throws AppError not-director, round-state */
export async function setRouting({ ctx, input }: { ctx: Ctx; input: Routing }): Promise<Round> {
  requireDirector(ctx, input.director)
  const { rowId, routing } = input
  const set = await ctx.tx.round.updateMany({
    where: { id: rowId, status: { not: 'cancelled' }, candidateRoot: null },
    data: { routing },
  })
  if (set.count !== 1) throw new AppError('round-state')
  const { prefer, privacy, outputs } = routing
  await audit(ctx, 'round.routing', rowId, { prefer: canonicalText(prefer), privacy, outputs })
  return reread(ctx, rowId)
}

/** A round that was not opened in time ends by itself; says whether this call ended it. */
export async function endMissedRound({
  ctx,
  input,
}: {
  ctx: Ctx
  input: { rowId: string }
}): Promise<boolean> {
  const ended = await ctx.tx.round.updateMany({
    where: { id: input.rowId, status: 'submissions' },
    data: { status: 'cancelled', cancelReason: 'open-missed' },
  })
  if (ended.count === 1) await audit(ctx, 'round.open-missed', input.rowId)
  return ended.count === 1
}
