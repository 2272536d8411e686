import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import { LookBars } from '#components/rounds/exposure/look-bars.tsx'
import { leastSeen, lookBins, medianLooks } from '#components/rounds/exposure/look-bins.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { candidatesByNumber, exposureOf } from '#lib/candidates/loaders.ts'
import type { ExposureRecord } from '#lib/candidates/schema.ts'
import { EXPLORED_EVERY } from '#lib/protocol/exposure-order.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/rounds/looks.tsx'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

const LEAST = 4

function Looks({ exposure }: { exposure: ExposureRecord }) {
  const { impressions, takenAt, epoch } = exposure
  const total = impressions.reduce((sum, seen) => sum + seen, 0)
  if (takenAt === null) return <p className="max-w-measure">{text.tooLittle}</p>
  const [least, most] = [Math.min(...impressions), Math.max(...impressions)]
  return (
    <>
      <p className="max-w-measure text-24 font-statement leading-statement">
        {text.seen(least, medianLooks(impressions), most)}
      </p>
      <div className="mt-6">
        <LookBars bins={lookBins(impressions)} />
      </div>
      <p className="mt-2 text-13 text-second">{text.record(total, formatMoment(takenAt * 1000), epoch)}</p>
    </>
  )
}

function HowItIsDrawn({ round, epoch }: { round: RoundView; epoch: number }) {
  return (
    <Section title={text.howDrawn} className="mt-10">
      <ol className="mt-4 grid max-w-measure list-decimal gap-3 pl-5 text-15">
        <li>{text.whatCounts}</li>
        <li>{text.recordTaken}</li>
        <li>{text.howDealt}</li>
        <li>{text.byLot(EXPLORED_EVERY)}</li>
      </ol>
      <p className="mt-4 max-w-measure text-13 text-second">
        {text.makeItAgain(
          <span className="type-mono">deal={epoch}-…</span>,
          <a className="link" href={`/api/v1/rounds/${round.roundId}/exposure?epoch=${epoch}`}>
            {text.recordAsJson}
          </a>,
          <a className="link" href={`/api/v1/rounds/${round.roundId}/hang?order=fair`}>
            {text.orderFromIt}
          </a>,
        )}
      </p>
    </Section>
  )
}

/** How often works were seen, and how orders are made from it. */
export default async function ExposurePage({ params }: { params: Promise<{ slug: string }> }) {
  const round = await roundBySlug((await params).slug)
  if (!round?.roundId || !round.admissionEnded) notFound()
  const { rowId: roundRowId, roundId, candidateCount: count, slug } = round
  const exposure = await exposureOf({ roundRowId, roundId, count })
  if (!exposure) notFound()
  const numbers = exposure.takenAt === null ? [] : leastSeen(exposure.impressions, LEAST)
  const works = await candidatesByNumber({ roundRowId, numbers })
  return (
    <Shell room="wall" current="rounds" community={round.community}>
      <Frame
        signage={
          <Signage
            title={text.title}
            eyebrow={round.title}
            actions={
              <ButtonLink href={`/rounds/${slug}`} kind="link">
                {text.backToWall}
              </ButtonLink>
            }
          >
            <p>{text.about}</p>
          </Signage>
        }
      >
        <Looks exposure={exposure} />
        {works.length > 0 && (
          <Section title={text.leastSeen} className="mt-10">
            <div className="mt-4">
              <Hang works={works.map((work) => hungWork(slug, work))} label={text.leastSeenWorks} />
            </div>
          </Section>
        )}
        <HowItIsDrawn round={round} epoch={exposure.epoch} />
      </Frame>
    </Shell>
  )
}
