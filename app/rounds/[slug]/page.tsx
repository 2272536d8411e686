import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import { tailOf } from '#components/rounds/arrivals.ts'
import { EmptyWall } from '#components/rounds/empty-wall.tsx'
import { LiveHang } from '#components/rounds/live-hang.tsx'
import { LiveRound } from '#components/rounds/live-round.tsx'
import { isFilling, plural } from '#components/rounds/round-words.ts'
import { WallNotice } from '#components/rounds/wall-notice.tsx'
import { WallSignage } from '#components/rounds/wall-signage.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Dock } from '#components/ui/dock.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { PickButton, PickDot } from '#components/voting/pick-button.tsx'
import { PICKS_KEPT } from '#components/voting/picks.ts'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { listCandidates } from '#lib/candidates/loaders.ts'
import type { CandidatePage } from '#lib/candidates/schema.ts'
import { skipOfferOf } from '#lib/flows/skip/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ from?: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: round.title, description: round.brief } : {}
}

/** The hang: watched while the round fills, with picking while it is open for votes. */
function Wall({ round, page }: { round: RoundView; page: CandidatePage }) {
  const minted = new Set(round.chain.minted.map(({ number }) => number))
  const works = page.items.map((work) =>
    hungWork(round.slug, work, work.number !== null && minted.has(work.number) ? 'signed' : 'candidate'),
  )
  const empty = <EmptyWall round={round} />
  if (isFilling(round)) return <LiveHang slug={round.slug} works={works} empty={empty} />
  const voter = round.state === 'voting' && round.roundId
  if (works.length === 0) return empty
  return (
    <Hang
      works={works}
      label={plural(round.candidateCount, 'work')}
      {...(voter && {
        dotFor: (work) =>
          work.number !== undefined && (
            <PickDot roundId={voter} number={work.number} standing={work.standing} />
          ),
        actionFor: (work) =>
          work.number !== undefined && <PickButton roundId={voter} number={work.number} title={work.title} />,
      })}
    />
  )
}

/** Only a page that shows the end of the list can show what comes after it. */
function Watched({ round, page, children }: { round: RoundView; page: CandidatePage; children: ReactNode }) {
  if (!round.roundId || !isFilling(round)) return children
  const filling = {
    roundId: round.roundId,
    hung: round.candidateCount,
    places: round.maxCandidates,
    tail: page.nextCursor ? null : tailOf(page.items),
  }
  return <LiveRound filling={filling}>{children}</LiveRound>
}

export default async function WallPage({ params, searchParams }: PageProps) {
  const round = await roundBySlug((await params).slug)
  if (!round || round.state === 'draft') notFound()
  const { from } = await searchParams
  const [page, skip] = await Promise.all([
    listCandidates({ roundRowId: round.rowId, take: 60, ...(from && { cursor: from }) }),
    skipOfferOf(round.roundId),
  ])
  const voter = round.state === 'voting' && round.roundId
  const ballotHref = `/rounds/${round.slug}/ballot`
  return (
    <Shell
      room="wall"
      current="rounds"
      community={round.community}
      {...(voter && {
        standing: <PicksStanding roundId={voter} ballotHref={ballotHref} />,
        wordmark: <PicksWordmark roundId={voter} />,
        kept: PICKS_KEPT,
      })}
    >
      <Watched round={round} page={page}>
        <Frame signage={<WallSignage round={round} skip={skip} />}>
          {page.items.length > 0 && <WallNotice round={round} />}
          <Wall round={round} page={page} />
          {page.nextCursor && (
            <div className="mt-10">
              <ButtonLink href={`/rounds/${round.slug}?from=${page.nextCursor}`} size={44}>
                The next works
              </ButtonLink>
            </div>
          )}
        </Frame>
      </Watched>
      {voter && (
        <Dock>
          <ButtonLink href={`/rounds/${round.slug}/table`} kind="main" size={44}>
            Light Table
          </ButtonLink>
          <ButtonLink href={ballotHref} size={44}>
            Review ballot
          </ButtonLink>
        </Dock>
      )}
    </Shell>
  )
}
