import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import { LookBars } from '#components/rounds/exposure/look-bars.tsx'
import { leastSeen, lookBins, medianLooks } from '#components/rounds/exposure/look-bins.ts'
import { plural } from '#components/rounds/round-words.ts'
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

export const metadata: Metadata = { title: 'Looks' }
export const dynamic = 'force-dynamic'

const LEAST = 4

function Looks({ exposure }: { exposure: ExposureRecord }) {
  const { impressions, takenAt, epoch } = exposure
  const total = impressions.reduce((sum, seen) => sum + seen, 0)
  if (takenAt === null)
    return (
      <p className="max-w-measure">
        Too little has been seen yet to take a record: until then every order is by lot alone.
      </p>
    )
  const [least, most] = [Math.min(...impressions), Math.max(...impressions)]
  return (
    <>
      <p className="max-w-measure text-24 font-statement leading-statement">
        The least seen work was seen {least === 1 ? 'once' : `${least} times`}, the middle one{' '}
        {medianLooks(impressions)} times, the most seen one {most} times.
      </p>
      <div className="mt-6">
        <LookBars bins={lookBins(impressions)} />
      </div>
      <p className="mt-2 text-13 text-second">
        Works by how often they were seen: {plural(total, 'look')} in all, as of{' '}
        {formatMoment(takenAt * 1000)}, record {epoch}.
      </p>
    </>
  )
}

function HowItIsDrawn({ round, epoch }: { round: RoundView; epoch: number }) {
  return (
    <Section title="How a fair order is drawn" className="mt-10">
      <ol className="mt-4 grid max-w-measure list-decimal gap-3 pl-5 text-15">
        <li>
          A work counts as seen when half of it stood in somebody’s window for a second, once a device. What
          is kept is a number for each work, and nothing about who looked.
        </li>
        <li>
          Every so many looks the numbers are taken down. This is the record that orders are made from;
          nobody’s ballot has a part in it.
        </li>
        <li>
          A visitor is dealt four digits. From them, the round and the record every work draws a number below
          2³², multiplied by one more than what it was seen oftener than the least seen work. The smallest
          comes first: seen once more is dealt half as soon.
        </li>
        <li>
          One place in {EXPLORED_EVERY} goes by lot alone, so that no count, right or wrong, can hide a work.
        </li>
      </ol>
      <p className="mt-4 max-w-measure text-13 text-second">
        The address of a wall names its order (<span className="type-mono">deal={epoch}-…</span>), and anyone
        can make it again:{' '}
        <a className="link" href={`/api/v1/rounds/${round.roundId}/exposure?epoch=${epoch}`}>
          this record as JSON
        </a>
        ,{' '}
        <a className="link" href={`/api/v1/rounds/${round.roundId}/hang?order=fair`}>
          an order made from it
        </a>
        . Counts rest on what browsers report, and on this server’s word.
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
            title="Looks"
            eyebrow={round.title}
            actions={
              <ButtonLink href={`/rounds/${slug}`} kind="link">
                Back to the wall
              </ButtonLink>
            }
          >
            <p>What is seen first is picked first. So the less a work was seen, the sooner it is shown.</p>
          </Signage>
        }
      >
        <Looks exposure={exposure} />
        {works.length > 0 && (
          <Section title="Least seen" className="mt-10">
            <div className="mt-4">
              <Hang works={works.map((work) => hungWork(slug, work))} label="The least seen works" />
            </div>
          </Section>
        )}
        <HowItIsDrawn round={round} epoch={exposure.epoch} />
      </Frame>
    </Shell>
  )
}
