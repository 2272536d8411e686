import 'server-only'
import { progressOfBrief } from '#lib/flows/generate/progress-of-brief.ts'
import { providers } from '#lib/generation/registry.ts'
import type { BriefProgress, ProviderView } from '#lib/generation/schema.ts'
import { db } from '#lib/platform/db.ts'
import { bytes32Schema } from '#lib/protocol/primitives.ts'

/** The providers that a creator can choose from, with cost and time of one picture; the default first. */
export function providerViews(): ProviderView[] {
  return providers()
    .list()
    .map((provider) => {
      const { costMicroUsd, latencyMs } = provider.quote()
      const { id, model } = provider
      return { id, model: model.id, costMicroUsd, latencyMs, seesThePrompt: provider.capabilities().privacy }
    })
}

/** Where the pictures of a brief stand; null when the round has no such brief. */
export async function briefProgress(roundId: string, digest: string): Promise<BriefProgress | null> {
  const parsed = bytes32Schema.safeParse(digest)
  return parsed.success ? progressOfBrief(db(), roundId, parsed.data) : null
}
