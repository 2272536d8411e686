import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { spelledText } from '#lib/interop/snapshot/json-source.ts'
import { SAMPLES, sampleProposal } from './samples.ts'

it.each(SAMPLES)('docs/snapshot/$name.json is what the seeds give', (sample) => {
  const text = readFileSync(new URL(`../../docs/snapshot/${sample.name}.json`, import.meta.url), 'utf8')
  for (const vote of sample.votes) expect(text).toContain(spelledText(vote))
  expect(JSON.parse(text).data.votes.length).toBe(sample.votes.length)
  expect(JSON.parse(text).data.proposal).toMatchObject(sampleProposal(sample))
})
