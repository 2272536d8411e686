import type { Metadata } from 'next'
import { FoundCommunity } from '#components/studio/found-community.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { siteView } from '#lib/flows/site/loaders.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import { addressSchema } from '#lib/protocol/primitives.ts'

export const metadata: Metadata = { title: 'Found a community' }
export const dynamic = 'force-dynamic'

export default function FoundPage() {
  const { chain, local, operator } = siteView()
  const licences = LICENCES.map(({ id, name }) => ({ id, name }))
  return (
    <Shell room="desk" current="desk" kept="What you entered stays on this page.">
      <Frame
        signage={
          <Signage
            title="Found one"
            eyebrow="New community"
            actions={
              <ButtonLink href="/desk" kind="link">
                Back to the desk
              </ButtonLink>
            }
          >
            One contract holds its rounds and tokens. You deploy it, you direct it; this server only keeps the
            log.
          </Signage>
        }
      >
        {operator ? (
          <FoundCommunity
            chain={chain}
            local={local}
            operator={addressSchema.parse(operator)}
            licences={licences}
          />
        ) : (
          <Notice title="This server has no operator key." code="unavailable">
            Set OPERATOR_PRIVATE_KEY: the collection names the account that signs the log’s heads.
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
