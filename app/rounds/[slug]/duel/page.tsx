import type { Metadata, Viewport } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Room } from '#components/ui/room.tsx'
import { DuelRoom } from '#components/voting/duel/duel-room.tsx'
import { siteView } from '#lib/flows/site/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/rounds/duel.ts'

type PageProps = { params: Promise<{ slug: string }> }

export const dynamic = 'force-dynamic'
export const viewport: Viewport = { themeColor: '#1e1e1e' }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: text.title(round.title) } : {}
}

export default async function DuelPage({ params }: PageProps) {
  const round = await roundBySlug((await params).slug)
  if (!round || round.state === 'draft') notFound()
  const { roundId, chain } = round
  // Where there is nothing to judge by pairs, the Light Table says why, and one may look at every work.
  if (!roundId || !chain.opened || round.state !== 'voting' || round.method !== 'pairwise')
    redirect(`/rounds/${round.slug}/table`)
  return (
    <Room room="table">
      <DuelRoom
        chain={siteView().chain}
        round={{
          slug: round.slug,
          title: round.title,
          brief: round.brief,
          roundId,
          openingBlock: chain.opened.blockHash,
          candidateCount: round.candidateCount,
          most: round.rules.limits.maxChoices,
          opensAt: round.opensAt,
          closesAt: round.closesAt,
          now: round.now,
          state: 'open',
        }}
      />
    </Room>
  )
}
