import type { Metadata } from 'next'
import { RoundForm } from '#components/studio/round-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { listCommunities } from '#lib/communities/loaders.ts'
import { deskView } from '#lib/flows/desk/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import * as text from '#messages/app/desk/new-round.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

export default async function NewRoundPage() {
  const [desk, all] = await Promise.all([deskView(), listCommunities()])
  const communities = desk.communities.length > 0 ? desk.communities : all
  const { chain, local } = siteView()
  return (
    <Shell room="desk" current="desk" kept={text.kept}>
      <Frame
        signage={
          <Signage
            title={text.title}
            actions={
              <ButtonLink href="/desk" kind="link">
                {text.backToDesk}
              </ButtonLink>
            }
          >
            {text.about}
          </Signage>
        }
      >
        {communities.length > 0 ? (
          <RoundForm
            chain={chain}
            local={local}
            communities={communities.map(({ slug, name, licence }) => ({ slug, name, licence }))}
            licences={LICENCES.map(({ id, name }) => ({ id, name }))}
          />
        ) : (
          <Notice
            title={text.noCommunity}
            actions={
              <ButtonLink href="/desk/communities/new" size={32}>
                {text.foundOne}
              </ButtonLink>
            }
          >
            {text.whyCommunity}
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
