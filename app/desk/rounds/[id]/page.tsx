import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pictureOf } from '#components/art/hung-work.ts'
import { LocalClock } from '#components/rounds/local-clock.tsx'
import type { MintView } from '#components/rounds/mint-row.tsx'
import { cancelledWords, stateWords } from '#components/rounds/round-words.ts'
import { StoppedNotice } from '#components/rounds/stopped-notice.tsx'
import { CancelRound, FreezeRound } from '#components/studio/draft-acts.tsx'
import { RefreshOften } from '#components/studio/refresh-often.tsx'
import { CloseAct, MintAct, OpenAct, RulesBox } from '#components/studio/round-acts.tsx'
import { roundTimeline } from '#components/studio/round-timeline.ts'
import { RoutingForm } from '#components/studio/routing-form.tsx'
import { SilentChains } from '#components/studio/silent-chains.tsx'
import { VolunteersAct } from '#components/studio/volunteers-act.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { Timeline } from '#components/ui/timeline.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { allCandidates } from '#lib/candidates/loaders.ts'
import { closingArgs } from '#lib/flows/close/loaders.ts'
import { pinsOf, silentChainsOf } from '#lib/flows/desk/loaders.ts'
import { askableProviders, budgetOfRound } from '#lib/flows/generate/loaders.ts'
import { winnersArgs } from '#lib/flows/mint/loaders.ts'
import { openingArgs } from '#lib/flows/open/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { skipOfferOf } from '#lib/flows/skip/loaders.ts'
import { volunteerQueue } from '#lib/flows/volunteers/loaders.ts'
import { roundById } from '#lib/rounds/loaders.ts'
import type { RoundView, WinnersView } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/desk/round.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

async function mintViews(round: RoundView, winners: WinnersView): Promise<MintView[]> {
  const works = new Map((await allCandidates(round.rowId)).map((work) => [work.number, work]))
  return winners.rows
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap((row) => {
      const work = works.get(row.number)
      if (!work) return []
      return {
        place: row.rank,
        number: row.number,
        title: work.title,
        creator: work.creatorName,
        picture: pictureOf(work),
        recipient: row.recipient,
        record: { hash: row.tokenDigest, href: row.tokenUri.replace('ipfs://', '/ipfs/') },
        proof: winners.missing.includes('not-ours') ? 'broken' : 'checked',
        ...(row.minted && { minted: { token: row.rank } }),
      } satisfies MintView
    })
}

async function CurrentAct({ round, chain }: { round: RoundView; chain: WalletChain }) {
  const { roundId } = round
  if (round.state === 'cancelled')
    return <Notice title={text.cancelled}>{cancelledWords(round.stateReason)}</Notice>
  if (!roundId)
    return (
      <Section title={text.openSubmissions}>
        <p className="my-3 max-w-measure text-15">{text.rulesFreeze}</p>
        <FreezeRound chain={chain} id={round.rowId} />
      </Section>
    )
  if (round.state === 'submissions' && round.chain.opened)
    return (
      <Section title={text.openOnChain}>
        <p className="my-3 max-w-measure text-15">
          {text.fixed(round.candidateCount, formatMoment(round.opensAt * 1000, { weekday: true }))}
        </p>
      </Section>
    )
  if (round.state === 'submissions')
    return <OpenAct chain={chain} round={round} opening={await openingArgs(roundId)} />
  if (round.state === 'voting')
    return (
      <Section title={text.votesAreTaken}>
        <p className="my-3 max-w-measure text-15">{text.inTheLog(round.ballotCount)}</p>
      </Section>
    )
  const closing = await closingArgs(roundId)
  if (round.state === 'counting') return <CloseAct chain={chain} round={round} closing={closing} />
  const winners = await winnersArgs(roundId)
  return (
    <MintAct
      chain={chain}
      round={round}
      winners={winners}
      closing={closing}
      works={await mintViews(round, winners)}
    />
  )
}

export default async function RoundDeskPage({ params }: { params: Promise<{ id: string }> }) {
  const round = await roundById((await params).id)
  if (!round) notFound()
  const { chain } = siteView()
  const skip = await skipOfferOf(round.roundId)
  const before = round.state === 'draft' || round.state === 'submissions'
  const takesWorks = before && !round.admissionEnded
  const pictures = (
    <Link className="link" href={`/desk/rounds/${round.id}/pictures`}>
      {text.toPictures}
    </Link>
  )
  return (
    <Shell room="desk" current="desk" community={round.community}>
      <Frame
        signage={
          <Signage
            title={round.title}
            eyebrow={round.community.name}
            actions={
              <>
                {round.roundId ? (
                  <ButtonLink href={`/rounds/${round.slug}`} size={32}>
                    {text.seeItsWall}
                  </ButtonLink>
                ) : (
                  <ButtonLink href="/desk" kind="link">
                    {text.backToDesk}
                  </ButtonLink>
                )}
                <LocalClock offer={skip} />
              </>
            }
          >
            <p>{round.brief}</p>
            <p className="text-second">
              {text.standing(stateWords(round), round.candidateCount, round.requestedCount)}
            </p>
            {!takesWorks && round.requestedCount > 0 && <p>{pictures}</p>}
            {(await pinsOf(round.rowId)).map(({ service, pinned, all, failing }) => (
              <p key={service} className="text-second">
                {text.onIpfs(service, pinned, all)} {failing && text.triedAgain}
              </p>
            ))}
          </Signage>
        }
      >
        <div className="grid gap-10">
          <StoppedNotice round={round} />
          <Timeline states={roundTimeline(round)} now={text.now} />
          {round.roundId && <SilentChains chains={await silentChainsOf(round.rules)} />}
          <CurrentAct round={round} chain={chain} />
          <RulesBox round={round} />
          {takesWorks && (
            <RoutingForm
              chain={chain}
              id={round.roundId ?? round.rowId}
              routing={round.routing}
              budget={await budgetOfRound(round.rowId)}
              providers={askableProviders()}
              aside={pictures}
            />
          )}
          {takesWorks && (
            <VolunteersAct
              chain={chain}
              id={round.roundId ?? round.rowId}
              on={round.volunteers}
              queue={await volunteerQueue(round.rowId)}
            />
          )}
          {before && !round.chain.opened && (
            <div>
              <CancelRound chain={chain} id={round.roundId ?? round.rowId} />
            </div>
          )}
        </div>
        <RefreshOften />
      </Frame>
    </Shell>
  )
}
