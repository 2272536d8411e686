import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endOnSignal } from '#scripts/end-on-signal.ts'
import { asked, type Wanted } from '#scripts/play/asked-works.ts'
import { beginRound, closeVoting, mintWinners, openVoting } from '#scripts/play/director.ts'
import type { Ground } from '#scripts/play/ground.ts'
import { localGround } from '#scripts/play/local-ground.ts'
import { foundRound, troupeOf } from '#scripts/play/play-round.ts'
import { castVotes } from '#scripts/play/votes.ts'
import { hangWorks } from '#scripts/play/works.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'
import { demoAnswers, removeDemo, runFileOf, startDemo } from '#scripts/testing/run-demo.ts'

const FOUNDING = {
  slug: 'bench',
  name: 'The bench',
  symbol: 'BENCH',
  description: 'What its pages weigh.',
  licence: 'CC-BY-4.0',
  token: { name: 'Bench votes', symbol: 'BV' },
  minChallenge: 60,
}
const ROUND = { title: 'Low tide', brief: 'Boats that wait for water.', places: 1, challengeSeconds: 60 }
const DUELS = {
  title: 'Either boat',
  brief: 'One of two.',
  method: 'pairwise',
  community: FOUNDING.slug,
  submissionsSeconds: 600,
  openingSeconds: 900,
} as const
const PROMPT = 'Low tide at night, three boats'

function webPidOf(folder: string): number {
  const web = runFileOf(folder).groups?.find(({ name }) => name === 'web')
  if (!web) throw new Error('the site notes no web process')
  return web.pid
}

async function openRound(ground: Ground, works: readonly Wanted[]) {
  const people = troupeOf(ground, 'bench pages', { creators: 1, voters: 2 })
  await ground.fund([people.auditor.address])
  const begun = await foundRound(ground, people, { founding: FOUNDING, round: ROUND })
  await hangWorks(ground, people.creators, begun, works)
  return { people, round: await openVoting(ground, people.director, begun) }
}

/** An instance of its own with one round: first open for votes, then minted. */
export async function hangSite(works: readonly Wanted[] = asked([PROMPT], 2)) {
  const folder = mkdtempSync(join(tmpdir(), 'verso-bench-'))
  // Without its parent it ends, however that was ended.
  const demo = startDemo({ VERSO_DATA: folder, VERSO_SEED: '0', VERSO_WATCH_PARENT: '1' })
  const stop = endOnSignal(async () => {
    demo.child.kill('SIGINT')
    await demo.ended
    removeDemo(folder)
  })
  try {
    await demoAnswers(demo)
    const ground = localGround({ ...placesOf(folder), tell: () => {} })
    const { people, round } = await openRound(ground, works)
    return {
      origin: ground.site.origin,
      /** Its data: `run.json` says where its parts are. */
      folder,
      /** The process that answers, at present. */
      webPid: () => webPidOf(folder),
      round,
      community: FOUNDING.slug,
      slug: round.slug,
      roundId: round.id,
      /** Hangs a second round, which is judged by duels, and opens it. @returns its slug */
      async openDuels(): Promise<string> {
        const begun = await beginRound(people.director, DUELS)
        await hangWorks(ground, people.creators, begun, asked(['High tide at noon, two boats'], 2))
        return (await openVoting(ground, people.director, begun)).slug
      },
      /** Lives the round on to its end. @returns the token of its winner */
      async mint(): Promise<string | null> {
        await castVotes(ground, people.voters, round)
        await closeVoting(ground, people.director, round)
        const { winners } = await mintWinners(ground, people.auditor, round)
        return winners.rows[0]?.tokenId ?? null
      },
      async stop() {
        await ground.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
