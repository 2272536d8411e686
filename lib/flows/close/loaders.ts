import 'server-only'
import { services } from '#lib/flows/services.ts'
import type { ClosingView } from '#lib/rounds/schema.ts'
import { closingFor } from './closing.ts'

/** The director's closeRound for a page. @throws AppError round-unknown */
export async function closingArgs(roundId: string): Promise<ClosingView> {
  return closingFor(services(), roundId)
}
