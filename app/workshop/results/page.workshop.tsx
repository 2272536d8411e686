import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { ResultsParts } from '#components/workshop/results/parts.tsx'

export default async function ResultsPage(page: GroupPage) {
  return <ResultsParts room={await roomOf('results', page)} />
}
