import { EmptyHang } from '#components/art/hang.tsx'
import { Absent } from '#components/ui/absent.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default function CommunityNotFound() {
  return (
    <Absent
      room="wall"
      current="collection"
      title="There is no such community here."
      place={<EmptyHang />}
      actions={
        <>
          <ButtonLink href="/collection" size={32}>
            To the collection
          </ButtonLink>
          <ButtonLink href="/desk/communities/new" size={32}>
            Found one
          </ButtonLink>
        </>
      }
    >
      Its contract may be on the chain all the same: a server shows the communities that are registered with
      it.
    </Absent>
  )
}
