import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ballotDigest } from '#lib/protocol/ballot.ts'
import { recoverSigner } from '#lib/protocol/signature.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'
import { cpuSeconds, median } from './cpu.ts'
import { servePeer } from './intake/peer-app.ts'
import { signedPost } from './intake/posts.ts'
import { storm } from './intake/storm.ts'
import { type Measured, measured, percentile } from './load/under-load.ts'
import { hangSite } from './pages/hung-site.ts'
import { atLeast, atMost, type Bar, type BenchResult } from './result.ts'

type Site = Awaited<ReturnType<typeof hangSite>>

const JSON_TYPE = { 'content-type': 'application/json' }
/** As many as there are when a round closes. */
const CONNECTIONS = 256
/** Turns of both sides until their code is compiled: a server at the close of a round is not a fresh one. */
const WARM_UP = 6
/** Ballots are dated some seconds back: the demo's clock and ours tick apart. */
const SECONDS_BACK = 5

const nowAt = (site: Site) => site.round.rules.opensAt + SECONDS_BACK
const urlOf = (site: Site) => `${site.origin}/api/v1/rounds/${site.roundId}/ballots`
const rounded = (value: number) => Math.round(value * 10) / 10

function postsOf(site: Site, name: string, count: number) {
  return Array.from({ length: count }, (_, index) =>
    signedPost(site.round, { voter: `${name} ${index}`, now: nowAt(site) }),
  )
}

function requireStatus(done: Measured, status: number): Measured {
  const other = done.answers.find((answer) => answer.status !== status)
  if (other) throw new Error(`answered ${other.status} instead of ${status}: ${other.body.slice(0, 300)}`)
  return done
}

async function ourTurn(site: Site, turn: number, count: number) {
  const posts = postsOf(site, `ours ${turn}`, count)
  const task = { url: urlOf(site), headers: JSON_TYPE, connections: CONNECTIONS }
  const bodies = posts.map((post) => JSON.stringify(post))
  const ours = requireStatus(await measured(site.webPid(), { ...task, bodies }), 201)
  const nothing = { ...task, url: `${site.origin}/api/v1/rounds/none/ballots`, bodies: bodies.map(() => '') }
  const empty = requireStatus(await measured(site.webPid(), nothing), 400)
  const { chainId, collection } = site.round.rules
  const check = await cpuSeconds(async () => {
    for (const { ballot, signature } of posts)
      await recoverSigner(ballotDigest(chainId, collection, ballot), signature)
  })
  return { ours: ours.cpuMicros, empty: empty.cpuMicros, check: (check * 1e6) / count }
}

async function peerTurn(
  site: Site,
  peer: Awaited<ReturnType<typeof servePeer>>,
  turn: number,
  count: number,
) {
  const bodies = postsOf(site, `peer ${turn}`, count).map((post) => JSON.stringify([JSON.stringify(post)]))
  const headers = { 'content-type': 'text/plain;charset=UTF-8', 'next-action': peer.action }
  const task = { url: peer.origin, headers, bodies, connections: CONNECTIONS }
  return requireStatus(await measured(peer.pid, task), 200).cpuMicros
}

async function compare(site: Site, quick: boolean) {
  const [count, repeats] = quick ? [200, 1] : [4000, 5]
  const folder = mkdtempSync(join(tmpdir(), 'verso-bench-'))
  const roundFile = join(folder, 'round.json')
  const { rules, roundId, candidateRoot, candidateCount } = site.round
  writeFileSync(roundFile, JSON.stringify({ rules, roundId, candidateRoot, candidateCount }))
  const { databaseUrl } = placesOf(site.folder)
  const peer = await servePeer({ DATABASE_URL: databaseUrl, BENCH_ROUND: roundFile })
  try {
    const turns = { ours: [] as number[], empty: [] as number[], check: [] as number[], peer: [] as number[] }
    for (let turn = quick ? 1 : 1 - WARM_UP; turn <= repeats; turn += 1) {
      const { ours, empty, check } = await ourTurn(site, turn, count)
      const action = await peerTurn(site, peer, turn, Math.ceil(count / 4))
      if (turn < 1) continue
      turns.ours.push(ours)
      turns.empty.push(empty)
      turns.check.push(check)
      turns.peer.push(action)
    }
    const middle = {
      ours: median(turns.ours),
      empty: median(turns.empty),
      check: median(turns.check),
      peer: median(turns.peer),
    }
    return middle
  } finally {
    await peer.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function rush(site: Site, count: number) {
  const bodies = postsOf(site, 'rush', count).map((post) => JSON.stringify(post))
  const task = { url: urlOf(site), headers: JSON_TYPE, bodies, connections: 512, perSecond: count }
  const { answers } = await measured(site.webPid(), task)
  const taken = answers.filter(({ status }) => status === 201).length
  return { lost: count - taken, p99: Math.round(percentile(answers, 0.99)) }
}

/** Server CPU for each ballot acknowledged after its commit, beside the usual way; then a rush, then a storm. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const site = await hangSite()
  try {
    const { ours, empty, check, peer } = await compare(site, quick)
    const { lost, p99 } = await rush(site, quick ? 300 : 5000)
    const weather = await storm(site, quick ? 1000 : 10_000, nowAt(site))
    const bars: Record<string, Bar> = {
      'in a rush: lost': atMost(lost, 0),
      'in a storm: acknowledged and not in the log once': atMost(weather.lost, 0),
      'in a storm: in the log and never acknowledged': atMost(weather.unasked, 0),
      'in a storm: forged and taken': atMost(weather.forgedTaken, 0),
      'in a storm: kills of web and worker': atLeast(weather.kills, 2),
    }
    if (!quick) {
      bars['times a server action with Prisma create'] = atLeast(rounded(peer / ours), 10)
      bars['times an empty POST, without the check'] = atMost(rounded((ours - check) / empty), 2.5)
      bars['5,000 in one second: p99, ms'] = atMost(p99, 2000)
    }
    return {
      name: 'intake',
      figures: {
        'ours, CPU µs': Math.round(ours),
        'of it the signature, CPU µs': Math.round(check),
        'empty POST, CPU µs': Math.round(empty),
        'server action, CPU µs': Math.round(peer),
        'storm: sent': weather.sent,
        'storm: acknowledged': weather.acknowledged,
        'storm: refused': weather.refused,
        'rush: p99, ms': p99,
      },
      bars,
    }
  } finally {
    await site.stop()
  }
}
