import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { PendingDesk } from '#components/wallet/safe/pending-desk.tsx'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { allCandidates } from '#lib/candidates/loaders.ts'
import { chosenIn, pendingBallot } from '#lib/flows/pending-ballot/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/rounds/pending-ballot.ts'

type PageProps = { params: Promise<{ slug: string; key: string }> }

/** Whoever has the address may see the choices, so nothing may lead here or away with it. */
export const metadata: Metadata = {
  title: text.title,
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}
export const dynamic = 'force-dynamic'

export default async function PendingBallotPage({ params }: PageProps) {
  const { slug, key } = await params
  const round = await roundBySlug(slug)
  const pending = round?.roundId ? await pendingBallot(round.roundId, key) : null
  if (!round?.roundId || !pending) notFound()
  const { chain } = siteView()
  const chosen = new Set(chosenIn(pending))
  const works = (await allCandidates(round.rowId)).flatMap(({ number, title, creatorName }) =>
    number !== null && chosen.has(number) ? [{ number, title, creator: creatorName }] : [],
  )
  return (
    <Shell room="desk" current="rounds" community={round.community}>
      <Frame
        signage={
          <Signage
            title={text.title}
            actions={
              <ButtonLink href={`/rounds/${slug}`} kind="link">
                {text.toWall}
              </ButtonLink>
            }
          >
            {text.about(round.title, formatMoment(round.closesAt * 1000, { weekday: true }))}
          </Signage>
        }
      >
        <WalletIsland chain={chain} round={round.roundId} wants="curator">
          <PendingDesk
            chain={chain}
            pending={pending}
            works={works}
            round={{
              slug,
              title: round.title,
              roundId: round.roundId,
              collection: round.rules.collection,
              candidateCount: round.candidateCount ?? 0,
            }}
          />
        </WalletIsland>
      </Frame>
    </Shell>
  )
}
