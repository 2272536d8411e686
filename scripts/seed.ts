import type { CommunityView } from '#lib/communities/schema.ts'
import { wallSeconds } from '#lib/platform/clock.ts'
import { env, LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { foundCommunity, giveVotes } from './play/community.ts'
import { freshRoundFor, freshStory } from './play/fresh-rounds.ts'
import { until } from './play/ground.ts'
import {
  askForWorks,
  fill,
  listRounds,
  liveToTokens,
  liveToVotes,
  roundOf,
  type Scene,
} from './play/live-story.ts'
import { localGround } from './play/local-ground.ts'
import { holdingsOf, NIGHT_FERRY, nightFerryPeople } from './play/night-ferry.ts'
import { FULL, SMALL, type Stories } from './play/stories.ts'
import { progressLine } from './seed-progress.ts'

/** So many sign in a round that is opened because no other is. */
const EARLY_VOTERS = 9
/** The past is lived through once the clock has come so near to now. */
const NOW_SECONDS = 60

type Health = { blocksBehind: number | null }

/** What was sent before this start, a killed one's included, is read before anything is decided. */
async function awaitChain({ people }: Pick<Scene, 'people'>): Promise<void> {
  await until('the newest block to be read', async () => {
    const { blocksBehind } = await people.director.ask<Health>('GET', '/api/v1/health')
    // Null where no block was read yet, because there is no community.
    return (blocksBehind ?? 0) === 0 ? true : null
  })
}

/** Founds the community unless it stands, and gives votes to whoever lacks them. */
async function setScene({ ground, people }: Omit<Scene, 'community'>): Promise<CommunityView> {
  const { director, guardian, treasury, creators, curators } = people
  const { items } = await director.ask<{ items: CommunityView[] }>('GET', '/api/v1/communities')
  const standing = items.find(({ slug }) => slug === NIGHT_FERRY.slug)
  if (!standing) await ground.fund([director, guardian, ...creators].map(({ address }) => address))
  const roles = { guardian: guardian.address, treasury: treasury.address }
  const community = standing ?? (await foundCommunity(director, { ...NIGHT_FERRY, ...roles }))
  await director.arrive()
  const { items: rounds } = await listRounds(director, NIGHT_FERRY.slug)
  if (rounds.length > 0) return community
  await giveVotes(ground, director, community, holdingsOf(people))
  ground.tell(`${community.name} is founded: ${curators.length} curators hold votes`)
  return community
}

/** The days before now: one round is decided while the next takes its briefs, a third begins. */
async function liveThePast(scene: Scene, stories: Stories): Promise<void> {
  const { ground } = scene
  const minted = await roundOf(scene, stories.minted)
  await askForWorks(scene, minted, stories.minted.works)
  const voting = await roundOf(scene, stories.voting)
  await askForWorks(scene, voting, stories.voting.works)
  await liveToTokens(scene, minted)
  const opened = await liveToVotes(scene, voting)
  if (opened.state === 'voting') ground.tell(`${opened.title} is open for votes`)
  const filling = await roundOf(scene, stories.filling)
  ground.tell(`${filling.title} takes briefs`)
  await ground.clock.waitUntil(wallSeconds())
}

/** Goes on filling the round that was begun for it, while it takes briefs. */
async function goOnFilling(scene: Scene, { filling }: Stories): Promise<void> {
  const { items } = await listRounds(scene.people.director, scene.community.slug)
  const round = items.find(({ title, state }) => title === filling.round.title && state === 'submissions')
  if (round) await fill(scene, await scene.people.director.ask('GET', `/api/v1/rounds/${round.id}`), filling)
}

/** Brings a fresh round to its votes when none is open for them. */
async function openFresh(scene: Scene): Promise<void> {
  const { ground, people, community } = scene
  const { items } = await listRounds(people.director, community.slug)
  const n = freshRoundFor(items)
  if (n === null) return
  const story = freshStory(n)
  ground.tell(`No round is open for votes: ${story.round.title} is begun`)
  const begun = await roundOf(scene, story)
  await askForWorks(scene, begun, story.works)
  const { title } = await liveToVotes(scene, begun, { voters: EARLY_VOTERS })
  ground.tell(`${title} is open for votes`)
}

async function main(): Promise<void> {
  const { PUBLIC_URL, CHAIN_RPC_URL, CHAIN_ID, DATABASE_URL } = env()
  const tell = (line: string) => void process.stdout.write(`${progressLine(line)}\n`)
  if (CHAIN_ID !== LOCAL_CHAIN_ID) return tell('Only an instance on a local chain is given rounds.')
  const stories = process.env.VERSO_SEED === 'small' ? SMALL : FULL
  const places = { origin: PUBLIC_URL, rpcUrl: CHAIN_RPC_URL, databaseUrl: DATABASE_URL }
  const ground = localGround({ ...places, tell })
  const people = nightFerryPeople(ground)
  await awaitChain({ people })
  const { items } = await listRounds(people.director, NIGHT_FERRY.slug)
  const now = await ground.clock.now()
  const begins = wallSeconds() - stories.minted.hoursAgo * 3600
  if (items.length === 0 && now > begins)
    return tell('This instance does not begin some days ago, so it is given no rounds. --reset begins anew.')
  const scene = { ground, people, community: await setScene({ ground, people }) }
  if (now < wallSeconds() - NOW_SECONDS) await liveThePast(scene, stories)
  await openFresh(scene)
  tell('The demo is ready.')
  await goOnFilling(scene, stories)
}

await main()
process.exit()
