import 'server-only'
import { roundBudget } from '#lib/generation/executions/data.ts'
import type { BudgetStanding, RoutingDesk } from '#lib/generation/executions/schema.ts'
import { takesWork } from '#lib/generation/may-render.ts'
import { providers } from '#lib/generation/registry.ts'
import type { BatchQuotes } from '#lib/generation/routing/schema.ts'
import { currentSession } from '#lib/platform/cookies.ts'
import { db } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { findRound } from '#lib/rounds/data.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { generationServices } from './generation-services.ts'
import { quotesFor, routingDesk } from './routing-desk.ts'
import { webRing } from './web-ring.ts'

/** What a round may spend on pictures, and has. */
export async function budgetOfRound(roundRowId: string): Promise<BudgetStanding> {
  return roundBudget(db(), roundRowId)
}

/** The providers of this instance that make pictures, with their models. */
export const askableProviders = (): { id: string; model: string }[] =>
  providers()
    .list()
    .filter((provider) => !takesWork(provider))
    .map(({ id, model }) => ({ id, model: model.id }))

/** Who looks at how the pictures of a round are made: its director sees it, and nobody else. */
export type DeskVisit = { kind: 'nobody' } | { kind: 'another' } | { kind: 'director'; desk: RoutingDesk }

export async function visitPictures(round: RoundView): Promise<DeskVisit> {
  const session = await currentSession()
  if (!session) return { kind: 'nobody' }
  if (session.address !== round.community.roles.director) return { kind: 'another' }
  return { kind: 'director', desk: await routingDesk(generationServices(webRing), round) }
}

/** What a batch would be at every provider. @throws AppError round-unknown */
export async function batchQuotes(id: string, count: number): Promise<BatchQuotes> {
  const round = await findRound(db(), id)
  if (!round) throw new AppError('round-unknown')
  return quotesFor(generationServices(webRing), round, count)
}
