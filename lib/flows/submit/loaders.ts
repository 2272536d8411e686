import 'server-only'
import { providers } from '#lib/generation/registry.ts'
import type { ProviderView } from '#lib/generation/schema.ts'

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
