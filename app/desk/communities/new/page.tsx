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
import * as text from '#messages/app/desk/found.ts'

export const metadata: Metadata = { title: text.pageTitle }
export const dynamic = 'force-dynamic'

export default function FoundPage() {
  const { chain, local, operator } = siteView()
  const licences = LICENCES.map(({ id, name }) => ({ id, name }))
  return (
    <Shell room="desk" current="desk" kept={text.kept}>
      <Frame
        signage={
          <Signage
            title={text.title}
            eyebrow={text.newCommunity}
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
        {operator ? (
          <FoundCommunity
            chain={chain}
            local={local}
            operator={addressSchema.parse(operator)}
            licences={licences}
          />
        ) : (
          <Notice title={text.noOperatorKey} code="unavailable">
            {text.setOperatorKey}
          </Notice>
        )}
      </Frame>
    </Shell>
  )
}
