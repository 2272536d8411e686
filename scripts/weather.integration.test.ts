import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionAbi } from '#contracts-abi/collection.ts'
import type { Accepted } from '#lib/ballots/schema.ts'
import { localKey } from '#lib/flows/borrow/schema.ts'
import type { BriefProgress } from '#lib/generation/schema.ts'
import { briefDigest, briefSchema } from '#lib/protocol/brief.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { signalGroup } from './child.ts'
import { freePort } from './free-port.ts'
import { auditRound } from './play/check-bundle.ts'
import { awaitPictures, signBrief } from './play/creator.ts'
import { closeVoting, mintWinners, openVoting, readRound } from './play/director.ts'
import { DAY, type Ground, until } from './play/ground.ts'
import { localGround } from './play/local-ground.ts'
import { foundRound } from './play/play-round.ts'
import { tasteOf } from './play/tastes.ts'
import { Turned, Visitor } from './play/visitor.ts'
import { signBallot } from './play/voter.ts'
import { placesOf } from './testing/instance-places.ts'
import { type Demo, demoAnswers, removeDemo, runFileOf, startDemo } from './testing/run-demo.ts'

/** The parts of an instance, as its run file names their processes. */
const PARTS = ['worker', 'web', 'postgres', 'chain'] as const
type Part = (typeof PARTS)[number]

const BRIEFS = 4
const PICTURES_EACH = 3
const VOTERS = 6
const PLACES = 2
/** More than a job of the queue is tried again: 1, 2, 4, 8 and 16 seconds. */
const OUTAGE_MS = 35_000
/** How long a person outside goes on trying. */
const PATIENCE_MS = 90_000
/** Between the ballots of one voter, so that nobody is asked to slow down. */
const BREATH_MS = 2_000

let folder: string
let port: number
let demo: Demo

const pause = (milliseconds: number) => new Promise((wait) => setTimeout(wait, milliseconds))
const pidOf = (part: Part) => runFileOf(folder).groups?.find(({ name }) => name === part)?.pid

type Health = { ok: boolean; blocksBehind: number | null }
const isWell = () =>
  fetch(`http://127.0.0.1:${port}/api/v1/health`)
    .then(async (answer) => (await answer.json()) as Health)
    .then(
      ({ ok }) => ok || null,
      () => null,
    )

/** Somebody outside who does not give up: asks again when nothing answers, or a part is away. */
class Stubborn extends Visitor {
  override async fetch(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = await super.fetch(method, path, body).catch(() => null)
      if (answer && answer.status !== 503 && answer.status !== 429) return answer
      if (Date.now() > end) throw new Error(`${method} ${path}: nothing after ${PATIENCE_MS} ms`)
      await pause(1_000)
    }
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verso-weather-'))
  port = await freePort()
  demo = startDemo({ VERSO_DATA: folder, PORT: String(port), VERSO_SEED: '0', VERSO_WATCH_PARENT: '1' })
  await demoAnswers(demo)
}, 300_000)

afterAll(async () => {
  const { groups = [] } = runFileOf(folder)
  demo.child.kill('SIGCONT')
  demo.child.kill('SIGINT')
  await demo.ended
  expect(groups.filter(({ pid }) => signalGroup(pid, 0))).toEqual([])
  removeDemo(folder)
})

/** Ends a part as the system would, and waits until another process has taken its place. */
async function kill(part: Part): Promise<void> {
  const pid = pidOf(part)
  if (!pid) throw new Error(`there is no ${part}`)
  process.kill(pid, 'SIGKILL')
  await until(`another ${part}`, async () => (pidOf(part) !== pid ? true : null), { seconds: 60 })
  await until('an instance that is well', isWell, { seconds: 60 })
}

/** A part that is away for a while: whoever would start it again is held. */
async function keepAway(part: Part, milliseconds: number): Promise<void> {
  const pid = pidOf(part)
  if (!pid) throw new Error(`there is no ${part}`)
  demo.child.kill('SIGSTOP')
  signalGroup(pid, 'SIGKILL')
  await pause(milliseconds)
  demo.child.kill('SIGCONT')
  await until(`another ${part}`, async () => (pidOf(part) !== pid ? true : null), { seconds: 60 })
  await until('an instance that is well', isWell, { seconds: 60 })
}

const person = (ground: Ground, role: string) => new Stubborn(ground.site, localKey(`weather ${role}`))

const FOUNDING = {
  slug: 'weather',
  name: 'Weather',
  symbol: 'WTHR',
  description: 'Pictures made in a storm.',
  licence: 'CC-BY-4.0',
  token: { name: 'Weather votes', symbol: 'WV' },
  minChallenge: 60,
}
const ROUND = {
  title: 'Heavy weather',
  brief: 'What the storm left.',
  places: PLACES,
  submissionsSeconds: DAY / 4,
  openingSeconds: DAY / 4,
  votingSeconds: DAY / 4,
  challengeSeconds: 60,
  sealGrace: 120,
  headInterval: 60,
}

