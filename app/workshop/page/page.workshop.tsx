import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { PageParts } from '#components/workshop/page/parts.tsx'

export default async function PagePage(page: GroupPage) {
  return <PageParts room={await roomOf('page', page)} />
}
