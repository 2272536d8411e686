import { expect, it } from 'vitest'
import { ANY_PROVIDER, type PictureProgress } from '#lib/generation/schema.ts'
import { progressViews } from './progress-views.ts'

const ITEM: PictureProgress = {
  taskId: '6f1c2f0e-2b4a-4c1e-9a3e-3a1d5b7c9e10',
  index: 2,
  try: 0,
  triesLeft: 0,
  provider: 'replicate',
  seed: '7',
  attempts: 1,
  contentHash: null,
  title: null,
  moved: null,
  picture: null,
  state: 'rendering',
  reason: null,
  findings: [],
}
const HUNG: PictureProgress = {
  ...ITEM,
  state: 'passed',
  contentHash: `sha256:${'1'.repeat(64)}`,
  findings: [
    { gate: 'size', title: 'Size', passed: true, score: 1, threshold: 1, finding: '', advice: null },
  ],
}
const acts = { hung: () => null, turnedAway: () => null }

it.each([
  ['under way, with whom', ITEM, false, 'Picture 3, with Replicate'],
  ['under way, before its turn', { ...ITEM, provider: ANY_PROVIDER }, true, 'Picture 3'],
  ['in the queue', { ...ITEM, state: 'queued' as const }, false, 'Picture 3'],
  ['hung, where the creator chose', HUNG, false, '1 gate passed'],
  ['hung, where the round chose', HUNG, true, 'Made by Replicate. 1 gate passed'],
  ['a variation', { ...HUNG, moved: 'the hour' }, true, 'Moved: the hour. Made by Replicate. 1 gate passed'],
])('%s', (_name, item, routed, line) =>
  expect(progressViews([item], { slug: 'two-inks', acts, routed })[0]).toMatchObject({ line }),
)
