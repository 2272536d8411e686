import type { Metadata } from 'next'
import { BriefList } from '#components/studio/brief-list.tsx'
import { DeskDoor } from '#components/studio/desk-door.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { shorten } from '#components/ui/shorten.ts'
import { Signage } from '#components/ui/signage.tsx'
import { Standing } from '#components/ui/standing.tsx'
import { siteView } from '#lib/flows/site/loaders.ts'
import { ownBriefs } from '#lib/flows/submit/loaders.ts'

export const metadata: Metadata = { title: 'Your briefs' }
export const dynamic = 'force-dynamic'

export default async function BriefsPage() {
  const own = await ownBriefs()
  return (
    <Shell
      room="desk"
      current="submit"
      {...(own && { standing: <Standing text="Signed in as" mono={shorten(own.address)} /> })}
    >
      <Frame
        signage={
          <Signage
            title="Your briefs"
            actions={
              <ButtonLink href="/submit" kind="link">
                Submit a brief
              </ButtonLink>
            }
          >
            What you signed, and where its pictures stand.
          </Signage>
        }
      >
        {!own ? (
          <DeskDoor
            chain={siteView().chain}
            why="Your briefs are found by the account that signed them."
            fetching="Fetching your briefs …"
          />
        ) : own.briefs.length > 0 ? (
          <BriefList briefs={own.briefs} />
        ) : (
          <Notice
            title="This account has signed no brief yet."
            actions={
              <ButtonLink href="/submit" size={32}>
                Submit a brief
              </ButtonLink>
            }
          >
            A brief says what should be seen. Its pictures hang on the wall of a round.
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
