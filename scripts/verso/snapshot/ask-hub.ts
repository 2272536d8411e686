import { z } from 'zod'
import type { GivenFile } from '#lib/interop/snapshot/gather.ts'
import { SnapshotError } from '#lib/interop/snapshot/snapshot-error.ts'
import { fetchBounded, Unanswered } from '#scripts/verso/watch/ask.ts'

const PAGE = 1000
const MOST_PAGES = 2000
const BOUNDS = { maxBytes: 64 * 2 ** 20, timeoutMs: 60_000 }

const PROPOSAL = `query ($id: String!) { proposal(id: $id) { id title type choices start end snapshot state author
  space { id name } scores scores_total votes } }`
const VOTES = `query ($id: String!, $first: Int!, $skip: Int!, $from: Int!) {
  votes(first: $first, skip: $skip, orderBy: "created", orderDirection: asc, where: {proposal: $id, created_gte: $from})
  { id voter created choice vp vp_state } }`

const pageSchema = z.object({ data: z.object({ votes: z.array(z.object({ created: z.int() })) }) })

async function ask(hub: string, query: string, variables: object): Promise<string> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  }
  try {
    const answer = await fetchBounded(hub, init, { ...BOUNDS, stop: new AbortController().signal })
    if (!answer.ok) throw new SnapshotError('hub-refuses', `${hub} answers with status ${answer.status}`)
    return await answer.text()
  } catch (error) {
    if (error instanceof Unanswered) throw new SnapshotError('hub-unreachable', `${hub} ${error.message}`)
    throw error
  }
}

function timesIn(text: string): number[] {
  try {
    return pageSchema.parse(JSON.parse(text)).data.votes.map(({ created }) => created)
  } catch {
    throw new SnapshotError('hub-refuses', 'the hub’s page of votes is none')
  }
}

/**
 * A proposal and all its votes as a hub's GraphQL answers them. Pages go on from the time of the last vote, leaving out
 * as many of that second as were there: hubs do not skip far.
 * @throws SnapshotError `hub-unreachable`, `hub-refuses`
 */
export async function askHub(hub: string, id: string): Promise<GivenFile[]> {
  const files = [{ name: 'proposal', text: await ask(hub, PROPOSAL, { id }) }]
  let from = 0
  let skip = 0
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const text = await ask(hub, VOTES, { id, first: PAGE, skip, from })
    const times = timesIn(text)
    files.push({ name: `votes ${page}`, text })
    const last = times.at(-1)
    if (last === undefined || times.length < PAGE) return files
    const ofLast = times.filter((time) => time === last).length
    skip = last === from ? skip + ofLast : ofLast
    from = last
  }
  throw new SnapshotError('hub-refuses', `the hub has more than ${MOST_PAGES * PAGE} votes`)
}
