import { expect, it } from 'vitest'
import type { DecisionRecord } from '#lib/generation/executions/schema.ts'
import { decisionWords } from './decision-words.ts'

const able = (provider: string, costMicroUsd: number, latencyMs: number, quality = 0.5, waitMs = 0) => ({
  provider,
  score: 0.5,
  costMicroUsd,
  latencyMs,
  quality,
  waitMs,
})
const NOON = Date.UTC(2026, 10, 29, 12, 4, 10)
const PRICE = { cost: 900, speed: 90, quality: 10 }
const BREAKER = { until: NOON - 5_000, because: 'breaker', failures: 3, opensAtMs: NOON } as const

const STORIES: readonly [string, Partial<DecisionRecord>][] = [
  ['The only one that could.', { by: PRICE, considered: [able('replicate', 3_000, 4_000)] }],
  [
    'Cheapest of two that could.',
    { by: PRICE, considered: [able('procedural', 0, 900), able('replicate', 3_000, 4_000)] },
  ],
  [
    'Cheapest and fastest of two that could.',
    {
      by: { cost: 500, speed: 500, quality: 0 },
      considered: [able('procedural', 0, 900, 0.9), able('replicate', 3_000, 4_000)],
    },
  ],
  [
    'Most promising of two that could.',
    {
      by: { cost: 10, speed: 10, quality: 980 },
      considered: [able('procedural', 0, 900, 0.9), able('replicate', 3_000, 4_000)],
    },
  ],
  [
    'Best in balance of three that could.',
    {
      by: { cost: 500, speed: 500, quality: 0 },
      considered: [
        able('fal', 3_500, 3_000, 0.9),
        able('replicate', 3_000, 4_000),
        able('cog-shed', 4_000, 2_000),
      ],
    },
  ],
  [
    'Cheapest of two that could; fal was left alone until 12:04:10, because it failed three times.',
    {
      by: PRICE,
      considered: [
        able('replicate', 3_000, 4_000),
        able('cog-shed', 4_000, 2_000),
        { provider: 'fal', ...BREAKER },
      ],
    },
  ],
  [
    'One picture, to see whether it is back; AI Horde may not see the words; Cog “shed” was being tried with another picture.',
    {
      trial: true,
      considered: [
        able('fal', 3_000, 4_000),
        { provider: 'aihorde', never: 'privacy' },
        { provider: 'cog-shed', ...BREAKER, opensAtMs: null },
      ],
    },
  ],
  [
    'Cheapest of two that could; ComfyUI “tower” took none for another 12 s; Replicate was beyond the budget.',
    {
      by: PRICE,
      considered: [
        able('procedural', 0, 900),
        able('comfyui-tower', 500, 14_000, 0.5, 12_000),
        { provider: 'replicate', never: 'budget' },
        { provider: 'import', never: 'not-asked' },
      ],
    },
  ],
  [
    'Its creator chose it.',
    { by: 'creator', considered: [able('fal', 3_000, 4_000), { provider: 'replicate', never: 'not-asked' }] },
  ],
  [
    'The model of the work that it varies.',
    { by: 'model', considered: [able('fal', 3_000, 4_000), { provider: 'replicate', never: 'not-asked' }] },
  ],
]

it.each(STORIES)('%s', (words, decision) =>
  expect(decisionWords({ trial: false, considered: [], ...decision })).toBe(words),
)
