import { Activity, type ReactNode } from 'react'
import { perStep, sizesInRow } from '#components/art/hang.tsx'
import { heightsBehind } from '#components/art/hang-window.ts'
import { HANG_STEPS, hangWidths } from '#components/art/justify.ts'
import type { CandidateView, Hang } from '#lib/candidates/schema.ts'
import { DealInAddress } from './deal-in-address.tsx'
import { WallItem, type WallRound } from './wall-item.tsx'
import type { WallView } from './wall-view.ts'
import { WallWindow } from './wall-window.tsx'

/** So many works come with the page: about three windows, for each one more takes its time from the first picture. */
export const FIRST_WORKS = 36
/** What the first window shows is fetched with the page, its first row before all else. */
const EAGER = 12
const FIRST_ROW = 4
/** No row holds more works than this behind the last one that comes with the page. */
const ROW_AT_MOST = 64
/** So many works become awake at a time. */
const PIECE = 4
/** Until it is known what this device keeps. */
const WHOLE_WINDOW = perStep('r', () => '100vh')

/**
 * Becomes awake from the first to the last, a few at a time, so that a press in between waits for those alone: React
 * wakes what stands in an `Activity` after what stands around it (ADR 31).
 */
function inPieces(works: readonly ReactNode[], end: ReactNode): ReactNode {
  const behind = works.slice(PIECE)
  return (
    <>
      {works.slice(0, PIECE)}
      {behind.length > 0 ? <Activity>{inPieces(behind, end)}</Activity> : end}
    </>
  )
}

type NumberedWallProps = {
  round: WallRound
  view: WallView
  hang: Hang
  /** The first works of the hang. */
  first: readonly CandidateView[]
  label: string
}

/** The wall of a round whose works have numbers: its beginning, and the way to the rest. */
export function NumberedWall({ round, view, hang, first, label }: NumberedWallProps) {
  const ratios = hang.ratios.map((ratio) => ratio / 1000)
  // Rows break by what follows, so the first works are laid out among those behind them.
  const steps = HANG_STEPS.map((step) => hangWidths(ratios.slice(0, first.length + ROW_AT_MOST), step))
  const works = new Map(first.map((work) => [work.number, work]))
  const start = hang.numbers.slice(0, first.length).flatMap((number, at) => {
    const work = works.get(number)
    if (!work) return []
    const widths = steps.map((step) => step[at] ?? '')
    return [
      <WallItem
        key={number}
        round={round}
        work={work}
        place={at + 1}
        of={hang.numbers.length}
        style={perStep('h', (step) => widths[step] ?? '')}
        {...(at < EAGER && {
          eager: true,
          fetchPriority: at < FIRST_ROW ? 'high' : 'auto',
          sizes: sizesInRow(widths),
        })}
      />,
    ]
  })
  const end = <DealInAddress deal={hang.deal} />
  const behind =
    hang.numbers.length > start.length ? heightsBehind(ratios, start.length - 1, round.picks) : null
  return (
    <WallWindow
      round={round}
      view={{ ...view, deal: hang.deal }}
      label={label}
      start={view.show === 'all' ? inPieces(start, end) : end}
      startCount={view.show === 'all' ? start.length : 0}
      rest={view.show === 'all' ? behind && perStep('r', (step) => behind[step] ?? '0px') : WHOLE_WINDOW}
    />
  )
}
