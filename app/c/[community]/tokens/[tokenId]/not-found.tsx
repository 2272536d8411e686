import { EmptyFrame } from '#components/art/work-frame.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function TokenNotFound() {
  return (
    <Absent
      room="wall"
      current="collection"
      title="This community has minted no such token."
      place={
        <div className="max-w-80">
          <EmptyFrame />
        </div>
      }
      actions={
        <ButtonLink href="/collection" size={32}>
          To the collection
        </ButtonLink>
      }
    >
      A token just minted comes here as soon as its block is read, within seconds.
    </Absent>
  )
}
