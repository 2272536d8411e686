import { describe, expect, it } from 'vitest'
import { metadataHashOf } from '#lib/protocol/candidates.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { sampleWorks } from '#lib/protocol/verify/sample-works.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { recountFindings } from './recount-findings.ts'
import { recountChecks, recountText, recountTitle } from './recount-words.ts'
import type { RecountState } from './use-recount.ts'

const round = await sampleRound()
const chain = sampleReader(round)

function doneWith(report: Report): RecountState {
  const hashes = { resultHash: null, chainResultHash: null }
  return { kind: 'done', result: { report, milliseconds: 1, bytes: 1, ...hashes } }
}
const recounted = async (files: ReadonlyMap<string, Uint8Array>) =>
  doneWith(await verifyBundle(files, { chain }))

const facts = { works: 4, ballots: 6, places: 2 }

describe('a recount in the browser', () => {
  it('is all green when its lines are, whatever is somebody’s word of pictures and licences', async () => {
    const state = await recounted(round.files)
    expect(state).toMatchObject({ result: { report: { colour: 'attested' } } })
    expect(recountTitle(state)).toBe('Recounted here, all green')
    expect(recountText(state)).toContain('What it still trusts')
    expect(new Set(recountChecks(state, facts).map(({ verdict }) => verdict))).toEqual(new Set(['checked']))
  })

  it('judges the count on the receipt’s lines when no picture was fetched', async () => {
    const core = new Map([...round.files].filter(([path]) => !path.startsWith('works/')))
    const state = await recounted(core)
    expect(state).toMatchObject({ result: { report: { colour: 'unknown' } } })
    expect(recountFindings(state)).toEqual({
      Ballots: { verdict: 'checked' },
      Result: { verdict: 'checked' },
    })
  })

  it('is red when the count is, or a work is not the one listed, and names it', async () => {
    const voids = new Map([...round.files, ['voids.jsonl', new Uint8Array()]] as const)
    expect(recountTitle(await recounted(voids))).toBe('The recount does not agree')
    const lied = await sampleRound({
      make: async (rules, roundId) => {
        const [first, ...works] = await sampleWorks(rules, roundId)
        if (!first) return works
        const metadata = { ...first.metadata, licence: 'CC-BY-4.0' }
        const candidate = { ...first.candidate, metadataHash: metadataHashOf(metadata) }
        return [{ ...first, metadata, candidate }, ...works]
      },
    })
    const report = await verifyBundle(lied.files, { chain: sampleReader(lied) })
    expect(report.checks.filter(({ colour }) => colour === 'red').map(({ id }) => id)).toEqual(['9'])
    const state = doneWith(report)
    expect(recountTitle(state)).toBe('The recount does not agree')
    expect(recountChecks(state, facts).at(-1)).toMatchObject({
      verdict: 'broken',
      text: 'One licence, which everything they are made of allows',
    })
  })

  it('says nothing of a recipe that was not fetched', async () => {
    const [recipe] = round.input.candidates.map(({ recipeHash }) => `works/${recipeHash.slice(7)}`)
    const without = new Map([...round.files].filter(([path]) => path !== recipe))
    expect(recountTitle(await recounted(without))).toBe('Recounted here, all green')
  })
})
