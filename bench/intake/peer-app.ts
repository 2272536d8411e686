import { type ServedApp, serveNextApp } from '#bench/next-app.ts'

const ACTION = `'use server'
import { readFileSync } from 'node:fs'
import { openDb } from '../../../lib/platform/db.ts'
import { parseBallotPost, verifyBallot } from '../../../lib/protocol/ballot.ts'

const db = openDb(process.env.DATABASE_URL)
const round = JSON.parse(readFileSync(process.env.BENCH_ROUND, 'utf8'))

export async function castBallot(text) {
  const post = parseBallotPost(JSON.parse(text))
  const acceptedAt = Number(post.ballot.issuedAt)
  const { digest, ballot } = await verifyBallot({ ...round, post, acceptedAt, lastSequence: 0n })
  const row = { actor: ballot.voter, action: 'bench-ballot', subject: digest, detail: post }
  const { id } = await db.auditEntry.create({ data: row })
  return { digest, id: String(id) }
}
`
const PAGE = `import { castBallot } from './actions.ts'
export const dynamic = 'force-dynamic'
export default function Page() {
  return <form action={castBallot}><button>Cast</button></form>
}
`

/**
 * The usual way to take a ballot with Next: a server action that checks it by the same code and writes one row with
 * Prisma. Answers the app and the id that a POST calls the action by.
 */
export async function servePeer(env: {
  DATABASE_URL: string
  BENCH_ROUND: string
}): Promise<ServedApp & { action: string }> {
  const app = await serveNextApp({ 'app/actions.ts': ACTION, 'app/page.tsx': PAGE }, env)
  const page = await (await fetch(app.origin)).text()
  const action = /\$ACTION_ID_([0-9a-f]+)/.exec(page)?.[1]
  if (action) return { ...app, action }
  await app.stop()
  throw new Error('the page of the peer names no action')
}
