import { EmptyFrame } from '#components/art/work-frame.tsx'
import { ToItsWall } from '#components/rounds/to-its-wall.tsx'
import { Absent } from '#components/ui/absent.tsx'

export default function WorkNotFound() {
  return (
    <Absent
      room="wall"
      current="rounds"
      title="No such work hangs in this round."
      place={
        <div className="max-w-80">
          <EmptyFrame />
        </div>
      }
      actions={<ToItsWall />}
    >
      Works are numbered when submissions close, and addressed by their content before. What was turned away
      at a gate was never hung.
    </Absent>
  )
}
