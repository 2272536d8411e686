import { describe, expect, test } from 'vitest'
import { jsonLines } from '#lib/protocol/canonical.ts'
import type { Finding } from './report.ts'
import { sampleReader } from './sample-chain.ts'
import { CLAIMS } from './sample-claims.ts'
import { figuresOf, methodRounds, TEXTS, withBallot, withFigure, withResult } from './sample-methods.ts'
import { resealEverything } from './sample-mutants.ts'
import { type VerifyOptions, verifyBundle } from './verify.ts'

const rounds = await methodRounds()
const LOG = 'log/000000.jsonl'
/** Methods whose scores alone do not say how they came about. */
const DETAILED = new Set(['quadratic', 'score', 'ranked', 'pairwise'])

async function redOf(
  files: Parameters<typeof verifyBundle>[0],
  options: VerifyOptions = {},
): Promise<(Finding & { id: string })[]> {
  const { checks } = await verifyBundle(files, options)
  return checks.flatMap(({ id, findings }) =>
    findings.filter(({ colour }) => colour === 'red').map((finding) => ({ ...finding, id })),
  )
}

describe.each(rounds)('a round by $name', ({ method, round }) => {
  test('is right with a chain', async () => {
    const { collection } = round.input.rules
    const report = await verifyBundle(round.files, { chain: sampleReader(round), collection })
    expect(report.checks.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(CLAIMS)
    expect(report).toMatchObject({ colour: 'attested', exitCode: 0 })
    expect(report.winners.length).toBe(round.input.rules.places)
    expect(round.bundle.result.count !== undefined).toBe(DETAILED.has(method))
  })

  test('has a ballot that its voter did not sign: red at its line', async () => {
    const leaves = round.input.leaves.map((leaf, index) =>
      index === 1 ? { ...leaf, ballot: { ...leaf.ballot, choices: '-' } } : leaf,
    )
    const files = resealEverything(round, new Map([...round.files, [LOG, jsonLines(leaves)]]))
    expect(await redOf(files)).toContainEqual(
      expect.objectContaining({ id: '4', file: LOG, line: 2, code: 'signature-mismatch' }),
    )
  })

  test.each(TEXTS[method])('has one more ballot signed as %s: %s', async (text, code) => {
    const red = await redOf(await withBallot(round, text))
    const named = code ? { id: '4', file: LOG, line: 7, code } : { id: '7', file: 'result.json' }
    expect(red).toContainEqual(expect.objectContaining(named))
    if (!code) expect(red.map(({ id }) => id)).not.toContain('4')
  })

  test('has another score: red in the result', async () => {
    const red = await redOf(withResult(round, withFigure(round.bundle.result, ['ranking', 0, 'score'])))
    expect(red).toContainEqual(
      expect.objectContaining({ id: '7', file: 'result.json', code: 'result-differs' }),
    )
  })

  test('has another figure of its count: red in the result', async () => {
    const { result } = round.bundle
    const figures = result.count ? figuresOf(result.count) : []
    for (const path of figures) {
      const red = await redOf(withResult(round, withFigure(result, ['count', ...path])))
      expect
        .soft(
          red.map(({ file }) => file),
          path.join('.'),
        )
        .toContain('result.json')
    }
    expect(figures.length > 2).toBe(DETAILED.has(method))
  })
})
