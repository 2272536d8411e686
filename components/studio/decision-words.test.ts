import { expect, it } from 'vitest'
import type { DecisionRecord } from '#lib/generation/executions/schema.ts'
import { decisionWords } from './decision-words.ts'

const able = (provider: string, costMicroUsd: number, latencyMs: number, quality = 0.5) => ({
  provider,
  score: 0.5,
  costMicroUsd,
  latencyMs,
  quality,
})
const NOON = Date.UTC(2026, 10, 29, 12, 4, 10)

const STORIES: readonly [string, Partial<DecisionRecord>][] = [
  ['The only one that could.', { considered: [able('replicate', 3_000, 4_000)] }],
  [
    'Cheapest of two that could.',
    { considered: [able('replicate', 3_000, 4_000), able('fal', 4_000, 2_000)] },
  ],
  [
    'Cheapest and fastest of two that could.',
    { considered: [able('procedural', 0, 900), able('replicate', 3_000, 4_000, 0.9)] },
  ],
  [
    'Most promising of two that could.',
    { considered: [able('fal', 4_000, 4_000, 0.9), able('replicate', 3_000, 3_000)] },
  ],
  [
    'Best in balance of three that could.',
    {
      considered: [
        able('fal', 3_500, 3_000),
        able('replicate', 3_000, 4_000),
        able('cog-shed', 4_000, 2_000),
      ],
    },
  ],
  [
    'Cheapest of two that could; fal was left alone until 12:04:10, because it failed three times.',
    {
      considered: [
        able('replicate', 3_000, 4_000),
        able('cog-shed', 4_000, 2_000),
        { provider: 'fal', until: NOON, because: 'breaker', failures: 3 },
      ],
    },
  ],
  [
    'One picture, to see whether it is back; ComfyUI “tower” was full; AI Horde may not see the words.',
    {
      trial: true,
      considered: [
        able('fal', 3_000, 4_000),
        { provider: 'comfyui-tower', until: NOON, because: 'full' },
        { provider: 'aihorde', never: 'privacy' },
      ],
    },
  ],
  [
    'The one that was asked for.',
    { considered: [able('fal', 3_000, 4_000), { provider: 'replicate', never: 'not-asked' }] },
  ],
  [
    'The only one that could; Replicate was beyond the budget; fal took no more until 12:04:10.',
    {
      considered: [
        able('procedural', 0, 900),
        { provider: 'replicate', never: 'budget' },
        { provider: 'fal', until: NOON, because: 'rate-limit' },
      ],
    },
  ],
]

it.each(STORIES)('%s', (words, decision) =>
  expect(decisionWords({ trial: false, considered: [], ...decision })).toBe(words),
)
