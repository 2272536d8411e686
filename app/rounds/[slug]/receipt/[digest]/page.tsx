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

type PageProps = { params: Promise<{ slug: string; digest: string }> }

export const metadata: Metadata = { title: 'Receipt', robots: { index: false } }
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
    { label: 'Pick', href: `/rounds/${slug}` },
    { label: 'Review', href: ballotHref },
    { label: 'Sign' },
    { label: 'Receipt' },
  ]
  return (
    <Shell
      room="desk"
      current="rounds"
      community={round.community}
      standing={<PicksStanding roundId={roundId} ballotHref={ballotHref} over={!voting} />}
      wordmark={<PicksWordmark roundId={roundId} />}
      kept="What you signed is remembered on this device."
    >
      <Frame
        signage={
          <Signage
            title="Receipt"
            filters={voting ? <Steps label="Steps" items={steps} current={3} /> : undefined}
            actions={
              <div className="grid justify-items-start gap-0.5">
                <ButtonLink href={voting ? ballotHref : `/rounds/${slug}/result`} kind="link">
                  {voting ? 'Change the ballot' : 'To the result'}
                </ButtonLink>
                <ButtonLink href={`/rounds/${slug}/log`} kind="link">
                  {voting ? 'Watch the log grow' : 'The log of ballots'}
                </ButtonLink>
              </div>
            }
          >
            {round.title}. Keep it: with it you can prove that your ballot was taken in, whatever this server
            says later.
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
