import { EmptyHang } from '#components/art/hang.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/app/absent.ts'

export default function NotFound() {
  return (
    <Absent
      room="wall"
      title={text.nothing}
      place={<EmptyHang />}
      actions={
        <>
          <ButtonLink href="/" size={32}>
            {text.toFirstPage}
          </ButtonLink>
          <ButtonLink href="/rounds" size={32}>
            {text.toRounds}
          </ButtonLink>
        </>
      }
    >
      {text.why}
    </Absent>
  )
}
