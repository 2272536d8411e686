'use client'

import { type ComponentProps, memo } from 'react'
import type { HangLayout } from '#components/art/hang-window.ts'
import { type HangRow, rowWidths } from '#components/art/justify.ts'
import { Dot } from '#components/ui/dot.tsx'
import type { Works } from '#components/voting/use-works.ts'
import { WallItem, type WallRound } from './wall-item.tsx'

type WallRowProps = {
  round: WallRound
  layout: HangLayout
  row: HangRow
  numbers: readonly number[]
  ratios: readonly number[]
  works: Works
  /** Works before this place are in the page already. */
  skipped: number
}

type ReservedProps = { number: number; ratio: number; width: string | undefined; picks: boolean }

/** The frame of a work whose record is on its way: as large as it will be. */
function Reserved({ number, ratio, width, picks }: ReservedProps) {
  return (
    <li className="relative" style={{ width }}>
      <div style={{ aspectRatio: ratio }} className="w-full border border-empty" />
      <div className="hang-label" data-acting={picks || undefined}>
        <p className="text-13 text-second">
          <Dot kind="waiting" /> <span className="type-mono">#{number}</span>
        </p>
      </div>
    </li>
  )
}

/** Made once for each work, whatever else of the wall is read meanwhile. */
const Item = memo(function Item({
  width,
  ...item
}: Omit<ComponentProps<typeof WallItem>, 'style'> & { width: string | undefined }) {
  return <WallItem {...item} style={{ width }} />
})

/** The works of one row, those that are not known yet as frames. */
export const WallRow = memo(function WallRow(props: WallRowProps) {
  const { round, layout, row, numbers, ratios, works, skipped } = props
  const widths = rowWidths(ratios, row, layout.step)
  return numbers.slice(row.start, row.end).map((number, at) => {
    const place = row.start + at
    if (place < skipped) return null
    const work = works.of(number)
    const width = widths[at]
    if (!work)
      return (
        <Reserved key={number} number={number} ratio={ratios[place] ?? 1} width={width} picks={round.picks} />
      )
    return <Item key={number} round={round} work={work} place={place + 1} of={numbers.length} width={width} />
  })
})
