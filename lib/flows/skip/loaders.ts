import 'server-only'
import { services } from '#lib/flows/services.ts'
import type { SkipOffer } from './schema.ts'

/** How far a page may offer to move the clock; null on any chain that is not local. */
export async function skipOfferOf(roundId: string | null): Promise<SkipOffer | null> {
  if (roundId !== null && process.env.NEXT_PUBLIC_LOCAL_CHAIN === 'true') {
    const { skipOffer } = await import('./skip-round.ts')
    return skipOffer(services(), roundId)
  }
  return null
}
