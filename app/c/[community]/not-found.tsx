import { EmptyHang } from '#components/art/hang.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/app/community/absent.ts'

export default function CommunityNotFound() {
  return (
    <Absent
      room="wall"
      current="collection"
      title={text.nothing}
      place={<EmptyHang />}
      actions={
        <>
          <ButtonLink href="/collection" size={32}>
            {text.toCollection}
          </ButtonLink>
          <ButtonLink href="/desk/communities/new" size={32}>
            {text.found}
          </ButtonLink>
        </>
      }
    >
      {text.why}
    </Absent>
  )
}
