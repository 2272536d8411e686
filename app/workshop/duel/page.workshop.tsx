import { DuelParts } from '#components/workshop/duel/parts.tsx'
import { type GroupPage, roomOf } from '#components/workshop/groups.ts'

export default async function DuelPage(page: GroupPage) {
  return <DuelParts room={await roomOf('duel', page)} />
}
