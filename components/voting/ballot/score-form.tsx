'use client'

import { Button } from '#components/ui/button.tsx'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import * as text from '#messages/voting/ballot/score-form.ts'
import { withValue } from './draft.ts'
import type { FormProps } from './form-props.ts'
import { WorkRow } from './work-row.tsx'

type PointsProps = { work: BallotWork; points: number; most: number; set: (points: number) => void }

/** One to the most points as radio buttons that look like keys: arrows move, Tab goes on to the next work. */
function Points({ work, points, most, set }: PointsProps) {
  return (
    <fieldset className="flex items-center gap-2">
      <legend className="sr-only">{text.pointsFor(work.title)}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-1 max-band:flex-1">
        {Array.from({ length: most }, (_, index) => index + 1).map((one) => (
          <label
            key={one}
            className="grid h-11 min-w-7 cursor-pointer place-items-center rounded-control border border-edge px-1 font-control font-mono text-12 [font-stretch:75%] hover:bg-press has-checked:border-fg has-checked:bg-fg has-checked:text-ground has-focus-visible:outline-2 has-focus-visible:outline-indigo has-focus-visible:outline-offset-2 max-band:text-15 band:min-w-8"
          >
            <input
              type="radio"
              name={`points-${work.number}`}
              value={one}
              checked={points === one}
              onChange={() => set(one)}
              className="sr-only"
            />
            {one}
          </label>
        ))}
      </div>
      <Button kind="link" disabled={points === 0} onClick={() => set(0)}>
        {text.clear}
        <span className="sr-only">{text.clearsPointsOf(work.title)}</span>
      </Button>
    </fieldset>
  )
}

/** So many keys stand beside the title. */
const ROOM_BESIDE = 5

/** Points for each pick; one without points is left off the ballot. */
export function ScoreForm({ works, draft, put, limits, onTakeOff }: FormProps) {
  const most = limits.maxScore ?? 0
  const unset = works.filter(({ number }) => !draft.values.has(number)).length
  return (
    <div>
      <ul>
        {works.map((work) => (
          <WorkRow
            key={work.number}
            work={work}
            isWide={most > ROOM_BESIDE}
            onTakeOff={onTakeOff}
            control={
              <Points
                work={work}
                points={draft.values.get(work.number) ?? 0}
                most={most}
                set={(points) => put(withValue(draft, work.number, points))}
              />
            }
          />
        ))}
      </ul>
      <p role="status" className="mt-3 text-13 text-second">
        {unset === 0 ? text.allSet : text.unset(unset, works.length)}
      </p>
    </div>
  )
}
