import { ArtParts } from '#components/workshop/art/parts.tsx'
import { type GroupPage, roomOf } from '#components/workshop/groups.ts'

export default async function ArtPage(page: GroupPage) {
  return <ArtParts room={await roomOf('art', page)} />
}
