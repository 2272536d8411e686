import 'server-only'
import { services } from '#lib/flows/services.ts'
import type { OpeningView } from '#lib/rounds/schema.ts'
import { openingFor } from './opening.ts'

/** The director's openRound for a page. @throws AppError round-unknown */
export async function openingArgs(roundId: string): Promise<OpeningView> {
  return openingFor(services(), roundId)
}
