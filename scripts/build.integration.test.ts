import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { ensureBuilt, releaseBuild } from './build.ts'
import { votingRoundWith } from './testing/hold-round.ts'
import { constantsOf } from './testing/message-constants.ts'
import { serveBuild } from './testing/serve-build.ts'
import { visibleText } from './testing/visible-text.ts'
import { withInstance } from './testing/with-instance.ts'

const BASE_SEPOLIA = 84_532
const MINUTES = 60_000

type Language = 'en' | 'de'

/** One file of messages in a language, whichever this process speaks itself. */
const messagesOf = (language: Language, file: string) =>
  import(resolve(import.meta.dirname, '../messages', language, file))

/** What those who look at a wall read in a browser. */
const readOf = async (language: Language): Promise<string> =>
  (await messagesOf(language, 'voting/picks-standing.ts')).review
type Part = 'static' | 'server'

/** What only the code of the two features says, in the browser and on the server. */
async function markersOf(language: Language): Promise<Record<Part, string[]>> {
  const { whose } = await messagesOf(language, 'wallet/borrow/borrow-menu.ts')
  const { acts } = await messagesOf(language, 'rounds/skip-round.ts')
  const { lastNotOnChain } = await messagesOf(language, 'flows/skip/skip-round.ts')
  return {
    static: ['verso local identity: ', 'Borrow an identity', whose, acts['challenge-end'], 'verso.borrowed'],
    server: ['verso local identity: ', 'clock.move', lastNotOnChain],
  }
}

/** Said by a page that no build has. */
const WORKSHOP = 'Not shown here, and why'

const logs = mkdtempSync(join(tmpdir(), 'verso-build-'))
const used: string[] = []
afterAll(() => {
  used.forEach(releaseBuild)
  rmSync(logs, { recursive: true, force: true })
})

async function buildFor(chainId: number, language: Language): Promise<string> {
  vi.stubEnv('VERSO_LANGUAGE', language)
  const logFile = join(logs, `${chainId}.log`)
  const { dist } = await ensureBuilt({ chainId, logFile, signal: new AbortController().signal })
  vi.unstubAllEnvs()
  used.push(dist)
  return dist
}

/** Every script and page below a folder of the build. */
function textsOf(dist: string, part: Part): string[] {
  const folder = resolve(import.meta.dirname, '..', dist, part)
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|map|html|rsc)$/.test(entry.name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  expect(texts.length).toBeGreaterThan(20)
  return texts
}

/** Which of the texts stand in some of them. */
function found(dist: string, part: Part, wanted: readonly string[]): string[] {
  const texts = textsOf(dist, part)
  return wanted.filter((one) => texts.some((text) => text.includes(one)))
}

it('leaves borrowed identities and the moved clock out of a build for any other chain, in any language', {
  timeout: 10 * MINUTES,
}, async () => {
  const local = await buildFor(LOCAL_CHAIN_ID, 'en')
  const other = await buildFor(BASE_SEPOLIA, 'de')
  expect(other).not.toBe(local)
  const [english, german] = await Promise.all([markersOf('en'), markersOf('de')])
  for (const part of ['static', 'server'] as const) {
    expect(found(local, part, english[part])).toEqual(english[part])
    expect(found(other, part, [...english[part], ...german[part]])).toEqual([])
  }
  const [ours, theirs] = await Promise.all([readOf('en'), readOf('de')])
  expect(found(local, 'static', [ours, theirs])).toEqual([ours])
  expect(found(other, 'static', [ours, theirs])).toEqual([theirs])
  const routes = readFileSync(
    resolve(import.meta.dirname, '..', other, 'server/app-paths-manifest.json'),
    'utf8',
  )
  expect(routes).toContain('/verify/page')
  expect(routes).not.toContain('workshop')
  const texts = [...textsOf(other, 'static'), ...textsOf(other, 'server')]
  expect(texts.filter((text) => text.includes(WORKSHOP))).toEqual([])
})

/** English sentences that no German one is, long enough to be nothing else by chance. */
async function onlyInEnglish(): Promise<string[]> {
  const [english, german] = await Promise.all([constantsOf('en'), constantsOf('de')])
  const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
  return [...english].filter((text) => letters(text) >= 12 && !german.has(text))
}

/** An instance with a round that takes votes, served by a build in a language. */
async function servedRound(language: Language) {
  const instance = await withInstance()
  const dist = await buildFor(BASE_SEPOLIA, language)
  const round = await votingRoundWith(instance, { anna: 5n }, ['Tide', 'Two inks'])
  const site = await serveBuild(instance, { dist, language })
  const stop = async () => {
    await site.stop()
    await instance.stop()
  }
  return { ...site, round, stop }
}

/** What a work is turned over to, sent with its page: the verdicts keep these in English. */
const FINDINGS = ['Öffnet sich als PNG, 8 × 8 Pixel.', 'Kein Werk dieser Runde zeigt dieselben Pixel.']

it('says nothing in English where it was built in German', { timeout: 10 * MINUTES }, async () => {
  const { origin, round, stop } = await servedRound('de')
  onTestFinished(stop)
  const [english, german] = await Promise.all([onlyInEnglish(), constantsOf('de')])
  expect(english.length).toBeGreaterThan(1000)
  const wall = `/rounds/${round.slug}`
  const pages = [
    '/',
    '/verify',
    '/interop/snapshot',
    '/rounds',
    wall,
    `${wall}/works/1`,
    `${wall}/power`,
    `${wall}/log`,
    '/collection',
    '/nirgends',
  ]
  for (const path of pages) {
    const answer = await fetch(origin + path)
    const html = await answer.text()
    const text = visibleText(html)
    expect(answer.status, path).toBe(path === '/nirgends' ? 404 : 200)
    expect(html, path).toContain('<html lang="de"')
    expect(
      [...german].filter((said) => said.length > 12 && text.includes(said)).length,
      path,
    ).toBeGreaterThan(3)
    expect(
      english.filter((said) => text.includes(said) || html.includes(said)),
      path,
    ).toEqual([])
  }
  const work = await (await fetch(`${origin}${wall}/works/1`)).text()
  expect(FINDINGS.filter((finding) => !work.includes(finding))).toEqual([])
  expect(work).not.toContain('Opens as')
  const refused = await fetch(`${origin}/api/v1/rounds/${round.roundId}/ballots`, {
    method: 'POST',
    body: '{}',
  })
  const problem = await refused.json()
  expect(refused.status).toBe(422)
  expect(problem).toMatchObject({
    code: 'schema-invalid',
    next: (await messagesOf('de', 'platform/problem.ts')).correct,
  })
  expect(problem.title).toContain('Ungültige Eingabe')
})
