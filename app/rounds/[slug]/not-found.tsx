import { EmptyHang } from '#components/art/hang.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function RoundNotFound() {
  return (
    <Absent
      room="wall"
      current="rounds"
      title="There is no such round here."
      place={<EmptyHang />}
      actions={
        <ButtonLink href="/rounds" size={32}>
          To the rounds
        </ButtonLink>
      }
    >
      A round keeps its name in addresses for ever, so this one was cut on its way, belongs to another server,
      or is still being prepared.
    </Absent>
  )
}
