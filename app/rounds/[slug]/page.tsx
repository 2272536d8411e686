import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hungWork } from '#components/art/hung-work.ts'
import { tailOf } from '#components/rounds/arrivals.ts'
import { EmptyWall } from '#components/rounds/empty-wall.tsx'
import { FillingHang, FillingRound } from '#components/rounds/filling-wall.tsx'
import { judging } from '#components/rounds/round-words.ts'
import { FIRST_WORKS, NumberedWall } from '#components/rounds/wall/numbered-wall.tsx'
import { WallFilters } from '#components/rounds/wall/wall-filters.tsx'
import { WallOrder } from '#components/rounds/wall/wall-order.tsx'
import { usualOrder, viewQuery, type WallView, wallView } from '#components/rounds/wall/wall-view.ts'
import { WallNotice } from '#components/rounds/wall-notice.tsx'
import { WallSignage } from '#components/rounds/wall-signage.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Dock } from '#components/ui/dock.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { PICKS_KEPT } from '#components/voting/picks.ts'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { candidatesByNumber, hangOf, listCandidates } from '#lib/candidates/loaders.ts'
import { skipOfferOf } from '#lib/flows/skip/loaders.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/rounds/wall.ts'
import * as counts from '#messages/counts.ts'

type Asked = { from?: string; order?: string; deal?: string; show?: string }
type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<Asked> }

export const dynamic = 'force-dynamic'

const FILLING_WORKS = 60

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: round.title, description: round.brief } : {}
}

/** What hangs on a wall was made small for it; credentials are in the original alone. */
const SmallCopies = () => <p className="mt-8 max-w-measure text-13 text-second">{text.smallCopies}</p>

/** A wall that fills is hung by the order of admission, and watched. */
async function Filling({ round, from }: { round: RoundView; from: string | undefined }) {
  const skip = await skipOfferOf(round.roundId)
  const page = await listCandidates({
    roundRowId: round.rowId,
    take: FILLING_WORKS,
    ...(from && { cursor: from }),
  })
  const filling = round.roundId && {
    roundId: round.roundId,
    hung: round.candidateCount,
    places: round.maxCandidates,
    // Only a page that shows the end of the list can show what comes after it.
    tail: page.nextCursor ? null : tailOf(page.items),
  }
  const wall = (
    <Frame signage={<WallSignage round={round} skip={skip} />}>
      {page.items.length > 0 && <WallNotice round={round} />}
      <FillingHang
        slug={round.slug}
        works={page.items.map((work) => hungWork(round.slug, work))}
        empty={<EmptyWall round={round} />}
      />
      {page.items.length > 0 && <SmallCopies />}
      {page.nextCursor && (
        <div className="mt-10">
          <ButtonLink href={`/rounds/${round.slug}?from=${page.nextCursor}`} size={44}>
            {text.nextWorks}
          </ButtonLink>
        </div>
      )}
    </Frame>
  )
  return filling ? <FillingRound filling={filling}>{wall}</FillingRound> : wall
}

type HungProps = { round: RoundView; roundId: Bytes32; view: WallView }

/** A wall whose works have numbers, in the order and of the kind that the address names. */
async function Hung({ round, roundId, view }: HungProps) {
  const { rowId: roundRowId, slug, candidateCount: count } = round
  const hung = async () => {
    const hang = await hangOf({ roundRowId, roundId, count }, view)
    const first = await candidatesByNumber({ roundRowId, numbers: hang.numbers.slice(0, FIRST_WORKS) })
    return { hang, first }
  }
  const [{ hang, first }, skip] = await Promise.all([hung(), skipOfferOf(roundId)])
  const usual = usualOrder(round)
  const dealt = { ...view, deal: hang.deal }
  const order = viewQuery({ ...dealt, show: 'all' }, usual)
  const filters = count > 0 && (
    <>
      {round.state === 'voting' && <WallFilters {...{ slug, roundId, count, usual }} view={dealt} />}
      <WallOrder slug={slug} view={dealt} usual={usual} hasExposure={round.state === 'voting'} />
    </>
  )
  return (
    <>
      <Frame signage={<WallSignage round={round} skip={skip} filters={filters} order={order} />}>
        {count > 0 && <WallNotice round={round} />}
        {count === 0 ? (
          <EmptyWall round={round} />
        ) : (
          <NumberedWall
            key={`${view.order} ${view.show}`}
            round={{
              slug,
              roundId,
              picks: round.state === 'voting' && round.method !== 'pairwise',
              watches: round.state === 'voting',
            }}
            view={dealt}
            hang={hang}
            first={first}
            label={counts.works(count)}
          />
        )}
        {count > 0 && <SmallCopies />}
      </Frame>
      {round.state === 'voting' && (
        <Dock>
          <ButtonLink href={judging(round, order).href} kind="main" size={44}>
            {round.method === 'pairwise' ? judging(round).label : text.lightTable}
          </ButtonLink>
          <ButtonLink href={`/rounds/${slug}/ballot`} size={44}>
            {text.reviewBallot}
          </ButtonLink>
        </Dock>
      )}
    </>
  )
}

export default async function WallPage({ params, searchParams }: PageProps) {
  const round = await roundBySlug((await params).slug)
  if (!round || round.state === 'draft') notFound()
  const { from, ...asked } = await searchParams
  const { roundId } = round
  const voter = round.state === 'voting' && roundId
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
      {roundId && round.admissionEnded ? (
        <Hung round={round} roundId={roundId} view={wallView(asked, usualOrder(round))} />
      ) : (
        <Filling round={round} from={from} />
      )}
    </Shell>
  )
}
