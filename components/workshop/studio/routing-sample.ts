import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW } from '#components/workshop/sample/round.ts'
import { samplePictureOf, sampleWork } from '#components/workshop/sample/works.ts'
import type {
  AttemptView,
  BudgetStanding,
  DecisionRecord,
  ProviderStanding,
} from '#lib/generation/executions/schema.ts'
import type { BatchQuotes } from '#lib/generation/routing/schema.ts'

export const NOW_MS = NOW * 1000

const dollars = (spent: number, reserved: number, limit: number | null): BudgetStanding => ({
  spentMicroUsd: spent * 1_000_000,
  reservedMicroUsd: reserved * 1_000_000,
  limitMicroUsd: limit === null ? null : limit * 1_000_000,
})

export const BUDGETS = {
  'a bound': dollars(1.84, 0.12, 5),
  'used up': dollars(5, 0, 5),
  'no bound': dollars(0.6, 0, null),
}

const NO_STATS: ProviderStanding['stats'] = {
  succeeded: 0,
  failed: 0,
  accepted: 0,
  refused: 0,
  medianMs: null,
  slowMs: null,
  chargedMicroUsd: 0,
  costPerAcceptedMicroUsd: null,
}

function providerOf(id: string, model: string, change: Partial<ProviderStanding> = {}): ProviderStanding {
  return {
    id,
    model,
    breaker: { state: 'closed', failures: 0, untilMs: null },
    retryAtMs: null,
    running: 0,
    concurrency: 1,
    stats: NO_STATS,
    month: dollars(0, 0, null),
    ...change,
  }
}

export const STANDINGS: readonly ProviderStanding[] = [
  providerOf('procedural', 'verso/procedural', {
    running: 2,
    concurrency: 4,
    stats: {
      ...NO_STATS,
      succeeded: 120,
      accepted: 117,
      refused: 3,
      medianMs: 840,
      slowMs: 1_900,
      costPerAcceptedMicroUsd: 0,
    },
  }),
  providerOf('replicate', 'black-forest-labs/flux-schnell', {
    running: 11,
    concurrency: 64,
    stats: {
      ...NO_STATS,
      succeeded: 96,
      failed: 2,
      accepted: 81,
      refused: 15,
      medianMs: 3_400,
      slowMs: 9_100,
      chargedMicroUsd: 288_000,
      costPerAcceptedMicroUsd: 3_556,
    },
    month: dollars(12.4, 0.03, 50),
  }),
  providerOf('fal', 'fal-ai/flux/schnell', {
    breaker: { state: 'open', failures: 3, untilMs: NOW_MS + 40_000 },
    concurrency: 10,
    stats: { ...NO_STATS, failed: 3 },
    month: dollars(0, 0, 20),
  }),
  providerOf('comfyui-tower', 'sd_xl_base_1.0.safetensors', {
    breaker: { state: 'half-open', failures: 4, untilMs: NOW_MS - 1_000 },
    stats: { ...NO_STATS, succeeded: 8, failed: 4, accepted: 8, medianMs: 14_200, slowMs: 31_000 },
  }),
]

const merits = (provider: string, costMicroUsd: number, latencyMs: number) => ({
  provider,
  score: 0.6,
  costMicroUsd,
  latencyMs,
  quality: 0.8,
  waitMs: 0,
})

const DECISION: DecisionRecord = {
  trial: false,
  by: { cost: 900, speed: 90, quality: 10 },
  considered: [
    merits('replicate', 3_556, 4_100),
    merits('openai-images', 42_000, 12_000),
    merits('comfyui-tower', 4_000, 14_200),
    {
      provider: 'fal',
      until: NOW_MS - 25_000,
      because: 'breaker',
      failures: 3,
      opensAtMs: NOW_MS - 20_000,
    },
    { provider: 'aihorde', never: 'privacy' },
  ],
}

