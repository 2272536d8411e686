import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/app/desk/round-absent.ts'

export default function DeskRoundNotFound() {
  return (
    <Absent
      room="desk"
      current="desk"
      title={text.nothing}
      actions={
        <ButtonLink href="/desk" size={32}>
          {text.toDesk}
        </ButtonLink>
      }
    >
      {text.why}
    </Absent>
  )
}
