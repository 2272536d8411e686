import { latencyAt } from '#lib/generation/routing/track-record.ts'
import type { ProviderStats } from './schema.ts'

/** What counts of an attempt. */
type Attempt = {
  provider: string
  startedAt: Date
  endedAt: Date | null
  outcome: string | null
  accepted: boolean | null
  chargedMicroUsd: number | null
}

function statsOf(attempts: readonly Attempt[]): ProviderStats {
  const ended = attempts.filter(({ outcome }) => outcome !== null && outcome !== 'cancelled')
  const succeeded = ended.filter(({ outcome }) => outcome === 'succeeded')
  const latencies = succeeded.flatMap(({ startedAt, endedAt }) =>
    endedAt ? endedAt.getTime() - startedAt.getTime() : [],
  )
  const accepted = succeeded.filter((one) => one.accepted === true).length
  const chargedMicroUsd = attempts.reduce((sum, one) => sum + (one.chargedMicroUsd ?? 0), 0)
  return {
    succeeded: succeeded.length,
    failed: ended.length - succeeded.length,
    accepted,
    refused: succeeded.filter((one) => one.accepted === false).length,
    medianMs: latencyAt({ latencies }, 500),
    slowMs: latencyAt({ latencies }, 950),
    chargedMicroUsd,
    costPerAcceptedMicroUsd: accepted > 0 ? Math.round(chargedMicroUsd / accepted) : null,
  }
}

/** What attempts came to, by provider; of one that is not among them nothing is known. */
export function providerStats(attempts: readonly Attempt[]): (provider: string) => ProviderStats {
  const byProvider = Map.groupBy(attempts, ({ provider }) => provider)
  return (provider) => statsOf(byProvider.get(provider) ?? [])
}
