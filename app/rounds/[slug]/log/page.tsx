import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FreezeProof } from '#components/rounds/freeze-proof.tsx'
import { cancelledWords } from '#components/rounds/round-words.ts'
import { StoppedNotice } from '#components/rounds/stopped-notice.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { EmptyTree } from '#components/voting/growing-tree.tsx'
import { LogDesk } from '#components/voting/log-desk.tsx'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { anchoredHeads, roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/rounds/log.ts'

type PageProps = { params: Promise<{ slug: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: text.pageTitle(round.title) } : {}
}

/** There is a log from the opening on; before it, and where a round ended earlier, there is none. */
function NoLog({ round }: { round: RoundView }) {
  if (round.state === 'cancelled')
    return <Notice title={text.neverOpened}>{cancelledWords(round.stateReason)}</Notice>
  return (
    <>
      <EmptyTree />
      <Notice title={text.none}>{text.begins(formatMoment(round.opensAt * 1000, { weekday: true }))}</Notice>
    </>
  )
}

/** A proof against the log stands above it: what the operator now shows may hold all the same. */
function Stopped({ round }: { round: RoundView }) {
  const { frozen } = round.chain
  if (!frozen || round.state === 'cancelled') return null
  return (
    <div className="mb-12">
      <StoppedNotice round={round} proofBelow />
      <FreezeProof frozen={frozen} />
    </div>
  )
}

export default async function LogPage({ params }: PageProps) {
  const { slug } = await params
  const [round, anchors] = await Promise.all([roundBySlug(slug), anchoredHeads(slug)])
  if (!round?.roundId || round.state === 'draft') notFound()
  const { roundId, rules, chain, now } = round
  const ballotHref = `/rounds/${slug}/ballot`
  const open = chain.opened !== null && now >= rules.opensAt
  const operators = [...new Set([...(chain.opened ? [chain.opened.operator] : []), rules.operator])]
  const after = round.state === 'voting' ? null : `/rounds/${slug}/result`
  return (
    <Shell
      room="desk"
      current="rounds"
      community={round.community}
      standing={<PicksStanding roundId={roundId} ballotHref={ballotHref} over={round.state !== 'voting'} />}
      wordmark={<PicksWordmark roundId={roundId} />}
    >
      <Frame
        signage={
          <Signage
            title={text.title}
            eyebrow={round.title}
            actions={
              <div className="grid justify-items-start gap-0.5">
                {after && open && (
                  <ButtonLink href={after} kind="link">
                    {text.toResult}
                  </ButtonLink>
                )}
                <ButtonLink href={`/rounds/${slug}`} kind="link">
                  {text.toWall}
                </ButtonLink>
              </div>
            }
          >
            <p>{text.whatItIs}</p>
            <p className="text-second">{text.onlyGrows}</p>
          </Signage>
        }
      >
        <Stopped round={round} />
        {open ? (
          <LogDesk
            slug={slug}
            live={now < rules.closesAt + rules.sealGrace}
            facts={{
              roundId,
              home: { chainId: rules.chainId, collection: rules.collection },
              operators,
              anchors,
            }}
          />
        ) : (
          <NoLog round={round} />
        )}
      </Frame>
    </Shell>
  )
}
