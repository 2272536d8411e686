import { EmptyHang } from '#components/art/hang.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'

export default function NotFound() {
  return (
    <Shell room="wall">
      <Frame signage={<Signage title="Not here" />}>
        <EmptyHang />
        <Notice
          title="There is nothing at this address."
          code="not-found"
          actions={
            <ButtonLink href="/rounds" size={32}>
              To the rounds
            </ButtonLink>
          }
        >
          It may have moved, or the address was cut on its way.
        </Notice>
      </Frame>
    </Shell>
  )
}
