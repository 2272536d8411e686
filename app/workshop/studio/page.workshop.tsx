import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { StudioParts } from '#components/workshop/studio/parts.tsx'

export default async function StudioPage(page: GroupPage) {
  return <StudioParts room={await roomOf('studio', page)} />
}
