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
import * as text from '#messages/app/briefs.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

export default async function BriefsPage() {
  const own = await ownBriefs()
  return (
    <Shell
      room="desk"
      current="submit"
      {...(own && { standing: <Standing text={text.signedInAs} mono={shorten(own.address)} /> })}
    >
      <Frame
        signage={
          <Signage
            title={text.title}
            actions={
              <ButtonLink href="/submit" kind="link">
                {text.submit}
              </ButtonLink>
            }
          >
            {text.about}
          </Signage>
        }
      >
        {!own ? (
          <DeskDoor chain={siteView().chain} why={text.whySignIn} fetching={text.fetching} />
        ) : own.briefs.length > 0 ? (
          <BriefList briefs={own.briefs} />
        ) : (
          <Notice
            title={text.none}
            actions={
              <ButtonLink href="/submit" size={32}>
                {text.submit}
              </ButtonLink>
            }
          >
            {text.whatBriefsAre}
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
