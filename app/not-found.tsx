import { EmptyHang } from '#components/art/hang.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function NotFound() {
  return (
    <Absent
      room="wall"
      title="There is nothing at this address."
      place={<EmptyHang />}
      actions={
        <>
          <ButtonLink href="/" size={32}>
            To the first page
          </ButtonLink>
          <ButtonLink href="/rounds" size={32}>
            To the rounds
          </ButtonLink>
        </>
      }
    >
      It may have moved, or the address was cut on its way.
    </Absent>
  )
}
