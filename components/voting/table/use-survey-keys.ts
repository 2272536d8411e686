'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import type { HangRow } from '#components/art/justify.ts'
import type { KeyAct } from './key-map.ts'
import { besideRow } from './survey-rows.ts'

/** Air between two works and two rows. */
export const GAP = 16

type Surveyed = {
  order: readonly number[]
  place: number
  from: number
  to: number
  rows: readonly HangRow[]
  ratios: readonly number[]
}

/** Arrows that follow the rows, Enter, and the focus on the work that is judged. */
export function useSurveyKeys(
  grid: RefObject<HTMLElement | null>,
  { order, place, from, to, rows, ratios }: Surveyed,
  act: (act: KeyAct) => void,
): void {
  // Up and down lead to the row above and below; the table around would take them for a step.
  useEffect(() => {
    const cells = grid.current
    if (!cells) return
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const steps = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (steps !== 0) {
        const beside = besideRow(rows, ratios, { at: place - from, steps, gap: GAP })
        act({ kind: 'to', place: beside === null ? (steps < 0 ? from - 1 : to) : from + beside })
      } else if (event.key === 'Enter') act({ kind: 'view', view: 'one' })
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    cells.addEventListener('keydown', press)
    return () => cells.removeEventListener('keydown', press)
  }, [grid, rows, ratios, place, from, to, act])

  const number = order[place]
  // A cell that changes its row is made anew and loses the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another work or another layout moves the focus
  useLayoutEffect(() => {
    const active = document.activeElement
    const isElsewhere =
      active && active !== document.body && active.id !== 'main' && !grid.current?.contains(active)
    if (!isElsewhere)
      grid.current
        ?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')
        ?.focus({ preventScroll: true })
  }, [number, rows])
}
