import { expect, it } from 'vitest'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { sampleRound } from '#components/workshop/sample/round.ts'
import type { WorkView } from '#lib/candidates/schema.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { workFacts } from './work-facts.ts'

const round = { ...sampleRound('submissions'), roundId: sampleBytes(1) }
const hash = sampleBytes(7)

it.each<[WorkView['execution']['facts'], string | null]>([
  [{ sidecar: `sha256:${hash.slice(2)}` }, `/ipfs/${rawCidOf(hash)}`],
  [{}, null],
  [{ sidecar: 'sha256:../../rpc' }, null],
  [{ sidecar: 7 }, null],
])('names where credentials stand beside a file: %j', (facts, path) => {
  const work = { execution: { provider: 'import', facts } } as WorkView
  expect(workFacts({ round, work, token: null, published: false }).work.sidecar).toBe(path)
})
