import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { contentKey } from '#components/art/work-address.ts'
import { WorkDescription } from '#components/provenance/work-description.tsx'
import { WorkPage } from '#components/provenance/work-page.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { PICKS_KEPT } from '#components/voting/picks.ts'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { candidateWork } from '#lib/candidates/loaders.ts'
import { pageDescription } from '#lib/flows/describe-work/loaders.ts'
import { resultOf, roundBySlug, someRoundTakesBriefs } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/rounds/work.ts'

type PageProps = { params: Promise<{ slug: string; key: string }> }

export const dynamic = 'force-dynamic'

/** By number, and by its content before there are numbers. */
function keyOf(key: string): { number: number } | { contentHash: string } | null {
  if (/^[1-9][0-9]{0,5}$/.test(key)) return { number: Number(key) }
  return /^[0-9a-f]{64}$/.test(key) ? { contentHash: key } : null
}

const find = cache(async (slug: string, key: string) => {
  const [round, place] = [await roundBySlug(slug), keyOf(key)]
  const work = round && place && (await candidateWork({ roundRowId: round.rowId, ...place }))
  return round?.roundId && work ? { round: { ...round, roundId: round.roundId }, work } : null
})

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug, key } = await params
  const found = await find(slug, key)
  if (!found) return {}
  const { work, round } = found
  return {
    title: `${work.title}, ${work.creatorName}`,
    description: text.description(work.alt, round.title),
    // The picture itself, not a card of its round.
    openGraph: { images: [{ url: work.src, width: work.width, height: work.height, alt: work.alt }] },
  }
}

export default async function Page({ params }: PageProps) {
  const { slug, key } = await params
  const found = await find(slug, key)
  if (!found) notFound()
  const { round, work } = found
  const { roundId } = round
  const [result, takesBriefs] = await Promise.all([resultOf(slug), someRoundTakesBriefs()])
  const varyHref = takesBriefs ? `/submit?of=${contentKey(work.contentHash)}` : null
  return (
    <Shell
      room="wall"
      current={work.tokenId === null ? 'rounds' : 'collection'}
      community={round.community}
      standing={
        <PicksStanding
          roundId={roundId}
          ballotHref={`/rounds/${slug}/ballot`}
          over={round.state !== 'voting'}
        />
      }
      wordmark={<PicksWordmark roundId={roundId} />}
      {...(round.state === 'voting' && { kept: PICKS_KEPT })}
    >
      <WorkDescription {...pageDescription(found)} />
      <WorkPage round={round} work={work} result={result} varyHref={varyHref} />
    </Shell>
  )
}
