import { Floor, ThreeSentences } from '#components/rounds/floor.tsx'
import { AwaitedWinner, LastMinted } from '#components/rounds/on-the-wall.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { listCandidates, mintedWorks } from '#lib/candidates/loaders.ts'
import { siteNow } from '#lib/flows/site/loaders.ts'
import { homeRounds } from '#lib/rounds/loaders.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'

export const dynamic = 'force-dynamic'

const ON_THE_FRIEZE = 120

/** The round open for votes first, then the one that fills; at most two. */
async function floors(rounds: readonly RoundSummary[]) {
  return Promise.all(
    rounds.map(async (round) => ({
      round,
      works: (await listCandidates({ roundRowId: round.rowId, take: ON_THE_FRIEZE })).items,
    })),
  )
}

export default async function HomePage() {
  const [rounds, minted, now] = await Promise.all([homeRounds(), mintedWorks({ take: 12 }), siteNow()])
  const first = minted.find(({ rank }) => rank === 1) ?? minted[0] ?? null
  const below = await floors([...rounds.voting, ...rounds.filling, ...rounds.next].slice(0, 2))
  return (
    <Shell room="wall" {...(first && { community: first.community })}>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        <div className="page-edge pt-3 pb-10 wide:grid wide:grid-cols-[206px_minmax(0,1fr)] wide:gap-x-6 wide:pt-4">
          {first ? <LastMinted minted={first} /> : <AwaitedWinner round={below[0]?.round ?? null} />}
        </div>
        {below.length > 0 && (
          <div className="flex-1 border-edge border-t bg-floor">
            {below.map(({ round, works }) => (
              <Floor key={round.id} round={round} works={works} now={now} />
            ))}
            <ThreeSentences />
          </div>
        )}
      </main>
    </Shell>
  )
}
