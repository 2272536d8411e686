import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { ensureBuilt, releaseBuild } from './build.ts'

const BASE_SEPOLIA = 84_532
const MINUTES = 60_000

/** What only the code of the two features says, in the browser and on the server. */
const MARKERS = {
  static: [
    'verso local identity: ',
    'Borrow an identity',
    'Whose identity?',
    'Skip the challenge',
    'verso.borrowed',
  ],
  server: ['verso local identity: ', 'clock.move', 'The last ballots are not on chain yet.'],
}

/** Said by a page that no build has. */
const WORKSHOP = 'Not shown here, and why'

const logs = mkdtempSync(join(tmpdir(), 'verso-build-'))
const used: string[] = []
afterAll(() => {
  used.forEach(releaseBuild)
  rmSync(logs, { recursive: true, force: true })
})

async function buildFor(chainId: number): Promise<string> {
  const logFile = join(logs, `${chainId}.log`)
  const { dist } = await ensureBuilt({ chainId, logFile, signal: new AbortController().signal })
  used.push(dist)
  return dist
}

/** Every script and page below a folder of the build. */
function textsOf(dist: string, part: keyof typeof MARKERS): string[] {
  const folder = resolve(import.meta.dirname, '..', dist, part)
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|map|html|rsc)$/.test(entry.name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  expect(texts.length).toBeGreaterThan(20)
  return texts
}

/** Which of the markers stand in some of them. */
function found(dist: string, part: keyof typeof MARKERS): string[] {
  const texts = textsOf(dist, part)
  return MARKERS[part].filter((marker) => texts.some((text) => text.includes(marker)))
}

it('leaves borrowed identities and the moved clock out of a build for any other chain', {
  timeout: 10 * MINUTES,
}, async () => {
  const local = await buildFor(LOCAL_CHAIN_ID)
  const other = await buildFor(BASE_SEPOLIA)
  expect(other).not.toBe(local)
  expect({ static: found(local, 'static'), server: found(local, 'server') }).toEqual(MARKERS)
  expect({ static: found(other, 'static'), server: found(other, 'server') }).toEqual({
    static: [],
    server: [],
  })
  const routes = readFileSync(
    resolve(import.meta.dirname, '..', other, 'server/app-paths-manifest.json'),
    'utf8',
  )
  expect(routes).toContain('/verify/page')
  expect(routes).not.toContain('workshop')
  const texts = [...textsOf(other, 'static'), ...textsOf(other, 'server')]
  expect(texts.filter((text) => text.includes(WORKSHOP))).toEqual([])
})
