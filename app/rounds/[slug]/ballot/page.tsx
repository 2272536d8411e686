import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pictureOf } from '#components/art/hung-work.ts'
import { cancelledWords } from '#components/rounds/round-words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { METHOD_NAMES } from '#components/voting/ballot/ballot-words.ts'
import { PICKS_KEPT } from '#components/voting/picks.ts'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { BallotDesk } from '#components/wallet/ballot-desk.tsx'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { allCandidates } from '#lib/candidates/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as words from '#messages/app/rounds/ballot.ts'

export const metadata: Metadata = { title: words.title }
export const dynamic = 'force-dynamic'

const STEPS = [
  { label: words.pick },
  { label: words.review },
  { label: words.sign },
  { label: words.receipt },
]
const DUEL_STEPS = [{ label: words.judge }, ...STEPS.slice(1)]

function outside(round: RoundView): { title: string; text: string } {
  if (round.state === 'cancelled') return { title: words.cancelled, text: cancelledWords(round.stateReason) }
  if (round.now < round.opensAt)
    return { title: words.notOpen, text: words.opens(formatMoment(round.opensAt * 1000)) }
  return {
    title: words.closed,
    text: words.closedOn(formatMoment(round.closesAt * 1000)),
  }
}

/** Outside the time for ballots: why, and what is kept. */
function NoBallots({ round }: { round: RoundView }) {
  const { title, text } = outside(round)
  const counted = round.now >= round.closesAt && round.state !== 'cancelled'
  return (
    <Notice
      title={title}
      code="ballot-window"
      actions={
        <>
          <ButtonLink href={`/rounds/${round.slug}`} size={32}>
            {words.toWall}
          </ButtonLink>
          {counted && (
            <ButtonLink href={`/rounds/${round.slug}/result`} size={32}>
              {words.toResult}
            </ButtonLink>
          )}
        </>
      }
    >
      {text}
    </Notice>
  )
}

export default async function BallotPage({ params }: { params: Promise<{ slug: string }> }) {
  const round = await roundBySlug((await params).slug)
  if (!round?.roundId) notFound()
  const wall = `/rounds/${round.slug}`
  const open = round.state === 'voting' && round.candidateRoot !== null
  const steps = round.method === 'pairwise' ? DUEL_STEPS : STEPS
  const signage = (
    <Signage
      title={words.title}
      filters={open ? <Steps label={words.steps} items={steps} current={1} /> : undefined}
      actions={
        <ButtonLink href={wall} kind="link">
          {words.backToWall}
        </ButtonLink>
      }
    >
      {words.about(round.title, METHOD_NAMES[round.method])}
      {open && words.changeable(formatMoment(round.closesAt * 1000, { weekday: true }))}
    </Signage>
  )
  const standing = <PicksStanding roundId={round.roundId} ballotHref={`${wall}/ballot`} here />
  if (round.state !== 'voting' || !round.candidateRoot)
    return (
      <Shell room="desk" current="rounds" community={round.community} standing={standing}>
        <Frame signage={signage}>
          <NoBallots round={round} />
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
      kept={`${PICKS_KEPT} ${words.signingNeedsNetwork}`}
    >
      <Frame signage={signage}>
        <WalletIsland chain={chain} round={round.roundId} wants="curator" staysOnItsChain>
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
              signingChains: round.rules.signingChains,
              collection: round.rules.collection,
              method: round.rules.method,
              limits: round.rules.limits,
              openingBlock: round.chain.opened?.blockHash ?? null,
              opensAt: round.opensAt,
              closesAt: round.closesAt,
              now: round.now,
            }}
          />
        </WalletIsland>
      </Frame>
    </Shell>
  )
}
