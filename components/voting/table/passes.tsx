'use client'

import { memo } from 'react'
import type { Picks } from '#components/voting/picks.ts'
import { figure, orderOf, passCounts, type Show } from './table-words.ts'

const LABELS: readonly [show: Show, label: string][] = [
  ['all', 'All'],
  ['unset', 'Unset'],
  ['picked', 'Picked'],
  ['rated', 'Rated'],
]

export type PassesProps = {
  count: number
  picks: Picks
  current: Show
  onPass: (show: Show, order: readonly number[]) => void
  stacked?: boolean
}

/** Which works one goes through. The pass is fixed when it begins, so nothing slips away under a mark. */
export const Passes = memo(function Passes(props: PassesProps) {
  const { count, picks, current, onPass, stacked = false } = props
  const counts = passCounts(count, picks)
  return (
    <fieldset className={stacked ? 'grid grid-cols-2 gap-2' : 'flex gap-3.5'}>
      <legend className="sr-only">Works to go through</legend>
      {LABELS.map(([show, label]) => (
        <button
          key={show}
          type="button"
          aria-pressed={current === show}
          disabled={counts[show] === 0}
          onClick={() => onPass(show, orderOf(show, count, picks))}
          className={`cursor-pointer disabled:cursor-not-allowed ${current === show ? 'font-figure' : 'text-second enabled:hover:text-fg'} ${stacked ? 'min-h-11 rounded-control border border-edge px-3 text-left disabled:border-line' : 'min-h-6'}`}
        >
          {label} {figure(counts[show])}
        </button>
      ))}
    </fieldset>
  )
})
