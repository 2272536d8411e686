import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pictureOf } from '#components/art/hung-work.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { BallotDesk } from '#components/wallet/ballot-desk.tsx'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { allCandidates } from '#lib/candidates/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'

export const metadata: Metadata = { title: 'Ballot' }
export const dynamic = 'force-dynamic'

const STEPS = [{ label: 'Pick' }, { label: 'Review' }, { label: 'Sign' }, { label: 'Receipt' }]

export default async function BallotPage({ params }: { params: Promise<{ slug: string }> }) {
  const round = await roundBySlug((await params).slug)
  if (!round?.roundId || !round.candidateRoot) notFound()
  const wall = `/rounds/${round.slug}`
  const signage = (
    <Signage
      title="Ballot"
      filters={<Steps label="Steps" items={STEPS} current={1} />}
      actions={
        <ButtonLink href={wall} kind="link">
          Back to the wall
        </ButtonLink>
      }
    >
      {round.title}, by {round.rules.method}. Change it as often as you like until{' '}
      {formatMoment(round.closesAt * 1000, { weekday: true })}.
    </Signage>
  )
  const standing = <PicksStanding roundId={round.roundId} ballotHref={`${wall}/ballot`} here />
  if (round.state !== 'voting')
    return (
      <Shell room="desk" current="rounds" community={round.community} standing={standing}>
        <Frame signage={signage}>
          <Notice
            title={round.now < round.opensAt ? 'Voting has not opened yet.' : 'Voting is closed.'}
            code="ballot-window"
            actions={
              <ButtonLink href={wall} size={32}>
                To the wall
              </ButtonLink>
            }
          >
            {round.now < round.opensAt
              ? `It opens on ${formatMoment(round.opensAt * 1000)}.`
              : `It closed on ${formatMoment(round.closesAt * 1000)}.`}{' '}
            Your picks stay on this device.
          </Notice>
        </Frame>
      </Shell>
    )
  const { chain } = siteView()
  const works = (await allCandidates(round.rowId)).flatMap((work) =>
    work.number === null
      ? []
      : [{ number: work.number, title: work.title, creator: work.creatorName, picture: pictureOf(work) }],
  )
  return (
    <Shell
      room="desk"
      current="rounds"
      community={round.community}
      standing={standing}
      wordmark={<PicksWordmark roundId={round.roundId} />}
    >
      <Frame signage={signage}>
        <WalletIsland chain={chain} round={round.roundId} wants="curator">
          <BallotDesk
            chain={chain}
            works={works}
            round={{
              slug: round.slug,
              title: round.title,
              roundId: round.roundId,
              candidateRoot: round.candidateRoot,
              candidateCount: round.candidateCount,
              chainId: round.rules.chainId,
              collection: round.rules.collection,
              method: round.rules.method,
              maxChoices: round.rules.limits.maxChoices,
              closesAt: round.closesAt,
              now: round.now,
            }}
          />
        </WalletIsland>
      </Frame>
    </Shell>
  )
}
