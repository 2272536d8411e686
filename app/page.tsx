import { FLOOR_WORKS, type FloorRound, HomeFloor, type TakingPart } from '#components/rounds/floor.tsx'
import { AwaitedWall, FirstVisitWall, type LastWinner, WinnerWall } from '#components/rounds/on-the-wall.tsx'
import { judging } from '#components/rounds/round-words.ts'
import { RefreshOften } from '#components/studio/refresh-often.tsx'
import { Link } from '#components/ui/link.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { PICKS_KEPT } from '#components/voting/picks.ts'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { listCandidates, mintedWorks } from '#lib/candidates/loaders.ts'
import { listCommunities } from '#lib/communities/loaders.ts'
import { siteNow, siteSeeding } from '#lib/flows/site/loaders.ts'
import { homeRounds, resultOf, roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/home.ts'

export const dynamic = 'force-dynamic'

/** So many mints back the first of a round is looked for. */
const LATEST = 12

/** The newest work that came first in its round, with what was said of it. */
async function lastWinner(): Promise<LastWinner | null> {
  const minted = await mintedWorks({ take: LATEST })
  const first = minted.find(({ rank }) => rank === 1) ?? minted[0]
  if (!first) return null
  const { slug } = first.round
  const [round, result] = await Promise.all([roundBySlug(slug), resultOf(slug)])
  return round && { round, work: first.work, result }
}

async function onTheFloor(round: RoundSummary): Promise<FloorRound> {
  const { items } = await listCandidates({ roundRowId: round.rowId, take: FLOOR_WORKS })
  return { round, works: items }
}

/** Where each kind of visitor goes from here. */
function waysOf(ballot: RoundSummary | undefined, winner: LastWinner | null): TakingPart {
  return {
    ballot: ballot ? judging(ballot).href : '/rounds',
    brief: '/submit',
    recount: winner ? `/rounds/${winner.round.slug}/result` : '/verify',
  }
}

function NothingRuns() {
  return (
    <p className="page-edge text-15 wide:ml-[230px]">
      {text.nothingRuns}{' '}
      <Link href="/rounds" className="link">
        {text.chosenBefore}
      </Link>
    </p>
  )
}

export default async function HomePage() {
  const [{ voting, filling, next }, now, communities, seeding, winner] = await Promise.all([
    homeRounds(),
    siteNow(),
    listCommunities(),
    siteSeeding(),
    lastWinner(),
  ])
  const running = [voting[0], filling[0]].filter((round) => round !== undefined)
  const shown = running.length > 0 ? running : next.slice(0, 1)
  const rounds = await Promise.all(shown.map(onTheFloor))
  const awaited = rounds[0]?.round
  const [ballot] = voting
  const [home] = communities
  return (
    <Shell
      room="wall"
      {...(communities.length === 1 && home && { community: home })}
      {...(ballot && {
        standing: <PicksStanding roundId={ballot.id} ballotHref={`/rounds/${ballot.slug}/ballot`} />,
        wordmark: <PicksWordmark roundId={ballot.id} />,
        kept: PICKS_KEPT,
      })}
    >
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {winner ? (
          <WinnerWall {...winner} />
        ) : awaited ? (
          <AwaitedWall round={awaited} seeding={seeding} />
        ) : (
          <FirstVisitWall communities={communities.length} seeding={seeding} />
        )}
        <HomeFloor
          rounds={rounds}
          others={[...voting.slice(1), ...filling.slice(1)]}
          now={now}
          named={communities.length > 1}
          ways={waysOf(ballot, winner)}
        >
          {rounds.length === 0 && winner && <NothingRuns />}
        </HomeFloor>
      </main>
      {seeding && <RefreshOften />}
    </Shell>
  )
}
