import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AttemptList } from '#components/studio/attempt-list.tsx'
import { BatchQuotes } from '#components/studio/batch-quotes.tsx'
import { DeskDoor } from '#components/studio/desk-door.tsx'
import { ProviderTable } from '#components/studio/provider-table.tsx'
import { RefreshOften } from '#components/studio/refresh-often.tsx'
import { SpendBar } from '#components/studio/spend-bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { quotesQuery } from '#lib/flows/api/schemas.ts'
import { batchQuotes, type DeskVisit, visitPictures } from '#lib/flows/generate/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { roundById } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/desk/pictures.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

type PageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ pictures?: string | string[] }>
}

const FIRST_COUNT = 100

/** What is no number of pictures is answered with the first one. */
const countIn = (asked: string | string[] | undefined): number =>
  quotesQuery.safeParse({ count: asked ?? FIRST_COUNT }).data?.count ?? FIRST_COUNT

type DeskProps = Omit<Extract<DeskVisit, { kind: 'director' }>, 'kind'> & { round: RoundView; count: number }

async function Desk({ round, desk, count }: DeskProps) {
  const here = `/desk/rounds/${round.id}`
  const takesWorks = !round.admissionEnded && (round.state === 'draft' || round.state === 'submissions')
  return (
    <div className="grid gap-10">
      <Section
        title={text.spent}
        aside={
          takesWorks && (
            <Link className="link" href={here}>
              {text.change}
            </Link>
          )
        }
      >
        <div className="mt-3">
          <SpendBar budget={desk.budget} />
        </div>
      </Section>
      <Section title={text.providers} aside={text.counted(desk.counted)}>
        <div className="mt-3">
          <ProviderTable providers={desk.providers} />
        </div>
      </Section>
      {takesWorks && (
        <Section title={text.batch}>
          <BatchQuotes quotes={await batchQuotes(round.id, count)} path={`${here}/pictures`} />
        </Section>
      )}
      <Section title={text.last}>
        <AttemptList attempts={desk.attempts} slug={round.slug} nowMs={desk.nowMs} />
      </Section>
      <RefreshOften />
    </div>
  )
}

export default async function RoundPicturesPage({ params, searchParams }: PageProps) {
  const [{ id }, { pictures }] = await Promise.all([params, searchParams])
  const round = await roundById(id)
  if (!round) notFound()
  const visit = await visitPictures(round)
  return (
    <Shell room="desk" current="desk" community={round.community}>
      <Frame
        signage={
          <Signage
            title={text.title}
            eyebrow={round.title}
            actions={
              <ButtonLink href={`/desk/rounds/${round.id}`} kind="link">
                {text.backToRound}
              </ButtonLink>
            }
          >
            {text.about}
          </Signage>
        }
      >
        {visit.kind === 'nobody' && (
          <DeskDoor chain={siteView().chain} why={text.whySignIn} fetching={text.fetching} />
        )}
        {visit.kind === 'another' && (
          <Notice title={text.onlyDirector} code="not-director">
            {text.useDirector}
          </Notice>
        )}
        {visit.kind === 'director' && <Desk desk={visit.desk} round={round} count={countIn(pictures)} />}
      </Frame>
    </Shell>
  )
}
