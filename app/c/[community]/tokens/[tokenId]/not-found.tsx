import { EmptyFrame } from '#components/art/work-frame.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/app/community/token-absent.ts'

export default function TokenNotFound() {
  return (
    <Absent
      room="wall"
      current="collection"
      title={text.nothing}
      place={
        <div className="max-w-80">
          <EmptyFrame />
        </div>
      }
      actions={
        <ButtonLink href="/collection" size={32}>
          {text.toCollection}
        </ButtonLink>
      }
    >
      {text.why}
    </Absent>
  )
}
