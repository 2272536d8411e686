import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { recordCommand } from '#components/provenance/record-command.ts'
import { AwaitedResult } from '#components/rounds/awaited-result.tsx'
import { Outcome } from '#components/rounds/outcome.tsx'
import { RecountDesk } from '#components/rounds/recount-desk.tsx'
import { ResultSignage } from '#components/rounds/result-signage.tsx'
import { StoppedNotice } from '#components/rounds/stopped-notice.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { candidatesByNumber } from '#lib/candidates/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { skipOfferOf } from '#lib/flows/skip/loaders.ts'
import { otherChainsOf } from '#lib/protocol/strategy.ts'
import { resultOf, roundBySlug } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/rounds/result.ts'

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ all?: string }> }

export const dynamic = 'force-dynamic'

/** Pictures of so many winners are small enough to fetch with the record, so that tokens are checked whole. */
const WINNERS_FETCHED = 12

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: text.title(round.title) } : {}
}

export default async function ResultPage({ params, searchParams }: PageProps) {
  const { slug } = await params
  const [round, found, { all }] = await Promise.all([roundBySlug(slug), resultOf(slug), searchParams])
  if (!round?.roundId) notFound()
  const { roundId } = round
  const numbers = found?.result.winners.map(({ number }) => number) ?? []
  const [chosen, skip] = await Promise.all([
    candidatesByNumber({ roundRowId: round.rowId, numbers }),
    skipOfferOf(roundId),
  ])
  const showsAll = all !== undefined
  const { origin } = siteView()
  return (
    <Shell
      room="wall"
      current="rounds"
      community={round.community}
      standing={<PicksStanding roundId={roundId} ballotHref={`/rounds/${slug}/ballot`} over />}
      wordmark={<PicksWordmark roundId={roundId} />}
    >
      <Frame
        signage={
          <ResultSignage
            round={round}
            result={found?.result ?? null}
            showsAll={showsAll}
            anchored={found?.anchored ?? false}
            skip={skip}
          />
        }
      >
        <StoppedNotice round={round} />
        {(!found || round.state === 'cancelled') && <AwaitedResult round={round} />}
        {found && (
          <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_300px] wide:items-start wide:gap-x-16">
            <div className="min-w-0">
              <Outcome round={round} result={found} chosen={chosen} showsAll={showsAll} />
            </div>
            <aside aria-label={text.checkIt} className="max-wide:mt-10 max-wide:max-w-[34rem]">
              <RecountDesk
                place={{
                  roundId,
                  collection: round.rules.collection,
                  works: numbers.length <= WINNERS_FETCHED ? 'winners' : 'none',
                }}
                facts={{
                  works: round.candidateCount,
                  ballots: found.result.turnout.ballots,
                  places: round.places,
                }}
                command={recordCommand(origin, roundId, otherChainsOf(round.rules))}
              />
            </aside>
          </div>
        )}
      </Frame>
    </Shell>
  )
}
