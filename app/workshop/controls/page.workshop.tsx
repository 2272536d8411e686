import { ControlsParts } from '#components/workshop/controls/parts.tsx'
import { type GroupPage, roomOf } from '#components/workshop/groups.ts'

export default async function ControlsPage(page: GroupPage) {
  return <ControlsParts room={await roomOf('controls', page)} />
}
