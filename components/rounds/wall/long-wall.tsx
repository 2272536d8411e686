'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useMemo, useState } from 'react'
import { type HangLayout, heightOfRows, rowOf } from '#components/art/hang-window.ts'
import { Button } from '#components/ui/button.tsx'
import { picksStoreOf } from '#components/voting/use-picks.ts'
import { readSeen } from '#components/voting/use-seen.ts'
import { useWorks } from '#components/voting/use-works.ts'
import { batchesOf } from '#components/voting/work-batches.ts'
import type { Hang } from '#lib/candidates/schema.ts'
import * as text from '#messages/rounds/wall/long-wall.ts'
import { NothingShown } from './nothing-shown.tsx'
import { useHangLayout, useRowWindow } from './use-row-window.ts'
import type { WallRound } from './wall-item.tsx'
import { WallRow } from './wall-row.tsx'
import { shownNumbers, type WallView } from './wall-view.ts'

type LongWallProps = {
  round: WallRound
  view: WallView
  /** So many works stand before these in the list. */
  startCount: number
  hang: RefObject<HTMLElement | null>
  /** What stands there until the order is read: as high, so that nothing moves. */
  meanwhile: ReactNode
}

async function readHang(roundId: string, { order, deal }: WallView, signal: AbortSignal): Promise<Hang> {
  const query = new URLSearchParams({ order, ...(deal !== null && { deal }) })
  const answer = await fetch(`/api/v1/rounds/${roundId}/hang?${query}`, { signal })
  if (!answer.ok) throw new Error(`hang: ${answer.status}`)
  return answer.json()
}

/** The works of the view, as they were when it was opened: nothing slips away under a mark. */
function useShown({ round, view }: LongWallProps, hang: Hang | undefined) {
  const { roundId } = round
  const [kept] = useState(() => ({ picks: picksStoreOf(roundId).read(), seen: readSeen(roundId) }))
  return useMemo(() => {
    if (!hang) return null
    const numbers = shownNumbers(view.show, hang.numbers, kept)
    const ratioOf = new Map(hang.numbers.map((number, at) => [number, (hang.ratios[at] ?? 1000) / 1000]))
    return { numbers, ratios: numbers.map((number) => ratioOf.get(number) ?? 1) }
  }, [hang, view.show, kept])
}

function Spacer({ layout, first, end }: { layout: HangLayout; first: number; end: number }) {
  if (end <= first) return null
  return <li aria-hidden="true" className="hang-rest" style={{ height: heightOfRows(layout, first, end) }} />
}

type Shown = { numbers: readonly number[]; ratios: readonly number[] }

/** The rows near the window, and the height of the others. */
function Rows({ round, startCount, hang, shown, meanwhile }: LongWallProps & { shown: Shown }) {
  const { numbers, ratios } = shown
  const layout = useHangLayout(hang, ratios, round.picks)
  const near = useRowWindow(hang, layout)
  const begun = layout && startCount > 0 ? rowOf(layout, startCount - 1) : -1
  const first = Math.max(begun + 1, near.first)
  const end = Math.max(first, near.end)
  const from = layout?.rows[begun < first - 1 ? first : Math.max(0, begun)]?.start ?? 0
  const to = layout?.rows[end - 1]?.end ?? from
  const asked = batchesOf(numbers, { from: begun === first - 1 ? startCount : from, to })
  const works = useWorks(round.roundId, asked)
  if (!layout) return meanwhile
  const rowOfPage = (at: number, skipped = 0) => {
    const row = layout.rows[at]
    return row && <WallRow key={at} {...{ round, layout, row, numbers, ratios, works, skipped }} />
  }
  return (
    <>
      {begun >= 0 && rowOfPage(begun, startCount)}
      <Spacer layout={layout} first={begun + 1} end={first} />
      {Array.from({ length: end - first }, (_, index) => rowOfPage(first + index))}
      <Spacer layout={layout} first={end} end={layout.rows.length} />
    </>
  )
}

function Wall(props: LongWallProps) {
  const { round, view } = props
  const { data, isError, refetch } = useQuery({
    queryKey: ['hang', round.roundId, view.order, view.deal],
    queryFn: ({ signal }) => readHang(round.roundId, view, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const shown = useShown(props, data)
  if (isError)
    return (
      <li className="hang-line">
        <p className="text-15">
          <b>{text.unread}</b> {text.kept}
        </p>
        <div className="mt-3">
          <Button size={44} onClick={() => refetch()}>
            {text.again}
          </Button>
        </div>
      </li>
    )
  if (!shown) return props.meanwhile
  if (shown.numbers.length === 0) return <NothingShown round={round} view={view} />
  return <Rows {...props} shown={shown} />
}

/** The works of a wall that do not come with its page. */
export function LongWall(props: LongWallProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Wall {...props} />
    </QueryClientProvider>
  )
}
