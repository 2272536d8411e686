import type { ModelTerms } from '#lib/generation/port.ts'
import { termsOf, UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'

type Known = { costMicroUsd: number; latencyMs: number; terms: ModelTerms }

/** Models that Replicate bills by the picture, at the prices of their pages (read 2026-11-23). */
const KNOWN: Readonly<Record<string, Known>> = {
  'black-forest-labs/flux-schnell': {
    costMicroUsd: 3_000,
    latencyMs: 4_000,
    terms: termsOf('Apache-2.0'),
  },
  'black-forest-labs/flux-dev': {
    costMicroUsd: 25_000,
    latencyMs: 8_000,
    terms: termsOf('FLUX.1-dev'),
  },
  'black-forest-labs/flux-1.1-pro': {
    costMicroUsd: 40_000,
    latencyMs: 8_000,
    terms: termsOf('FLUX-API'),
  },
}

/**
 * What a model costs and under which terms it is had.
 * @param name `owner/name`
 * @param costMicroUsd of one picture, by whoever runs the instance; goes before the published price
 * @throws Error for a model whose price nobody has said: nothing starts that cannot be paid
 */
export function replicateModel(name: string, costMicroUsd: number | undefined): Known {
  const known = KNOWN[name]
  if (costMicroUsd === undefined && !known)
    throw new Error(`The price of ${name} is not known: set REPLICATE_PRICE_MICRO_USD, for one picture.`)
  return {
    latencyMs: 8_000,
    terms: UNKNOWN_TERMS,
    ...known,
    costMicroUsd: costMicroUsd ?? known?.costMicroUsd ?? 0,
  }
}
