import { ToItsWall } from '#components/rounds/to-its-wall.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function ReceiptNotFound() {
  return (
    <Absent
      room="desk"
      current="rounds"
      title="This is not the address of a receipt."
      actions={
        <>
          <ToItsWall />
          <ButtonLink href="/verify" size={32}>
            How to check a ballot
          </ButtonLink>
        </>
      }
    >
      It ends with the digest of a ballot: 0x and 64 letters and digits. The receipt that you saved has it.
    </Absent>
  )
}
