import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import type { Files } from '#lib/protocol/bundle.ts'
import { unzipBundle, zipBundle } from '#lib/protocol/bundle-zip.ts'
import { canonicalBytes, jsonLines, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { BLOCK_PROOFS, layerOf, MANIFEST, type Manifest, manifestOf } from '#lib/protocol/manifest.ts'
import { edit, flip, type Mutant, pick, rearrange, sampleMutants, sequenceOf } from './sample-mutants.ts'
import { sampleRound } from './sample-round.ts'
import { verifyBundle } from './verify.ts'

const VERIFIER = fileURLToPath(new URL('../../../docs/vectors/independent', import.meta.url))
const MUTANTS = 200
const RECORDED_MUTANTS = 50

/** The first Python on the PATH, or Debian's. */
function findPython(): string | null {
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      execFileSync(python, ['-c', 'import sys; assert sys.version_info >= (3, 8)'], { stdio: 'ignore' })
      return python
    } catch {
      // The next one, or none.
    }
  return null
}

const python = findPython()
const folder = mkdtempSync(join(tmpdir(), 'verso-independent-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(script: string, ...args: string[]): Promise<string> {
  const options = { cwd: VERIFIER, maxBuffer: 2 ** 26, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } }
  try {
    return (await promisify(execFile)(python ?? '', [script, ...args], options)).stdout
  } catch (error) {
    // Red archives are an exit code, not a failure.
    if (error instanceof Error && 'stdout' in error && error.stdout) return String(error.stdout)
    throw error
  }
}

test.skipIf(!python)('another implementation reproduces every vector', { timeout: 120_000 }, async () => {
  expect(await run('vectors.py')).toMatch(/^\d{3,} vectors, 0 wrong\n$/)
})

/** The checks that each verifier finds red, by the name of the bundle. */
async function redOf(bundles: readonly Mutant[]): Promise<{ theirs: string[]; ours: string[] }> {
  const archives = bundles.map(({ files }) => zipBundle(files))
  const paths = archives.map((archive, at) => {
    const path = join(folder, `${at}.zip`)
    writeFileSync(path, archive)
    return path
  })
  const told = (at: number, checks: string[]) =>
    `${bundles[at]?.name}: ${[...new Set(checks)].toSorted().join(' ')}`
  const lines = (await run('verify.py', ...paths)).trim().split('\n')
  const reports = await Promise.all(archives.map((archive) => verifyBundle(archive)))
  return {
    theirs: lines.map((line, at) =>
      told(
        at,
        JSON.parse(line).red.map(({ check }: { check: string }) => check),
      ),
    ),
    ours: reports.map(({ checks }, at) =>
      told(
        at,
        checks.filter(({ colour }) => colour === 'red').map(({ id }) => id),
      ),
    ),
  }
}

/** How many of the bundles after the first have something red. */
const redAmong = (told: string[]) => told.slice(1).filter((line) => !line.endsWith(': ')).length

test.skipIf(!python)(
  `it finds the same checks red in ${MUTANTS} changed bundles`,
  { timeout: 300_000 },
  async () => {
    const round = await sampleRound()
    const { theirs, ours } = await redOf([
      { name: 'as it is', files: round.files },
      ...sampleMutants(round, MUTANTS),
    ])
    expect(theirs).toEqual(ours)
    expect(redAmong(ours)).toBeGreaterThan(MUTANTS / 2)
    expect(ours[0]).toBe('as it is: ')
  },
)

const EVIDENCED =
  /^(after\/.+|heads\.jsonl|posted\.jsonl|voids\.jsonl|powers\.jsonl|winners\.jsonl|evidence\.json)$/

/** A recorded block that still proves itself, and holds no transaction any more. */
function emptied(bytes: Uint8Array, at: number): Uint8Array {
  return jsonLines(
    parseJsonLines(bytes).map((row, index) =>
      index === at ? { ...(row as object), transactions: [], nodes: [] } : row,
    ),
  )
}

/** Changes of a recorded round in what its evidence speaks of, some of them sealed again. */
function recordedMutants(recorded: Files, count: number, seed = 20_261_129): Mutant[] {
  const dice = sequenceOf(seed)
  const { roundId } = parseCanonical(recorded.get(MANIFEST) ?? new Uint8Array()) as Manifest
  const paths = [...recorded.keys()].filter((path) => EVIDENCED.test(path) && recorded.get(path)?.length)
  const lists = paths.filter((path) => path.endsWith('.jsonl'))
  const bytesOf = (path: string) => recorded.get(path) ?? new Uint8Array()
  const changed = (what: string, path: string, bytes: Uint8Array): Mutant => {
    const files = new Map([...recorded, [path, bytes]])
    const reseal = layerOf(path) === 'core' && dice(4) > 0
    if (reseal) files.set(MANIFEST, canonicalBytes(manifestOf(roundId, files)))
    return { name: `${what} of ${path}${reseal ? ', manifest resealed' : ''}`, files }
  }
  const field = () => {
    const path = pick(dice, paths)
    return changed('a field', path, edit(dice, path, bytesOf(path)))
  }
  const kinds: (() => Mutant)[] = [
    field,
    () => {
      const path = pick(dice, paths)
      return changed('a bit', path, flip(dice, bytesOf(path)))
    },
    field,
    () => {
      const path = pick(dice, lists)
      return changed('the lines', path, rearrange(dice, bytesOf(path)))
    },
    field,
    () =>
      changed(
        'the receipts',
        BLOCK_PROOFS,
        emptied(bytesOf(BLOCK_PROOFS), dice(parseJsonLines(bytesOf(BLOCK_PROOFS)).length)),
      ),
  ]
  return Array.from({ length: count }, (_, at) => {
    const { name, files } = (kinds[at % kinds.length] as () => Mutant)()
    return { name: `${at}: ${name}`, files }
  })
}

test.skipIf(!python)(
  `and in ${RECORDED_MUTANTS} changes of a recorded round`,
  { timeout: 300_000 },
  async () => {
    const recorded = unzipBundle(readFileSync(join(VERIFIER, '..', 'recorded.zip')))
    const { theirs, ours } = await redOf([
      { name: 'as it is', files: recorded },
      ...recordedMutants(recorded, RECORDED_MUTANTS),
    ])
    expect(theirs).toEqual(ours)
    expect(redAmong(ours)).toBeGreaterThan(RECORDED_MUTANTS / 2)
    expect(ours[0]).toBe('as it is: ')
  },
)
