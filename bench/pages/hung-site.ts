import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundCommunity, giveVotes } from '#scripts/play/community.ts'
import { beginRound, closeVoting, mintWinners, openVoting } from '#scripts/play/director.ts'
import type { Ground } from '#scripts/play/ground.ts'
import { localGround } from '#scripts/play/local-ground.ts'
import { troupeOf } from '#scripts/play/play-round.ts'
import { castVotes } from '#scripts/play/votes.ts'
import { hangWorks } from '#scripts/play/works.ts'
import { startStack } from '#scripts/stack.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'

const COMMUNITY = 'bench'
const BRIEFS = [{ prompt: 'Low tide at night, three boats', count: 2 }]

/** Nothing of the person's own settings reaches the instance. */
const environment = () => ({ PATH: process.env.PATH, HOME: process.env.HOME, VERSO_SEED: '0' }) as const

const start = (dataDir: string) =>
  startStack({
    dataDir,
    env: { ...environment(), NODE_ENV: 'production' },
    tell: () => {},
    signal: new AbortController().signal,
    broken: (failure) => {
      throw failure
    },
  })

async function openRound(ground: Ground) {
  const people = troupeOf(ground, 'bench pages', { creators: 1, voters: 2 })
  const { director, guardian, treasury } = people
  await ground.fund([director.address, people.auditor.address])
  const community = await foundCommunity(director, {
    slug: COMMUNITY,
    name: 'The bench',
    symbol: 'BENCH',
    description: 'What its pages weigh.',
    licence: 'CC-BY-4.0',
    token: { name: 'Bench votes', symbol: 'BV' },
    minChallenge: 60,
    guardian: guardian.address,
    treasury: treasury.address,
  })
  await giveVotes(
    ground,
    director,
    community,
    people.voters.map((holder) => ({ holder, votes: 10 })),
  )
  const begun = await beginRound(director, {
    community: COMMUNITY,
    title: 'Low tide',
    brief: 'Boats that wait for water.',
    places: 1,
    challengeSeconds: 60,
  })
  await hangWorks(ground, people.creators, begun, BRIEFS)
  return { people, round: await openVoting(ground, director, begun) }
}

/** An instance of its own with one round: first open for votes, then minted. */
export async function hangSite() {
  const folder = mkdtempSync(join(tmpdir(), 'verso-bench-'))
  const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const stack = await start(folder)
    stops.push(stack.stop)
    const ground = localGround({ ...placesOf(folder), tell: () => {} })
    stops.push(ground.close)
    const { people, round } = await openRound(ground)
    return {
      origin: stack.url,
      community: COMMUNITY,
      slug: round.slug,
      /** Lives the round on to its end. @returns the token of its winner */
      async mint(): Promise<string | null> {
        await castVotes(ground, people.voters, round)
        await closeVoting(ground, people.director, round)
        const { winners } = await mintWinners(ground, people.auditor, round)
        return winners.rows[0]?.tokenId ?? null
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
