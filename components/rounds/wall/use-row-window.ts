'use client'

import { type RefObject, startTransition, useLayoutEffect, useMemo, useState } from 'react'
import { type HangLayout, layHang, rowAt } from '#components/art/hang-window.ts'

/** Rows are in the page so many windows before and behind it, and made anew when fewer than so many are left. */
const SPARE = { made: 1.25, left: 0.5 }

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

function rowsAround(layout: HangLayout, top: number, spare: number): RowWindow {
  const height = window.innerHeight
  const from = -top - spare * height
  const to = -top + (1 + spare) * height
  return { first: rowAt(layout, from), end: rowAt(layout, to) + 1 }
}

/** The rows that stand in or near the window. */
export function useRowWindow(hang: RefObject<HTMLElement | null>, layout: HangLayout | null): RowWindow {
  const [rows, setRows] = useState<RowWindow>({ first: 0, end: 0 })
  useLayoutEffect(() => {
    if (!layout) return
    const look = () => {
      const top = hang.current?.getBoundingClientRect().top ?? 0
      const needed = rowsAround(layout, top, SPARE.left)
      // In slices, so that the page goes on answering while rows are made.
      startTransition(() =>
        setRows((now) =>
          now.first <= needed.first && now.end >= needed.end ? now : rowsAround(layout, top, SPARE.made),
        ),
      )
    }
    const top = hang.current?.getBoundingClientRect().top ?? 0
    setRows(rowsAround(layout, top, SPARE.made))
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
