import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { RoundList } from '#components/rounds/round-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { siteNow } from '#lib/flows/site/loaders.ts'
import { homeRounds } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/submit.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

type PageProps = { searchParams: Promise<{ of?: string | string[] }> }

/** The form of a round, with the work to vary when one is named. */
const formOf = (of: string | string[] | undefined) => (slug: string) => {
  const varies = typeof of === 'string' && /^[0-9a-f]{64}$/.test(of)
  return `/rounds/${slug}/submit${varies ? `?of=${of}` : ''}`
}

export default async function SubmitPage({ searchParams }: PageProps) {
  const [{ filling }, now, { of }] = await Promise.all([homeRounds(), siteNow(), searchParams])
  const open = filling.filter((round) => now < round.submissionsCloseAt)
  const hrefOf = formOf(of)
  const [only] = open
  if (only && open.length === 1) redirect(hrefOf(only.slug))
  return (
    <Shell room="desk" current="submit">
      <Frame signage={<Signage title={text.title}>{text.about}</Signage>}>
        {open.length > 0 ? (
          <RoundList rounds={open} now={now} hrefOf={hrefOf} />
        ) : (
          <Notice
            title={text.none}
            actions={
              <ButtonLink href="/rounds" size={32}>
                {text.toRounds}
              </ButtonLink>
            }
          >
            {text.whenNext}
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
