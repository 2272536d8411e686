'use client'

import type { CSSProperties } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import * as text from '#messages/voting/ballot/weighted-form.ts'
import { BalanceBar } from './balance-bar.tsx'
import { withValue } from './draft.ts'
import { evenShares, WHOLE } from './filled-ballot.ts'
import type { FormProps } from './form-props.ts'
import { WorkRow } from './work-row.tsx'

const shareOf = (typed: string) => Math.min(WHOLE, Number(typed.replace(/\D/g, '').slice(-3)))

function Share({ work, value, set }: { work: BallotWork; value: number; set: (value: number) => void }) {
  return (
    <div className="flex items-center gap-3 max-band:w-full">
      <input
        type="range"
        min={0}
        max={WHOLE}
        value={value}
        aria-label={text.shareOf(work.title)}
        onChange={(event) => set(event.target.valueAsNumber)}
        style={{ '--share': `${value}%` } as CSSProperties}
        className="share-slider max-band:flex-1 band:w-28"
      />
      <input
        type="text"
        inputMode="numeric"
        value={value}
        aria-label={text.shareInFigures(work.title)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(shareOf(event.target.value))}
        className="h-11 w-14 rounded-control border border-edge bg-ground px-2 text-right font-control text-15"
      />
    </div>
  )
}

function restWords(shared: number): string {
  if (shared === WHOLE) return text.nothingLeft
  return shared < WHOLE ? text.left(WHOLE - shared) : text.tooMany(shared - WHOLE)
}

/** A hundred hundredths of the voter's power, shared out among the picks. */
export function WeightedForm({ works, draft, put, onTakeOff }: FormProps) {
  const parts = works.map(({ number }) => draft.values.get(number) ?? 0)
  const shared = parts.reduce((sum, part) => sum + part, 0)
  return (
    <div>
      <ul>
        {works.map((work, index) => (
          <WorkRow
            key={work.number}
            work={work}
            onTakeOff={onTakeOff}
            control={
              <Share
                work={work}
                value={parts[index] ?? 0}
                set={(value) => put(withValue(draft, work.number, value))}
              />
            }
          />
        ))}
      </ul>
      <BalanceBar
        parts={parts}
        budget={WHOLE}
        text={text.sharedOf(shared, WHOLE)}
        aside={restWords(shared)}
      />
      <div className="mt-3">
        <Button
          size={32}
          onClick={() => put({ ...draft, values: evenShares(works.map(({ number }) => number)) })}
        >
          {text.splitEvenly}
        </Button>
      </div>
    </div>
  )
}
