import type { Metadata } from 'next'
import { RoundList } from '#components/rounds/round-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { siteNow } from '#lib/flows/site/loaders.ts'
import { listRounds } from '#lib/rounds/loaders.ts'

export const metadata: Metadata = { title: 'Rounds' }
export const dynamic = 'force-dynamic'

export default async function RoundsPage() {
  const [{ items: rounds }, now] = await Promise.all([listRounds(), siteNow()])
  return (
    <Shell room="wall" current="rounds">
      <Frame
        signage={<Signage title="Rounds">What is asked for, what is hung, and what was chosen.</Signage>}
      >
        {rounds.length > 0 ? (
          <RoundList rounds={rounds} now={now} />
        ) : (
          <Notice
            title="No round has been opened yet."
            actions={
              <ButtonLink href="/desk" size={32}>
                To the desk
              </ButtonLink>
            }
          >
            A director sets one up on the desk: a title, a brief, dates, places.
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