function pictureOf(number: number): AttemptView['picture'] {
  const { src, width, height } = samplePictureOf(number)
  return { src, width, height, contentHash: sampleWork(number).contentHash }
}

const attemptOf = (position: number, change: Partial<AttemptView>): AttemptView => ({
  id: `attempt-${position}`,
  brief: sampleBytes(1),
  words: 'A reed bed at slack water seen from above, in two inks, the sun low and small.',
  position,
  try: 0,
  attempt: 1,
  provider: 'replicate',
  model: 'black-forest-labs/flux-schnell@latest',
  startedAtMs: NOW_MS - position * 9_000,
  endedAtMs: NOW_MS - position * 9_000 + 3_400,
  outcome: 'succeeded',
  accepted: true,
  costMicroUsd: 3_000,
  decision: DECISION,
  picture: null,
  ...change,
})

export const ATTEMPTS: readonly AttemptView[] = [
  attemptOf(1, { endedAtMs: null, outcome: null, accepted: null }),
  attemptOf(2, { accepted: null }),
  attemptOf(3, { picture: pictureOf(1) }),
  attemptOf(4, { accepted: false, try: 1 }),
  attemptOf(5, {
    provider: 'fal',
    outcome: 'capacity',
    accepted: null,
    attempt: 2,
    costMicroUsd: 0,
    decision: { trial: true, considered: [merits('fal', 3_000, 2_000)] },
  }),
  attemptOf(6, {
    provider: 'procedural',
    costMicroUsd: 0,
    picture: pictureOf(4),
    decision: {
      trial: false,
      considered: [merits('procedural', 0, 840), { provider: 'replicate', never: 'budget' }],
    },
  }),
]

export const QUOTES: BatchQuotes = {
  count: 1_000,
  nextCursor: null,
  items: [
    {
      provider: 'procedural',
      model: 'verso/procedural',
      licence: 'MIT',
      outputs: 'any-use',
      seesThePrompt: 'this-server',
      never: null,
      costMicroUsd: 0,
      costPerAcceptedMicroUsd: 0,
      acceptedPermille: 970,
      latencyMs: 840,
      finishMs: 210_000,
      budget: 'fits',
      affordable: null,
    },
    {
      provider: 'replicate',
      model: 'black-forest-labs/flux-schnell',
      licence: 'Apache-2.0',
      outputs: 'any-use',
      seesThePrompt: 'provider',
      never: null,
      costMicroUsd: 3_000_000,
      costPerAcceptedMicroUsd: 3_556,
      acceptedPermille: 844,
      latencyMs: 3_400,
      finishMs: 99_400,
      budget: 'fits',
      affordable: 1_013,
    },
    {
      provider: 'openai-images',
      model: 'gpt-image-1',
      licence: 'OpenAI terms',
      outputs: 'unknown',
      seesThePrompt: 'provider',
      never: null,
      costMicroUsd: 42_000_000,
      costPerAcceptedMicroUsd: 50_400,
      acceptedPermille: 833,
      latencyMs: 12_000,
      finishMs: 12_012_000,
      budget: 'over-round',
      affordable: 72,
    },
    {
      provider: 'aihorde',
      model: 'stable_diffusion',
      licence: 'CreativeML-OpenRAIL-M',
      outputs: 'any-use',
      seesThePrompt: 'strangers',
      never: 'privacy',
      costMicroUsd: 0,
      costPerAcceptedMicroUsd: 0,
      acceptedPermille: 833,
      latencyMs: 180_000,
      finishMs: 6_120_000,
      budget: 'fits',
      affordable: null,
    },
  ],
}

/** Providers of an instance, with their models. */
export const PROVIDERS = [
  { id: 'procedural', model: 'verso/artist' },
  { id: 'replicate', model: 'black-forest-labs/flux-schnell' },
  { id: 'comfyui-home', model: 'sd_xl_base_1.0.safetensors' },
  { id: 'aihorde', model: 'stable_diffusion' },
]
