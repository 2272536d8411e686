import { describe, expect, test } from 'vitest'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import { tokenPath, workPath } from '#lib/protocol/manifest.ts'
import type { Report } from './report.ts'
import { sampleReader } from './sample-chain.ts'
import { sampleLies, withEdits } from './sample-lies.ts'
import { flip, resealEverything, resealManifest, sequenceOf } from './sample-mutants.ts'
import { sampleRound } from './sample-round.ts'
import { verifyBundle } from './verify.ts'

const round = await sampleRound()
const chain = sampleReader(round)
const winner = round.input.candidates.find(({ number }) => number === round.bundle.result.winners[0]?.number)
if (!winner) throw new Error('the sample has a winner')

const checkOf = ({ checks }: Report, id: string) => checks.find((check) => check.id === id)
const codesOf = (report: Report, id: string) => checkOf(report, id)?.findings.map(({ code }) => code)
const redOf = ({ checks }: Report, ids?: string[]) => [
  ...new Set(
    checks.flatMap(({ id, findings }) =>
      findings.flatMap(({ colour, code }) =>
        colour === 'red' && (ids?.includes(id) ?? true) ? [`${id} ${code}`] : [],
      ),
    ),
  ),
]

const lies = await sampleLies(round)

describe('works that are not what they are said to be', () => {
  test.each(lies)('$name: $finds', async ({ edits, finds }) => {
    const report = await verifyBundle(withEdits(round.files, edits))
    expect(redOf(report, ['2', '9']).toSorted()).toEqual(finds)
  })
})

describe('one byte changed', () => {
  const dice = sequenceOf(20_261_129)
  const change = (path: string) =>
    new Map([...round.files, [path, flip(dice, round.files.get(path) ?? new Uint8Array())]])
  const TURNS = Array.from({ length: 12 }, (_, turn) => turn)

  test.each(TURNS)('in a winner’s picture: check 2 is red, turn %i', async () => {
    const path = workPath(winner.contentHash)
    const { checks } = await verifyBundle(change(path), { chain })
    const found = checks.find(({ id }) => id === '2')?.findings[0]
    expect(found).toMatchObject({ colour: 'red', file: path, code: 'content-hash' })
  })

  test.each(TURNS)('in its recipe: check 2 is red, and the picture is not accused, turn %i', async () => {
    const path = workPath(winner.recipeHash)
    const report = await verifyBundle(change(path), { chain })
    expect(redOf(report)).toEqual(['0 bundle-hash', '2 recipe-hash'])
    expect(checkOf(report, '2')?.findings[0]).toMatchObject({ file: path })
  })

  test.each(TURNS)(
    'in a token document: 7b and 8 are red, with the manifest sealed again, turn %i',
    async () => {
      const report = await verifyBundle(resealManifest(round, change(tokenPath(1))), { chain })
      expect(redOf(report)).toEqual(expect.arrayContaining(['7b outcome-differs', '8 token-digest']))
    },
  )

  test.each(TURNS)('in the rules: check 1 is red wherever they can still be read, turn %i', async () => {
    const report = await verifyBundle(resealManifest(round, change('rules.json')), { chain })
    expect(report.exitCode).toBe(1)
    // Unreadable rules are named in check 0.
    expect(checkOf(report, checkOf(report, '0')?.colour === 'red' ? '0' : '1')?.colour).toBe('red')
  })
})

describe('a winner’s picture swapped', () => {
  const swapped = (path: string, by: string) =>
    new Map([...round.files, [path, round.files.get(by) ?? new Uint8Array()]])
  const loser = round.input.candidates.find(
    ({ number }) => !round.bundle.result.winners.some((row) => row.number === number),
  )

  test('for a real picture of the round, with everything sealed again', async () => {
    const files = swapped(workPath(winner.contentHash), workPath(loser?.contentHash ?? ''))
    const report = await verifyBundle(resealEverything(round, files), { chain })
    expect(redOf(report)).toEqual(expect.arrayContaining(['2 content-hash', '8 content-hash']))
  })

  test('its recipe for the one of another', async () => {
    const report = await verifyBundle(
      swapped(workPath(winner.recipeHash), workPath(loser?.recipeHash ?? '')),
      { chain },
    )
    expect(redOf(report)).toEqual(['0 bundle-hash', '2 recipe-hash'])
  })
})

