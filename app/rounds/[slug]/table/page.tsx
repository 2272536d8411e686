import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { TableAwaits } from '#components/rounds/table-awaits.tsx'
import { Room } from '#components/ui/room.tsx'
import { LightTable } from '#components/voting/table/light-table.tsx'
import { firstOfPage, PAGE_WORKS } from '#components/voting/table/pages-around.ts'
import type { TableRound } from '#components/voting/table/table-round.ts'
import { listCandidates } from '#lib/candidates/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundState } from '#lib/rounds/schema.ts'

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ work?: string }> }

export const dynamic = 'force-dynamic'
export const viewport: Viewport = { themeColor: '#1e1e1e' }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: `Light Table, ${round.title}` } : {}
}

const stateOf = (state: RoundState): TableRound['state'] =>
  state === 'voting' ? 'open' : state === 'submissions' ? 'early' : 'closed'

/** The work that the address names, if it hangs here. */
function workOf(asked: string | undefined, count: number): number | null {
  const number = Number(asked)
  return Number.isInteger(number) && number >= 1 && number <= count ? number : null
}

export default async function TablePage({ params, searchParams }: PageProps) {
  const round = await roundBySlug((await params).slug)
  if (!round || round.state === 'draft') notFound()
  const { roundId, admissionEnded, candidateCount: count } = round
  if (!roundId || !admissionEnded || count === 0)
    return (
      <Room room="table">
        <TableAwaits round={round} />
      </Room>
    )
  const asked = workOf((await searchParams).work, count)
  const from = firstOfPage(asked ?? 1)
  const { items } = await listCandidates({ roundRowId: round.rowId, from, take: PAGE_WORKS })
  return (
    <Room room="table">
      <LightTable
        asked={asked}
        first={{ from, items }}
        round={{
          slug: round.slug,
          title: round.title,
          roundId,
          count,
          maxChoices: round.rules.limits.maxChoices,
          opensAt: round.opensAt,
          closesAt: round.closesAt,
          now: round.now,
          state: stateOf(round.state),
        }}
      />
    </Room>
  )
}
