import { EmptyFrame } from '#components/art/work-frame.tsx'
import { ToItsWall } from '#components/rounds/to-its-wall.tsx'
import { Absent } from '#components/ui/absent.tsx'
import * as text from '#messages/app/rounds/work-absent.ts'

export default function WorkNotFound() {
  return (
    <Absent
      room="wall"
      current="rounds"
      title={text.nothing}
      place={
        <div className="max-w-80">
          <EmptyFrame />
        </div>
      }
      actions={<ToItsWall />}
    >
      {text.why}
    </Absent>
  )
}
