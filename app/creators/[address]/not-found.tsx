import { EmptyHang } from '#components/art/hang.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/app/creator/absent.ts'

export default function CreatorNotFound() {
  return (
    <Absent
      room="wall"
      current="rounds"
      title={text.nothing}
      place={<EmptyHang />}
      actions={
        <ButtonLink href="/rounds" size={32}>
          {text.toRounds}
        </ButtonLink>
      }
    >
      {text.why}
    </Absent>
  )
}
