import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { sampleMutants } from './sample-mutants.ts'
import { sampleRound } from './sample-round.ts'
import { verifyBundle } from './verify.ts'

const VERIFIER = fileURLToPath(new URL('../../../docs/vectors/independent', import.meta.url))
const MUTANTS = 200

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

test.skipIf(!python)(
  `it finds the same checks red in ${MUTANTS} changed bundles`,
  { timeout: 300_000 },
  async () => {
    const round = await sampleRound()
    const bundles = [{ name: 'as it is', files: round.files }, ...sampleMutants(round, MUTANTS)]
    const archives = bundles.map(({ files }, at) => {
      const path = join(folder, `${at}.zip`)
      writeFileSync(path, zipBundle(files))
      return path
    })
    const theirs = (await run('verify.py', ...archives))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).red.map(({ check }: { check: string }) => check))
    const told = (at: number, checks: string[]) =>
      `${bundles[at]?.name}: ${[...new Set(checks)].toSorted().join(' ')}`
    const ours = await Promise.all(
      bundles.map(async ({ files }) => {
        const { checks } = await verifyBundle(zipBundle(files))
        return checks.filter(({ colour }) => colour === 'red').map(({ id }) => id)
      }),
    )
    expect(theirs.map((checks, at) => told(at, checks))).toEqual(ours.map((checks, at) => told(at, checks)))
    expect(ours.filter((checks) => checks.length > 0).length).toBeGreaterThan(MUTANTS / 2)
    expect(ours[0]).toEqual([])
  },
)
