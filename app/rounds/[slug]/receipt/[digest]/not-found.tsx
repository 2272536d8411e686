import { ToItsWall } from '#components/rounds/to-its-wall.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/app/rounds/receipt-absent.ts'

export default function ReceiptNotFound() {
  return (
    <Absent
      room="desk"
      current="rounds"
      title={text.nothing}
      actions={
        <>
          <ToItsWall />
          <ButtonLink href="/verify" size={32}>
            {text.howToCheck}
          </ButtonLink>
        </>
      }
    >
      {text.why}
    </Absent>
  )
}
