import { ToItsWall } from '#components/rounds/to-its-wall.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import * as text from '#messages/app/rounds/pending-ballot-absent.ts'

export default function PendingBallotNotFound() {
  return (
    <Absent
      room="desk"
      current="rounds"
      title={text.nothing}
      actions={
        <>
          <ToItsWall />
          <ButtonLink href="/rounds" size={32}>
            {text.allRounds}
          </ButtonLink>
        </>
      }
    >
      {text.why}
    </Absent>
  )
}
