import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { LogParts } from '#components/workshop/log/parts.tsx'

export default async function LogPage(page: GroupPage) {
  return <LogParts room={await roomOf('log', page)} />
}
