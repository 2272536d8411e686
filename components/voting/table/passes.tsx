'use client'

import { memo } from 'react'
import { figure } from '#messages/voting/figure.ts'
import * as text from '#messages/voting/table/passes.ts'
import { PASSES, type Pass } from './pass-order.ts'
import { PASS_LABELS } from './pass-words.ts'

export type PassesProps = {
  counts: Record<Pass, number>
  current: Pass
  begin: (pass: Pass) => void
  /** In the sheet: one under the other, with how many works each has. */
  stacked?: boolean
}

/** The steps from all works to a ballot. */
export const Passes = memo(function Passes({ counts, current, begin, stacked = false }: PassesProps) {
  return (
    <fieldset className={stacked ? 'grid grid-cols-2 gap-2' : 'flex gap-3.5'}>
      <legend className="sr-only">{text.legend}</legend>
      {PASSES.map((pass) => (
        <button
          key={pass}
          type="button"
          aria-pressed={current === pass}
          disabled={counts[pass] === 0}
          onClick={() => begin(pass)}
          className={`cursor-pointer disabled:cursor-not-allowed ${current === pass ? 'font-figure' : 'text-second enabled:hover:text-fg'} ${stacked ? `flex min-h-11 items-center justify-between rounded-control border px-3 text-left disabled:border-line ${current === pass ? 'border-fg' : 'border-edge'}` : 'min-h-6'}`}
        >
          {PASS_LABELS[pass]}
          {stacked && <span className="text-13 text-second">{figure(counts[pass])}</span>}
        </button>
      ))}
    </fieldset>
  )
})
