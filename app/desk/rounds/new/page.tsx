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

export const metadata: Metadata = { title: 'Draft a round' }
export const dynamic = 'force-dynamic'

export default async function NewRoundPage() {
  const [desk, all] = await Promise.all([deskView(), listCommunities()])
  const communities = desk.communities.length > 0 ? desk.communities : all
  const { chain, local } = siteView()
  return (
    <Shell room="desk" current="desk" kept="What you entered stays on this page.">
      <Frame
        signage={
          <Signage
            title="Draft a round"
            actions={
              <ButtonLink href="/desk" kind="link">
                Back to the desk
              </ButtonLink>
            }
          >
            Everything can be changed until you open submissions. Then the rules freeze, and their hash is the
            round’s id.
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
            title="There is no community yet."
            actions={
              <ButtonLink href="/desk/communities/new" size={32}>
                Found one
              </ButtonLink>
            }
          >
            A round belongs to a community: its collection mints the winners.
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
