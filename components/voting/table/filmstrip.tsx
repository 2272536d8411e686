'use client'

import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Dot } from '#components/ui/dot.tsx'
import { Img } from '#components/ui/img.tsx'
import { type Mark, markOf } from '#components/voting/picks.ts'
import type { Works } from '#components/voting/use-works.ts'
import * as text from '#messages/voting/table/filmstrip.ts'
import type { Decisions } from './decisions.ts'
import { worthOf } from './digit-keys.ts'
import { FILM_HEIGHT, filmLefts, filmWindow } from './film-window.ts'
import { Stroke } from './grease-stroke.tsx'
import { cellWords } from './table-words.ts'
import { useSettled } from './use-settled.ts'

/** What a first page shows before the width of the window is known. */
const FIRST_WIDTH = 640
/** The current work stands at two fifths of the strip. */
const AT = 0.4
/** A work more on either side, so that the next step finds its picture loaded. */
const SPARE = 160

function useWindowWidth(): number {
  const [width, setWidth] = useState(FIRST_WIDTH)
  useEffect(() => {
    const read = () => setWidth(window.innerWidth)
    read()
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [])
  return width
}

type CellProps = {
  place: number
  count: number
  x: number
  width: number
  number: number
  title: string | undefined
  src: string | undefined
  mark: Mark
  worth: string | null
  isPoints: boolean
  current: boolean
  show: (place: number) => void
}

/** Keeps its place in the row, which moves: at a key only the cell that is left and the one that is reached change. */
const Cell = memo(function Cell(props: CellProps) {
  const { place, x, width, number, src, mark, worth, current, show } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table around it has the keys
    // biome-ignore lint/a11y/useSemanticElements: a strip laid out by numbers is no table
    <div
      role="gridcell"
      aria-colindex={place + 1}
      aria-label={cellWords(props)}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      onClick={() => show(place)}
      style={{ width, left: x }}
      className="absolute top-3 h-[88px] cursor-pointer outline-none"
    >
      <span
        style={{ height: FILM_HEIGHT }}
        className={`relative block overflow-hidden bg-raise ${current ? 'outline-2 outline-fg outline-offset-2 [[role=gridcell]:focus-visible>&]:outline-indigo' : ''}`}
      >
        {src && (
          <Img
            src={src}
            alt=""
            className={`size-full object-cover ${mark === 'pass' ? 'opacity-[.32]' : ''}`}
          />
        )}
        {mark === 'pass' && <Stroke />}
      </span>
      <span
        aria-hidden="true"
        className={`type-mono mt-2 flex items-center gap-1.5 leading-one ${current ? '' : 'text-second'}`}
      >
        {number}
        {mark === 'pick' && <Dot kind="pick" />}
        {worth && (
          // Drawn, not written: the cell's name says it in words.
          <span data-worth={worth} className="text-fg before:content-[attr(data-worth)]" />
        )}
      </span>
    </div>
  )
})

type FilmstripProps = {
  order: readonly number[]
  place: number
  decisions: Decisions
  maxScore: number | null
  works: Works
  show: (place: number) => void
}

/** The works of the pass in one row, only those in sight in the page; the current one takes the focus. */
export function Filmstrip({ order, place, decisions, maxScore, works, show }: FilmstripProps) {
  const grid = useRef<HTMLDivElement>(null)
  const width = useWindowWidth()
  const lefts = useMemo(
    () =>
      filmLefts(order.length, (at) => {
        const work = works.of(order[at] ?? 0)
        return work && work.width / work.height
      }),
    [order, works],
  )
  const cells = filmWindow(lefts, useSettled(place), {
    before: width * AT + SPARE,
    after: width * (1 - AT) + SPARE,
  })
  // A cell that leaves the strip takes the focus with it: what counts is where it was before.
  const held = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what moves the focus
  useLayoutEffect(() => {
    if (held.current)
      grid.current
        ?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')
        ?.focus({ preventScroll: true })
  }, [place, order])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a strip laid out by numbers is no table
    <div
      ref={grid}
      role="grid"
      aria-label={text.name}
      aria-colcount={order.length}
      onFocus={() => {
        held.current = true
      }}
      onBlur={({ relatedTarget }) => {
        held.current = grid.current?.contains(relatedTarget) ?? false
      }}
      className="relative h-full overflow-hidden"
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time */}
      {/* biome-ignore lint/a11y/useSemanticElements: a strip laid out by numbers is no table */}
      <div
        role="row"
        style={{ transform: `translateX(${-(lefts[place] ?? 0)}px)` }}
        className="absolute left-[40%] will-change-transform"
      >
        {cells.map(({ place: at, x, width: wide }) => {
          const number = order[at] ?? 0
          const work = works.of(number)
          return (
            <Cell
              key={number}
              place={at}
              count={order.length}
              x={x}
              width={wide}
              number={number}
              title={work?.title}
              src={work?.thumb.src320}
              mark={markOf(decisions.picks, number)}
              worth={worthOf(number, decisions, maxScore)}
              isPoints={maxScore !== null}
              current={at === place}
              show={show}
            />
          )
        })}
      </div>
    </div>
  )
}
