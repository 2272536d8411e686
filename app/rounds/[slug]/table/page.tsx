import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { TableAwaits } from '#components/rounds/table-awaits.tsx'
import { usualOrder, wallView } from '#components/rounds/wall/wall-view.ts'
import { Room } from '#components/ui/room.tsx'
import { firstSitting } from '#components/voting/table/first-sitting.ts'
import { LightTable } from '#components/voting/table/light-table.tsx'
import { isPass } from '#components/voting/table/pass-order.ts'
import type { TableRound } from '#components/voting/table/table-round.ts'
import { batchesAround, numbersOf } from '#components/voting/work-batches.ts'
import { candidatesByNumber, hangOf } from '#lib/candidates/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/app/rounds/table.ts'

type PageProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ work?: string; pass?: string; order?: string; deal?: string }>
}

export const dynamic = 'force-dynamic'
export const viewport: Viewport = { themeColor: '#1e1e1e' }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const round = await roundBySlug((await params).slug)
  return round ? { title: text.title(round.title) } : {}
}

function stateOf({ state, method }: RoundView): TableRound['state'] {
  if (state === 'voting') return method === 'pairwise' ? 'duels' : 'open'
  return state === 'submissions' ? 'early' : 'closed'
}

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
  const { work, pass, ...hung } = await searchParams
  const asked = { work: workOf(work, count), pass: isPass(pass) ? pass : null }
  const state = stateOf(round)
  const view = wallView(hung, usualOrder(round))
  const roundRowId = round.rowId
  const { numbers, deal } = await hangOf({ roundRowId, roundId, count }, view)
  const begun = firstSitting({ state, numbers }, asked)
  const around = batchesAround(begun.order, begun.place).flatMap(numbersOf)
  const first = await candidatesByNumber({ roundRowId, numbers: around })
  return (
    <Room room="table">
      <LightTable
        asked={asked}
        first={first}
        round={{
          slug: round.slug,
          title: round.title,
          roundId,
          numbers,
          deal,
          method: round.method,
          maxChoices: round.method === 'single' ? null : round.rules.limits.maxChoices,
          maxScore: round.rules.limits.maxScore ?? null,
          opensAt: round.opensAt,
          closesAt: round.closesAt,
          now: round.now,
          state,
        }}
      />
    </Room>
  )
}
