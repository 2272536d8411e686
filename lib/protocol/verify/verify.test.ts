import { describe, expect, test } from 'vitest'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import type { CheckReport, Report } from './report.ts'
import { sampleFacts, sampleReader } from './sample-chain.ts'
import { sampleRound } from './sample-round.ts'
import { verifyBundle } from './verify.ts'

const round = await sampleRound()
const collection = round.input.rules.collection

const coloursOf = (report: Report) => Object.fromEntries(report.checks.map(({ id, colour }) => [id, colour]))
const redOf = (report: Report) =>
  report.checks.flatMap((check: CheckReport) => check.findings.filter((f) => f.colour === 'red'))

describe('an honest bundle', () => {
  test('is green with a chain', async () => {
    const report = await verifyBundle(zipBundle(round.files), { chain: sampleReader(round), collection })
    expect(report.checks.flatMap((check) => check.findings)).toEqual([])
    expect(report.exitCode).toBe(0)
  })

  test('is unknown without one, and nothing is red', async () => {
    const report = await verifyBundle(round.files)
    expect(redOf(report)).toEqual([])
    expect(coloursOf(report)).toMatchInlineSnapshot(`
      {
        "0": "green",
        "1": "unknown",
        "10": "absent",
        "2": "absent",
        "3": "unknown",
        "4": "green",
        "5": "unknown",
        "6": "unknown",
        "7": "unknown",
        "7b": "unknown",
        "8": "unknown",
        "9": "absent",
      }
    `)
    expect(report.exitCode).toBe(2)
  })
})
