import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { TableParts } from '#components/workshop/table/parts.tsx'

export default async function TablePage(page: GroupPage) {
  return <TableParts room={await roomOf('table', page)} />
}
