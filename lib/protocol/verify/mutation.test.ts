import { describe, expect, test } from 'vitest'
import type { Files } from '#lib/protocol/bundle.ts'
import { parseCanonical } from '#lib/protocol/canonical.ts'
import { isResultInput, layerOf, MANIFEST, workPath } from '#lib/protocol/manifest.ts'
import type { Finding, Report } from './report.ts'
import { sampleReader } from './sample-chain.ts'
import { resealEverything, resealManifest } from './sample-mutants.ts'
import { sampleRound } from './sample-round.ts'
import { verifyBundle } from './verify.ts'

const round = await sampleRound()
const chain = sampleReader(round)
const paths = [...round.files.keys()].filter((path) => round.files.get(path)?.length)

/** Places in a file, from its first byte (0) to its last (1). */
const casesAt = (...places: number[]) => paths.flatMap((path) => places.map((place) => ({ path, place })))

function flipped(path: string, place: number): Files {
  const files = new Map(round.files)
  const bytes = Uint8Array.from(files.get(path) ?? [])
  const at = Math.min(bytes.length - 1, Math.floor(bytes.length * place))
  bytes[at] = (bytes[at] ?? 0) ^ 1
  files.set(path, bytes)
  return files
}

const redOf = (report: Report): Finding[] =>
  report.checks.flatMap(({ findings }) => findings.filter(({ colour }) => colour === 'red'))

async function expectCaught(files: Files, path: string, options: Parameters<typeof verifyBundle>[1] = {}) {
  const report = await verifyBundle(files, options)
  expect(report.exitCode).toBe(1)
  expect(redOf(report).map(({ file }) => file)).toContain(path)
}

describe('one changed bit', () => {
  test('the sample has every kind of file', () => {
    expect(new Set(paths.map(layerOf))).toEqual(new Set(['core', 'manifest', 'works']))
    expect(parseCanonical(round.files.get(MANIFEST) ?? new Uint8Array())).toHaveProperty('files.length', 15)
  })

  test.each(casesAt(0, 0.4, 1))('in $path at $place is red and named', ({ path, place }) =>
    expectCaught(flipped(path, place), path),
  )

  const ofCandidates = new Set(
    round.input.candidates.flatMap(({ contentHash, recipeHash, renditions }) =>
      [contentHash, recipeHash, ...renditions.map(({ sha256 }) => sha256)].map(workPath),
    ),
  )
  test.each(casesAt(0, 0.1, 0.7, 1).filter(({ path }) => ofCandidates.has(path)))(
    'in $path at $place is red and named in the check of works, whatever else is sealed again',
    async ({ path, place }) => {
      const { checks } = await verifyBundle(resealEverything(round, flipped(path, place)), { chain })
      const found = checks.find(({ id }) => id === '2')?.findings.filter(({ colour }) => colour === 'red')
      expect(found).toMatchObject([{ file: path }])
    },
  )

  test.each(casesAt(0, 0.21, 0.5, 0.83, 1).filter(({ path }) => layerOf(path) === 'core'))(
    'in $path at $place is red and named, with the manifest sealed again',
    ({ path, place }) => expectCaught(resealManifest(round, flipped(path, place)), path),
  )

  test.each(casesAt(0.3, 0.6, 0.9).filter(({ path }) => isResultInput(path)))(
    'in $path at $place is red, with result, tokens, winners and manifest made again',
    async ({ path, place }) => {
      const report = await verifyBundle(resealEverything(round, flipped(path, place)), { chain })
      expect(report.exitCode).toBe(1)
    },
  )

  const EDITS: Record<string, (bytes: Uint8Array, at: number) => number[]> = {
    'cut off': (bytes, at) => [...bytes.subarray(0, at)],
    'a byte twice': (bytes, at) => [...bytes.subarray(0, at + 1), ...bytes.subarray(at)],
    'a byte left out': (bytes, at) => [...bytes.subarray(0, at), ...bytes.subarray(at + 1)],
    'a line twice': (bytes) => [...bytes, ...bytes.subarray(0, bytes.indexOf(10) + 1 || bytes.length)],
  }
  test.each(
    Object.keys(EDITS).flatMap((edit) => [...round.bundle.files.keys()].map((path) => ({ edit, path }))),
  )('$edit in $path is red and named, with the manifest sealed again', async ({ edit, path }) => {
    const bytes = round.files.get(path) ?? new Uint8Array()
    const made = Uint8Array.from(EDITS[edit]?.(bytes, Math.floor(bytes.length / 3)) ?? [])
    if (made.length === bytes.length) return expect(bytes.length).toBe(0)
    const files = new Map([...round.files, [path, made]] as const)
    await expectCaught(path === MANIFEST ? files : resealManifest(round, files), path)
  })
})
