import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { ReceiptDesk } from '#components/voting/receipt-desk.tsx'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/rounds/receipt.ts'

type PageProps = { params: Promise<{ slug: string; digest: string }> }

export const metadata: Metadata = { title: text.title, robots: { index: false } }
export const dynamic = 'force-dynamic'

const DIGEST = /^0x[0-9a-f]{64}$/

export default async function ReceiptPage({ params }: PageProps) {
  const { slug, digest } = await params
  const round = await roundBySlug(slug)
  if (!round?.roundId || !DIGEST.test(digest)) notFound()
  const { roundId, rules, chain, now } = round
  const ballotHref = `/rounds/${slug}/ballot`
  const voting = round.state === 'voting'
  const operators = [...new Set([...(chain.opened ? [chain.opened.operator] : []), rules.operator])]
  const steps = [
    { label: text.pick, href: `/rounds/${slug}` },
    { label: text.review, href: ballotHref },
    { label: text.sign },
    { label: text.title },
  ]
  return (
    <Shell
      room="desk"
      current="rounds"
      community={round.community}
      standing={<PicksStanding roundId={roundId} ballotHref={ballotHref} over={!voting} />}
      wordmark={<PicksWordmark roundId={roundId} />}
      kept={text.kept}
    >
      <Frame
        signage={
          <Signage
            title={text.title}
            filters={voting ? <Steps label={text.steps} items={steps} current={3} /> : undefined}
            actions={
              <div className="grid justify-items-start gap-0.5">
                <ButtonLink href={voting ? ballotHref : `/rounds/${slug}/result`} kind="link">
                  {voting ? text.changeBallot : text.toResult}
                </ButtonLink>
                <ButtonLink href={`/rounds/${slug}/log`} kind="link">
                  {voting ? text.watchLog : text.theLog}
                </ButtonLink>
              </div>
            }
          >
            {text.about(round.title)}
          </Signage>
        }
      >
        <ReceiptDesk
          digest={digest}
          facts={{
            slug,
            title: round.title,
            roundId,
            rules,
            operators,
            anchored: chain.anchored && { size: chain.anchored.size, block: chain.anchored.block },
            now,
          }}
        />
      </Frame>
    </Shell>
  )
}
