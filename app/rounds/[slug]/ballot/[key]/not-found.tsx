import { ToItsWall } from '#components/rounds/to-its-wall.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function PendingBallotNotFound() {
  return (
    <Absent
      room="desk"
      current="rounds"
      title="There is no ballot at this address."
      actions={
        <>
          <ToItsWall />
          <ButtonLink href="/rounds" size={32}>
            All rounds
          </ButtonLink>
        </>
      }
    >
      A ballot of a Safe has an address that nobody can guess. Ask whoever sent it to you for the whole of it.
    </Absent>
  )
}
