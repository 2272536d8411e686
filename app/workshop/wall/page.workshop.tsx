import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { WallParts } from '#components/workshop/wall/parts.tsx'

export default async function WallPage(page: GroupPage) {
  return <WallParts room={await roomOf('wall', page)} />
}
