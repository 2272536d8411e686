'use client'

import { type RefObject, startTransition, useLayoutEffect, useMemo, useState } from 'react'
import { type HangLayout, layHang, rowAt } from '#components/art/hang-window.ts'

/** Rows are made for so many windows ahead and behind of where one scrolls, when fewer than so many are left. */
const SPARE = { ahead: 2.5, behind: 0.75, left: 1 }

const rootSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** Lays the works out for the present width of the hang, again whenever it changes. */
export function useHangLayout(
  hang: RefObject<HTMLElement | null>,
  ratios: readonly number[],
  acting: boolean,
): HangLayout | null {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = hang.current
    if (!element) return
    const read = () => setWidth(element.getBoundingClientRect().width)
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [hang])
  return useMemo(
    () => (width > 0 ? layHang(ratios, { width, rem: rootSize(), acting }) : null),
    [ratios, width, acting],
  )
}

export type RowWindow = { first: number; end: number }

type Spare = { above: number; below: number }

const DOWN: Spare = { above: SPARE.behind, below: SPARE.ahead }
const UP: Spare = { above: SPARE.ahead, below: SPARE.behind }
const NEEDED = { down: { above: 0, below: SPARE.left }, up: { above: SPARE.left, below: 0 } }

function rowsAround(layout: HangLayout, top: number, { above, below }: Spare): RowWindow {
  const height = window.innerHeight
  return {
    first: rowAt(layout, -top - above * height),
    end: rowAt(layout, -top + (1 + below) * height) + 1,
  }
}

/** The rows that stand in or near the window. */
export function useRowWindow(hang: RefObject<HTMLElement | null>, layout: HangLayout | null): RowWindow {
  const [rows, setRows] = useState<RowWindow>({ first: 0, end: 0 })
  useLayoutEffect(() => {
    if (!layout) return
    const topNow = () => hang.current?.getBoundingClientRect().top ?? 0
    let before = topNow()
    setRows(rowsAround(layout, before, DOWN))
    const look = () => {
      const top = topNow()
      const isUp = top > before
      before = top
      const needed = rowsAround(layout, top, isUp ? NEEDED.up : NEEDED.down)
      // In slices, so that the page goes on answering while rows are made.
      startTransition(() =>
        setRows((now) =>
          now.first <= needed.first && now.end >= needed.end
            ? now
            : rowsAround(layout, top, isUp ? UP : DOWN),
        ),
      )
    }
    let frame = 0
    const scrolled = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    window.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('resize', scrolled, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', scrolled)
      window.removeEventListener('resize', scrolled)
    }
  }, [hang, layout])
  return rows
}
