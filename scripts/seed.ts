import type { CommunityView } from '#lib/communities/schema.ts'
import { env, LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import type { RoundSummary, RoundView } from '#lib/rounds/schema.ts'
import { foundCommunity, giveVotes } from './play/community.ts'
import { beginRound, closeVoting, mintWinners, openVoting, readRound } from './play/director.ts'
import type { Ground } from './play/ground.ts'
import { localGround } from './play/local-ground.ts'
import {
  holdingsOf,
  NIGHT_FERRY,
  type NightFerryPeople,
  nightFerryPeople,
  STORIES,
  type Story,
} from './play/night-ferry.ts'
import { castVotes } from './play/votes.ts'
import { awaitWall, briefsOf, signBriefs } from './play/works.ts'

/** The oldest story begins this long before now; a younger instance is not seeded. */
const HOURS_BACK = Math.max(...STORIES.map(({ hoursAgo }) => hoursAgo))
const HOUR = 3600

const wall = () => Math.floor(Date.now() / 1000)

type Scene = { ground: Ground; people: NightFerryPeople; community: CommunityView }

/** Founds the community unless it stands, and gives votes to whoever lacks them. */
async function setScene(ground: Ground, people: NightFerryPeople): Promise<CommunityView> {
  const { director, guardian, treasury, creators } = people
  await ground.fund([director, guardian, ...creators].map(({ address }) => address))
  const { items } = await director.ask<{ items: CommunityView[] }>('GET', '/api/v1/communities')
  const standing = items.find(({ slug }) => slug === NIGHT_FERRY.slug)
  const roles = { guardian: guardian.address, treasury: treasury.address }
  const community = standing ?? (await foundCommunity(director, { ...NIGHT_FERRY, ...roles }))
  if (standing) await director.signIn()
  const { items: rounds } = await listRounds(director)
  if (rounds.length === 0) await giveVotes(ground, director, community, holdingsOf(people))
  return community
}

const listRounds = (visitor: NightFerryPeople['director']) =>
  visitor.ask<{ items: RoundSummary[] }>('GET', `/api/v1/rounds?community=${NIGHT_FERRY.slug}&take=100`)

/** The story's round, begun now unless it was; a cancelled one does not count. */
async function roundOf({ ground, people, community }: Scene, story: Story): Promise<RoundView> {
  const { items } = await listRounds(people.director)
  const begun = items.find(({ title, state }) => title === story.round.title && state !== 'cancelled')
  if (begun) return people.director.ask('GET', `/api/v1/rounds/${begun.id}`)
  await ground.clock.waitUntil(wall() - story.hoursAgo * HOUR)
  return beginRound(people.director, { ...story.round, community: community.slug })
}

/** Lives one story on from wherever it stands. */
async function live(scene: Scene, story: Story): Promise<void> {
  const { ground, people } = scene
  const began = performance.now()
  let round = await roundOf(scene, story)
  const told = () => ground.tell(`${story.round.title}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (round.state === 'submissions' && !round.admissionEnded)
    await signBriefs(people.creators, round, briefsOf(story, round.requestedCount))
  if (story.until.stage === 'filling') return told()
  if (round.state === 'submissions') round = await awaitWall(people.director, round)
  if (round.state === 'submissions') round = await openVoting(ground, people.director, round)
  const voters = people.curators.slice(0, story.until.voters)
  if (round.state === 'voting' && round.voterCount === 0) await castVotes(ground, voters, round)
  if (story.until.stage === 'voting') return told()
  if (round.state === 'voting' || round.state === 'counting') {
    await closeVoting(ground, people.director, round)
    round = await readRound(people.director, round)
  }
  if (round.state === 'challenge' || round.state === 'final')
    await mintWinners(ground, people.director, round)
  told()
}

async function main(): Promise<void> {
  const { PUBLIC_URL, CHAIN_RPC_URL, CHAIN_ID, DATABASE_URL } = env()
  const tell = (line: string) => void process.stdout.write(`${line}\n`)
  if (CHAIN_ID !== LOCAL_CHAIN_ID) return tell('Only an instance on a local chain is seeded.')
  const places = { origin: PUBLIC_URL, rpcUrl: CHAIN_RPC_URL, databaseUrl: DATABASE_URL }
  const ground = localGround({ ...places, tell })
  const people = nightFerryPeople(ground)
  const { items } = await listRounds(people.director)
  const isYoung = (await ground.clock.now()) > wall() - HOURS_BACK * HOUR
  if (items.length === 0 && isYoung)
    return tell('This instance does not begin some days ago: nothing is made.')
  const community = await setScene(ground, people)
  for (const story of STORIES) await live({ ground, people, community }, story)
  await ground.clock.waitUntil(wall())
  tell('The demo is ready.')
}

await main()
process.exit()
