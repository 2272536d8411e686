import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { ProvenanceParts } from '#components/workshop/provenance/parts.tsx'

export default async function ProvenancePage(page: GroupPage) {
  return <ProvenanceParts room={await roomOf('provenance', page)} />
}
