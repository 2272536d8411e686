import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import { EmptyWall } from '#components/rounds/empty-wall.tsx'
import { WallSignage } from '#components/rounds/wall-signage.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Dock } from '#components/ui/dock.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { PickButton, PickDot } from '#components/voting/pick-button.tsx'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { listCandidates } from '#lib/candidates/loaders.ts'
import { skipOfferOf } from '#lib/flows/skip/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ from?: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: round.title, description: round.brief } : {}
}

export default async function WallPage({ params, searchParams }: PageProps) {
  const round = await roundBySlug((await params).slug)
  if (!round || round.state === 'draft') notFound()
  const { from } = await searchParams
  const [page, skip] = await Promise.all([
    listCandidates({ roundRowId: round.rowId, take: 60, ...(from && { cursor: from }) }),
    skipOfferOf(round.roundId),
  ])
  const voting = round.state === 'voting' && round.roundId !== null
  const minted = new Set(round.chain.minted.map(({ number }) => number))
  const works = page.items.map((work) =>
    hungWork(round.slug, work, work.number !== null && minted.has(work.number) ? 'signed' : 'candidate'),
  )
  const ballotHref = `/rounds/${round.slug}/ballot`
  const voter = voting && round.roundId
  return (
    <Shell
      room="wall"
      current="rounds"
      community={round.community}
      {...(voter && {
        standing: <PicksStanding roundId={voter} ballotHref={ballotHref} />,
        wordmark: <PicksWordmark roundId={voter} />,
      })}
    >
      <Frame signage={<WallSignage round={round} skip={skip} />}>
        {works.length === 0 ? (
          <EmptyWall round={round} />
        ) : (
          <Hang
            works={works}
            label={`${round.candidateCount} works`}
            {...(voter && {
              dotFor: (work) =>
                work.number !== undefined && (
                  <PickDot roundId={voter} number={work.number} standing={work.standing} />
                ),
              actionFor: (work) =>
                work.number !== undefined && (
                  <PickButton roundId={voter} number={work.number} title={work.title} />
                ),
            })}
          />
        )}
        {page.nextCursor && (
          <div className="mt-10">
            <ButtonLink href={`/rounds/${round.slug}?from=${page.nextCursor}`} size={44}>
              The next works
            </ButtonLink>
          </div>
        )}
      </Frame>
      {voting && (
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
