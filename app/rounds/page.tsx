import type { Metadata } from 'next'
import { EmptyHang } from '#components/art/hang.tsx'
import { pictureOf } from '#components/art/hung-work.ts'
import { RoundList } from '#components/rounds/round-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { listCandidates } from '#lib/candidates/loaders.ts'
import { siteNow } from '#lib/flows/site/loaders.ts'
import { listRounds } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/rounds/rounds.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

/** Older rounds are words only. */
const WITH_PICTURES = 12

export default async function RoundsPage() {
  const [{ items: rounds }, now] = await Promise.all([listRounds(), siteNow()])
  const shown = await Promise.all(
    rounds.slice(0, WITH_PICTURES).map(async ({ id, rowId }) => {
      const { items } = await listCandidates({ roundRowId: rowId, take: 4 })
      return [id, items.map(pictureOf)] as const
    }),
  )
  return (
    <Shell room="wall" current="rounds">
      <Frame signage={<Signage title={text.title}>{text.about}</Signage>}>
        {rounds.length > 0 ? (
          <RoundList rounds={rounds} now={now} pictures={new Map(shown)} />
        ) : (
          <>
            <EmptyHang />
            <Notice
              title={text.none}
              actions={
                <ButtonLink href="/desk" size={32}>
                  {text.toDesk}
                </ButtonLink>
              }
            >
              {text.howOneBegins}
            </Notice>
          </>
        )}
      </Frame>
    </Shell>
  )
}