describe('works that are not here', () => {
  const works = [...round.files.keys()].filter((path) => path.startsWith('works/'))
  const core = new Map([...round.files].filter(([path]) => !works.includes(path)))
  const winners = new Set(round.bundle.result.winners.map(({ number }) => number))
  const without = (hashes: string[]) =>
    new Map([...round.files].filter(([path]) => !hashes.map(workPath).includes(path)))

  test('none at all: unknown in one finding, with the way on', async () => {
    const report = await verifyBundle(core, { chain })
    expect(checkOf(report, '2')).toMatchObject({
      colour: 'unknown',
      summary: '0 of 4 works are in this bundle',
      findings: [{ code: 'needs-file', message: expect.stringMatching(/ 2 of 2 winners .*works=winners/) }],
    })
    expect(report.exitCode).toBe(2)
  })

  test('those of works that did not win: only counted', async () => {
    const lost = round.input.candidates.filter(({ number }) => !winners.has(number))
    const report = await verifyBundle(without(lost.map(({ contentHash }) => contentHash)), { chain })
    expect(checkOf(report, '2')?.summary).toBe('2 of 4 works are in this bundle')
    expect(report.exitCode).toBe(0)
  })

  test.each([
    ['recipe', winner.recipeHash],
    ['smaller copy', winner.renditions[0]?.sha256 ?? ''],
  ])('a winner’s %s: unknown, and named', async (_name, hash) => {
    const report = await verifyBundle(without([hash]), { chain })
    expect(checkOf(report, '2')).toMatchObject({
      colour: 'unknown',
      findings: [{ file: workPath(hash) }, {}],
    })
    expect(report.exitCode).toBe(2)
  })
})

describe('what is somebody’s word', () => {
  test('once in a check, however many works there are', async () => {
    const report = await verifyBundle(round.files, { chain })
    expect(codesOf(report, '2')).toEqual(['recipe-claimed'])
    expect(codesOf(report, '9')).toEqual(['gates-claimed'])
  })

  test('the terms of models that nobody knows', async () => {
    const lie = lies.find(({ name }) => name === 'a model that nobody knows')
    const report = await verifyBundle(withEdits(round.files, lie?.edits ?? {}))
    expect(checkOf(report, '9')).toMatchObject({ colour: 'attested' })
    expect(codesOf(report, '9')).toEqual(['terms-unknown', 'gates-claimed'])
  })
})

test('a licence that this version does not know is unknown, and nothing follows from it', async () => {
  const licence = { id: 'LicenseRef-new', textHash: `sha256:${'12'.repeat(32)}` as const }
  const other = await sampleRound({ change: { licence } })
  const report = await verifyBundle(other.files, { chain: sampleReader(other) })
  expect(checkOf(report, '9')).toMatchObject({ colour: 'unknown' })
  expect(codesOf(report, '9')).toEqual(['licence-unknown', 'gates-claimed'])
  expect(report.exitCode).toBe(2)
})

test('a round that promises no commercial use may hang the pictures of a model had for none', async () => {
  const id = 'CC-BY-NC-4.0'
  const other = await sampleRound({ change: { licence: { id, textHash: licenceTextHash(id) } } })
  const lie = (await sampleLies(other)).find(({ name }) => name === 'a model for no commercial use')
  expect(lie?.finds).toEqual(['9 licence-conflict'])
  expect(redOf(await verifyBundle(withEdits(other.files, lie?.edits ?? {})), ['9'])).toEqual([])
})
