import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as counts from '#messages/counts.ts'

type CreatorHangProps = {
  works: readonly { work: CandidateView; round: { slug: string; title: string } }[]
}

/** What hangs of one creator; each work says where. */
export function CreatorHang({ works }: CreatorHangProps) {
  const hung = works.map(({ work, round }) => ({ ...hungWork(round.slug, work), round: round.title }))
  const rounds = new Map(hung.map(({ href, round }) => [href, round]))
  return (
    <Hang works={hung} label={counts.works(hung.length)} linesFor={({ href }) => <p>{rounds.get(href)}</p>} />
  )
}
