import { lastSequences } from '#lib/ballots/data.ts'
import type { CommunityView } from '#lib/communities/schema.ts'
import { wallSeconds } from '#lib/platform/clock.ts'
import type { Db } from '#lib/platform/db.ts'
import type { RoundSummary, RoundView } from '#lib/rounds/schema.ts'
import { type Pace, secondsBefore, stillWanted, type Wanted } from './asked-works.ts'
import { beginRound, closeVoting, freezeDraft, mintWinners, openVoting, readRound } from './director.ts'
import { type Ground, pause, until } from './ground.ts'
import type { NightFerryPeople } from './night-ferry.ts'
import type { Story } from './stories.ts'
import { Turned, type Visitor } from './visitor.ts'
import { castVotes } from './votes.ts'
import { signBriefs } from './works.ts'

/**
 * Each step looks first at what is done already, so that a story that was cut off anywhere goes on from
 * there and nothing is done twice.
 */
export type Scene = { ground: Ground & { db: Db }; people: NightFerryPeople; community: CommunityView }

/** Longest time in which no picture comes. */
const STILL_SECONDS = 120
/** A line after so many pictures. */
const TELL_EVERY = 24

export const listRounds = (visitor: Visitor, community: string) =>
  visitor.ask<{ items: RoundSummary[] }>('GET', `/api/v1/rounds?community=${community}&take=100`)

/** The story's round, begun now unless it was; a cancelled one does not count. */
export async function roundOf({ ground, people, community }: Scene, story: Story): Promise<RoundView> {
  const { director } = people
  const { title } = story.round
  const { items } = await listRounds(director, community.slug)
  const begun = items.find((round) => round.title === title && round.state !== 'cancelled')
  if (begun) return director.ask('GET', `/api/v1/rounds/${begun.id}`)
  await ground.clock.waitUntil(wallSeconds() - story.hoursAgo * 3600)
  const where = { title, status: 'draft', community: { slug: community.slug } } as const
  const draft = await ground.db.round.findFirst({ where, select: { id: true } })
  if (draft) return freezeDraft(director, draft.id)
  return beginRound(director, { ...story.round, community: community.slug })
}

/** The story's briefs that nobody of its creators has signed yet. */
async function unsigned({ ground, people }: Scene, round: RoundView, works: readonly Wanted[]) {
  const signed = await ground.db.brief.findMany({
    where: { roundRowId: round.rowId, creator: { in: people.creators.map(({ address }) => address) } },
    select: { prompt: true, count: true },
  })
  return stillWanted(works, signed)
}

/** Creators sign what they have not signed yet, as long as the round takes briefs. */
export async function askForWorks(scene: Scene, round: RoundView, works: readonly Wanted[]): Promise<void> {
  if (round.state !== 'submissions' || round.admissionEnded) return
  await signBriefs(scene.people.creators, round, await unsigned(scene, round, works))
}

/** Waits until every picture that was asked for is hung or turned away. */
async function awaitWall({ ground, people }: Scene, round: RoundView): Promise<RoundView> {
  let told = 0
  let left = -1
  let since = Date.now()
  return until(
    `the pictures of ${round.title}`,
    async () => {
      const open = await ground.db.task.count({
        where: { roundRowId: round.rowId, status: { in: ['queued', 'rendering'] } },
      })
      if (open !== left) since = Date.now()
      left = open
      if (Date.now() - since > STILL_SECONDS * 1000)
        throw new Error(`${open} pictures of ${round.title} do not come`)
      const view = await readRound(people.director, round)
      const { candidateCount: hung, requestedCount } = view
      if (hung >= told + TELL_EVERY || (open === 0 && hung > told)) {
        told = hung
        ground.tell(`${round.title}: ${hung} of ${requestedCount} works hang`)
      }
      return open === 0 ? view : null
    },
    { seconds: 3600, everyMs: 500 },
  )
}

async function whoVoted({ ground, people }: Scene, round: RoundView): Promise<Set<Visitor>> {
  const { signed } = people
  const addresses = signed.map(({ address }) => address)
  const last = await lastSequences(ground.db, round.rowId, addresses)
  return new Set(signed.filter(({ address }) => last.has(address)))
}

/** From its submissions to a round with ballots in its log. */
export async function liveToVotes(
  scene: Scene,
  begun: RoundView,
  { once = true, voters = scene.people.signed.length }: { once?: boolean; voters?: number } = {},
): Promise<RoundView> {
  const { ground, people } = scene
  let round = await readRound(people.director, begun)
  if (round.state === 'submissions') {
    await awaitWall(scene, round)
    round = await openVoting(ground, people.director, round)
  }
  if (round.state !== 'voting') return round
  const voted = await whoVoted(scene, round)
  await castVotes(ground, people.signed.slice(0, voters), round, { once, voted })
  round = await readRound(people.director, round)
  ground.tell(`${round.title}: ${round.ballotCount} ballots are in the log`)
  return round
}

/** From its submissions to the tokens of its winners. */
export async function liveToTokens(scene: Scene, begun: RoundView): Promise<void> {
  const { ground, people } = scene
  let round = await liveToVotes(scene, begun, { once: false })
  if (round.state === 'voting' || round.state === 'counting') {
    await closeVoting(ground, people.director, round)
    round = await readRound(people.director, round)
  }
  if (round.state !== 'challenge' && round.state !== 'final') return
  const { winners } = await mintWinners(ground, people.director, round)
  ground.tell(`${round.title}: ${winners.rows.length} winners are minted`)
}

/** Creators sign one brief after the other, so that works arrive while one watches. */
export async function fill(
  scene: Scene,
  round: RoundView,
  { works, pace }: { works: readonly Wanted[]; pace: Pace },
): Promise<void> {
  const { ground, people } = scene
  const left = await unsigned(scene, round, works)
  if (left.length === 0) return
  for (const [n, brief] of left.entries()) {
    await pause(secondsBefore(works.length - left.length + n, pace) * 1000)
    try {
      await signBriefs(people.creators, round, [brief], n)
    } catch (error) {
      if (!(error instanceof Turned) || error.code !== 'brief-window') throw error
      return ground.tell(`${round.title}: no more briefs are taken`)
    }
  }
  await awaitWall(scene, round)
}
