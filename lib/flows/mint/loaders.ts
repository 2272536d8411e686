import 'server-only'
import { services } from '#lib/flows/services.ts'
import type { WinnersView } from '#lib/rounds/schema.ts'
import { winnersFor } from './winners.ts'

/** Winners and the mint call for a page. @throws AppError round-unknown */
export async function winnersArgs(roundId: string): Promise<WinnersView> {
  return winnersFor(services(), roundId)
}
