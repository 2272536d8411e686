import { BallotParts } from '#components/workshop/ballot/parts.tsx'
import { type GroupPage, roomOf } from '#components/workshop/groups.ts'

export default async function BallotPage(page: GroupPage) {
  return <BallotParts room={await roomOf('ballot', page)} />
}
