import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BriefForm } from '#components/studio/brief-form.tsx'
import { BriefProgress } from '#components/studio/brief-progress.tsx'
import { providerChoice } from '#components/studio/provider-words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { siteView } from '#lib/flows/site/loaders.ts'
import { briefProgress, providerViews } from '#lib/flows/submit/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ brief?: string }> }

export const metadata: Metadata = { title: 'Submit a brief' }
export const dynamic = 'force-dynamic'

const STEPS = [{ label: 'Write' }, { label: 'Sign' }, { label: 'Watch it hang' }]

const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

function SubmitSignage({ round, step }: { round: RoundView; step: number }) {
  return (
    <Signage
      title="Submit a brief"
      eyebrow={round.title}
      clock={
        <Countdown
          at={iso(round.submissionsCloseAt)}
          now={iso(round.now)}
          label="for briefs, until"
          over="Briefs are in"
        />
      }
      filters={<Steps label="Steps" items={STEPS} current={step} />}
      actions={
        <ButtonLink href={`/rounds/${round.slug}`} kind="link">
          Back to the wall
        </ButtonLink>
      }
    >
      {round.brief}
    </Signage>
  )
}

function ClosedNotice({ round }: { round: RoundView }) {
  return (
    <Notice
      title="This round takes no briefs now."
      code="brief-window"
      actions={
        <ButtonLink href={`/rounds/${round.slug}`} size={32}>
          To the wall
        </ButtonLink>
      }
    >
      {round.state === 'draft'
        ? 'Its rules are not frozen yet.'
        : `It took them until ${formatMoment(round.submissionsCloseAt * 1000)}.`}
    </Notice>
  )
}

export default async function SubmitToRoundPage({ params, searchParams }: PageProps) {
  const [{ slug }, { brief }] = await Promise.all([params, searchParams])
  const round = await roundBySlug(slug)
  if (!round?.roundId) notFound()
  const progress = brief ? await briefProgress(round.roundId, brief) : null
  const open = round.state === 'submissions' && !round.admissionEnded && round.now < round.submissionsCloseAt
  const { chain } = siteView()
  return (
    <Shell room="desk" current="submit" community={round.community}>
      <Frame signage={<SubmitSignage round={round} step={progress ? 2 : 0} />}>
        {progress && brief ? (
          <>
            <BriefProgress roundId={round.roundId} slug={round.slug} briefId={brief} start={progress} />
            {open && (
              <div className="mt-8">
                <ButtonLink href={`/rounds/${round.slug}/submit`}>Write another brief</ButtonLink>
              </div>
            )}
          </>
        ) : open ? (
          <BriefForm
            chain={chain}
            providers={providerViews().map(providerChoice)}
            round={{
              roundId: round.roundId,
              slug: round.slug,
              chainId: round.rules.chainId,
              collection: round.rules.collection,
              licence: round.rules.licence.id,
              now: round.now,
            }}
          />
        ) : (
          <ClosedNotice round={round} />
        )}
      </Frame>
    </Shell>
  )
}
