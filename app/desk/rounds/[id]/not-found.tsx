import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function DeskRoundNotFound() {
  return (
    <Absent
      room="desk"
      current="desk"
      title="There is no such round on this desk."
      actions={
        <ButtonLink href="/desk" size={32}>
          To the desk
        </ButtonLink>
      }
    >
      A round is addressed here by its id, or by its draft before it has one.
    </Absent>
  )
}
