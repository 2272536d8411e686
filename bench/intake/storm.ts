import type { Answer } from '#bench/load/load.ts'
import { load } from '#bench/load/under-load.ts'
import { openDb } from '#lib/platform/db.ts'
import { ballotDigest } from '#lib/protocol/ballot.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'
import { runFileOf } from '#scripts/testing/run-demo.ts'
import { signedPost } from './posts.ts'

export type Storm = {
  sent: number
  acknowledged: number
  refused: number
  /** Acknowledged, but not in the log, or twice; and in the log, but never acknowledged. */
  lost: number
  unasked: number
  forgedTaken: number
  kills: number
}

type Body = { text: string; digest: string; forged: boolean }

/** 1 % come twice, 1 % are not signed by whom they name, 5 % replace an earlier one. */
function bodiesOf(round: RoundView, count: number, now: number): Body[] {
  const { chainId, collection } = round.rules
  const bodies: Body[] = []
  for (let index = 0; index < count; index += 1) {
    const replaces = index % 20 === 19
    const voter = `storm ${replaces ? index - 19 : index}`
    const post = signedPost(round, { voter, sequence: replaces ? 2 : 1, now })
    const forged = index % 100 === 50
    if (forged) post.signature = signedPost(round, { voter: 'a forger', now }).signature
    const digest = ballotDigest(chainId, collection, post.ballot)
    const body = { text: JSON.stringify(post), digest, forged }
    bodies.push(body)
    if (index % 100 === 70) bodies.push(body)
  }
  return bodies
}

/** Ends web and worker as a crash would; they are started again by what watches them. */
function kill(folder: string): void {
  for (const { name, pid } of runFileOf(folder).groups ?? []) {
    if (name !== 'web' && name !== 'worker') continue
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It is being started again just now.
    }
  }
}

/** An answer that a client sends again after: none came, or the server was not able to. */
const isLost = ({ status }: Answer) => status === 0 || status >= 500

async function sendAll(url: string, bodies: readonly Body[], folder: string, killsAt: number[]) {
  const answers: { body: Body; answer: Answer }[] = []
  const left = [...bodies]
  let kills = 0
  for (let tries = 0; left.length > 0 && tries < 40; tries += 1) {
    const part = left.splice(0, Math.max(500, Math.ceil(bodies.length / 10)))
    const sending = load({
      url,
      headers: { 'content-type': 'application/json' },
      bodies: part.map(({ text }) => text),
      connections: 32,
    })
    if (tries === killsAt[kills]) {
      await new Promise((wait) => setTimeout(wait, 400))
      kill(folder)
      kills += 1
    }
    const done = await sending
    for (const [place, answer] of done.answers.entries()) {
      const body = part[place]
      if (!body) continue
      if (isLost(answer)) left.push(body)
      else answers.push({ body, answer })
    }
    if (done.answers.some(isLost)) await new Promise((wait) => setTimeout(wait, 1500))
  }
  if (left.length > 0) throw new Error(`${left.length} ballots were never answered`)
  return { answers, kills }
}

/** Thousands of ballots while the server is killed: what is in the log afterwards is what was acknowledged. */
export async function storm(
  site: { origin: string; folder: string; round: RoundView },
  count: number,
  now: number,
): Promise<Storm> {
  const { origin, folder, round } = site
  const bodies = bodiesOf(round, count, now)
  const url = `${origin}/api/v1/rounds/${round.roundId}/ballots`
  const db = openDb(placesOf(folder).databaseUrl)
  try {
    const before = await db.logLeaf.count()
    const { answers, kills } = await sendAll(url, bodies, folder, [1, 4])
    const acknowledged = new Set(
      answers.flatMap(({ body, answer }) => (answer.status === 201 ? [body.digest] : [])),
    )
    const rows = await db.logLeaf.findMany({
      select: { ballotDigest: true },
      skip: before,
      orderBy: { index: 'asc' },
    })
    const logged = rows.map(({ ballotDigest }) => ballotDigest)
    const once = new Set(logged)
    const missing = [...acknowledged].filter((digest) => !once.has(digest)).length
    return {
      sent: bodies.length,
      acknowledged: acknowledged.size,
      refused: answers.filter(({ answer }) => answer.status !== 201).length,
      lost: missing + (logged.length - once.size),
      unasked: [...once].filter((digest) => !acknowledged.has(digest)).length,
      forgedTaken: bodies.filter(({ digest, forged }) => forged && once.has(digest)).length,
      kills,
    }
  } finally {
    await db.$disconnect()
  }
}