async function begin(ground: Ground, voters: Visitor[]) {
  const [director, guardian, treasury] = ['director', 'guardian', 'treasury'].map((role) =>
    person(ground, role),
  ) as [Visitor, Visitor, Visitor]
  const round = await foundRound(
    ground,
    { director, guardian, treasury, voters },
    { founding: FOUNDING, round: ROUND },
  )
  return { director, round }
}

/** Hands in a brief; when the answer was lost on its way, the brief is there all the same. */
async function handIn(creator: Visitor, round: RoundView, prompt: string): Promise<BriefProgress> {
  const signed = await signBrief(creator, round, { prompt, count: PICTURES_EACH, name: 'Ines Okafor' })
  const digest = briefDigest(round.rules, briefSchema.parse(signed.brief))
  await creator.ask('POST', `/api/v1/rounds/${round.roundId}/briefs`, signed).catch((error: unknown) => {
    if (!(error instanceof Turned && error.code === 'brief-used')) throw error
  })
  return awaitPictures(creator, round, { digest, tasks: [] }, 240)
}

type Storm = { isOver: boolean }

/** One voter who changes their mind until the storm is over; every receipt they got. */
async function keepVoting(voter: Visitor, n: number, round: RoundView, storm: Storm) {
  const receipts: Receipt[] = []
  for (let sequence = 1; !storm.isOver || sequence === 1; sequence += 1) {
    const { now } = await voter.ask<{ now: number }>('GET', '/api/v1/clock')
    const numbers = tasteOf(n + sequence * VOTERS, round.candidateCount, 3)
    const post = await signBallot(voter, round, { numbers, sequence, now })
    const { receipt } = await voter.ask<Accepted>('POST', `/api/v1/rounds/${round.roundId}/ballots`, post)
    receipts.push(receipt)
    await pause(BREATH_MS)
  }
  return receipts
}

it('goes on where it was, whatever is killed in the middle of a round', { timeout: 600_000 }, async () => {
  const ground = localGround({ ...placesOf(folder), tell: () => {} })
  const voters = Array.from({ length: VOTERS }, (_, n) => person(ground, `voter ${n}`))
  const { director, round } = await begin(ground, voters)

  const creators = Array.from({ length: BRIEFS }, (_, n) => person(ground, `creator ${n}`))
  for (const creator of creators) await creator.signIn()
  const rendering = Promise.all(
    creators.map((creator, n) => handIn(creator, round, `a storm at sea, day ${n + 1}`)),
  )
  await until('the first picture', async () =>
    (await readRound(director, round)).candidateCount > 0 ? true : null,
  )
  for (const part of PARTS) await kill(part)
  const pictures = (await rendering).flatMap(({ items }) => items)
  expect(pictures).toHaveLength(BRIEFS * PICTURES_EACH)
  expect(pictures.map(({ state }) => state)).toEqual(pictures.map(() => 'passed'))
  expect(new Set(pictures.map(({ contentHash }) => contentHash)).size).toBe(pictures.length)

  const opened = await openVoting(ground, director, round)
  expect(opened.candidateCount).toBe(BRIEFS * PICTURES_EACH)
  const storm = { isOver: false }
  const voting = Promise.all(voters.map((voter, n) => keepVoting(voter, n, opened, storm)))
  try {
    for (const part of PARTS) {
      await pause(2 * BREATH_MS)
      await kill(part)
    }
    await keepAway('postgres', OUTAGE_MS)
    await pause(2 * BREATH_MS)
  } finally {
    storm.isOver = true
  }
  const receipts = (await voting).flat()
  expect(receipts.length).toBeGreaterThan(VOTERS * 4)

  await closeVoting(ground, director, opened)
  process.kill(pidOf('chain') ?? 0, 'SIGKILL')
  const { winners } = await mintWinners(ground, director, opened)
  process.kill(pidOf('chain') ?? 0, 'SIGKILL')
  const minted = await readRound(director, opened)
  expect(minted.state).toBe('minted')
  expect(winners.rows.every((row) => row.minted)).toBe(true)
  expect(winners.rows).toHaveLength(PLACES)
  const report = await auditRound(person(ground, 'auditor'), minted, receipts)
  // What is somebody's word stays so, whatever the weather.
  const codes = report.checks.flatMap(({ findings }) => findings.map(({ code }) => code))
  expect(codes).toEqual(['recipe-claimed', 'gates-claimed'])
  expect(report.exitCode).toBe(0)
  const events = await director.reader.getContractEvents({
    address: round.rules.collection,
    abi: collectionAbi,
    eventName: 'WinnerMinted',
    fromBlock: 0n,
  })
  expect(events).toHaveLength(PLACES)
  await ground.close()
})
