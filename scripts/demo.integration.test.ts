import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import { signalGroup } from './child.ts'
import { freePort, portIsFree } from './free-port.ts'
import { until } from './play/ground.ts'
import { localGround } from './play/local-ground.ts'
import { nightFerryPeople } from './play/night-ferry.ts'
import { placesOf } from './testing/instance-places.ts'
import { type Demo, demoAnswers, removeDemo, runFileOf, startDemo } from './testing/run-demo.ts'

const MINUTES = 60_000

let folder: string
let port: number
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verso-demo-'))
  port = await freePort()
})
afterAll(() => removeDemo(folder))

/** A demo that a failed test left is ended, with all that it started. */
const started = new Set<Demo>()
afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGINT')
    await ended
  }
  started.clear()
}, MINUTES)

function start(change: Record<string, string> = {}): Demo {
  const demo = startDemo({ VERSO_DATA: folder, PORT: String(port), VERSO_SEED: '0', ...change })
  started.add(demo)
  return demo
}

const runFile = () => runFileOf(folder)

const health = () => fetch(`http://127.0.0.1:${port}/api/v1/health`)

it('starts, refuses a second one on its folder, and ends with nothing left running', {
  timeout: 5 * MINUTES,
}, async () => {
  const demo = start()
  await demoAnswers(demo)
  expect((await health()).status).toBe(200)
  const { groups = [], postgresPort = 0, chainPort = 0 } = runFile()
  expect(groups.map(({ name }) => name).sort()).toEqual(['chain', 'postgres', 'web', 'worker'])

  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('Another demo')
  expect(second.said()).toContain('VERSO_DATA')

  demo.child.kill('SIGINT')
  expect(await demo.ended).toBe(0)
  expect(groups.filter(({ pid }) => signalGroup(pid, 0))).toEqual([])
  for (const used of [port, postgresPort, chainPort]) expect(await portIsFree(used)).toBe(true)
})

it('starts again after it was killed, and ends what was left', { timeout: 5 * MINUTES }, async () => {
  const killed = start()
  await demoAnswers(killed)
  const { groups: left = [] } = runFile()
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(left.every(({ pid }) => signalGroup(pid, 0))).toBe(true)

  const again = start()
  await demoAnswers(again)
  expect((await health()).status).toBe(200)
  expect(left.filter(({ pid }) => signalGroup(pid, 0))).toEqual([])
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})

const roundsNow = async (): Promise<RoundSummary[]> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/rounds?community=night-ferry&take=100`)
  const { items }: { items: RoundSummary[] } = await answer.json()
  return items
}

const communities = async (): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/communities`)
  const { items }: { items: unknown[] } = await answer.json()
  return items.length
}

const isSeeding = async (): Promise<boolean> => {
  const { seeding }: { seeding: boolean } = await (await health()).json()
  return seeding
}

const patient = { seconds: 180, everyMs: 20 }

/** The process that makes the rounds. */
function seedPid(): number {
  const seed = runFile().groups?.find(({ name }) => name === 'seed')
  if (!seed) throw new Error('there is no seeding')
  return seed.pid
}

const twoInks = async (isThen: (round: RoundSummary) => boolean) =>
  (await roundsNow()).find((round) => round.slug === 'two-inks' && isThen(round)) ?? null

async function stop(demo: Demo): Promise<void> {
  demo.child.kill('SIGINT')
  expect(await demo.ended).toBe(0)
}

const seedingEnds = () =>
  until('the end of the seeding', async () => ((await isSeeding()) ? null : true), patient)

const countsOf = ({ slug, state, candidateCount, requestedCount, ballotCount }: RoundSummary) => [
  slug,
  state,
  candidateCount,
  requestedCount,
  ballotCount,
]

it('makes its rounds, goes on after it was killed without doubling any, and opens a fresh one when none is open', {
  timeout: 10 * MINUTES,
}, async () => {
  rmSync(folder, { recursive: true, force: true })
  const killed = start({ VERSO_SEED: 'small' })
  await demoAnswers(killed)
  await until('the community', async () => ((await communities()) > 0 ? true : null), patient)
  signalGroup(seedPid(), 'SIGKILL')
  const inBriefs = await until('briefs', () => twoInks(({ requestedCount }) => requestedCount > 2), patient)
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(killed.said()).toContain('goes on from there')
  expect(inBriefs.requestedCount).toBeLessThan(16)

  const demo = start({ VERSO_SEED: 'small' })
  await demoAnswers(demo)
  const inBallots = await until('ballots', () => twoInks(({ ballotCount }) => ballotCount > 2), patient)
  signalGroup(seedPid(), 'SIGKILL')
  expect(inBallots.ballotCount).toBeLessThan(31)
  await seedingEnds()
  expect(demo.said()).toContain('The demo is ready.')
  expect(await communities()).toBe(1)
  expect((await roundsNow()).map(countsOf)).toEqual([
    ['weather-report', 'submissions', 6, 6, 0],
    ['two-inks', 'voting', 16, 16, 31],
    // Every fifth curator thought again, and the last one went past this log, to the chain.
    ['one-turned-wrong', 'minted', 8, 8, 36],
  ])
  const ground = localGround({ ...placesOf(folder), tell: () => {} })
  const { undecided, director } = nightFerryPeople(ground)
  const [inks] = (await roundsNow()).filter(({ slug }) => slug === 'two-inks')
  const asked = `/api/v1/rounds/${inks?.id}/eligibility?address=${undecided[0]?.address}`
  expect(await director.ask('GET', asked)).toMatchObject({ power: '120' })
  await ground.clock.waitUntil((inks?.closesAt ?? 0) + 1)
  await ground.close()
  await stop(demo)

  const later = start({ VERSO_SEED: 'small' })
  await demoAnswers(later)
  await seedingEnds()
  const [fresh, ...others] = (await roundsNow()).filter(({ state }) => state === 'voting')
  expect(fresh && countsOf(fresh)).toEqual(['small-hours', 'voting', 24, 24, 9])
  expect(others).toEqual([])
  await stop(later)
})

it('names a port that is taken', { timeout: MINUTES }, async () => {
  const taken = start({ PORT: 'three' })
  expect(await taken.ended).toBe(1)
  expect(taken.said()).toContain('PORT is three')
})

it('names a size of seeding that there is not', { timeout: MINUTES }, async () => {
  const wrong = start({ VERSO_SEED: 'huge' })
  expect(await wrong.ended).toBe(1)
  expect(wrong.said()).toContain('VERSO_SEED is huge')
})
