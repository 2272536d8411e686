import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { HomeParts } from '#components/workshop/home/parts.tsx'

export default async function HomePage(page: GroupPage) {
  return <HomeParts room={await roomOf('home', page)} />
}
