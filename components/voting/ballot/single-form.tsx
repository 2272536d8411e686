'use client'

import * as text from '#messages/voting/ballot/single-form.ts'
import type { FormProps } from './form-props.ts'
import { WorkRow } from './work-row.tsx'

const RING =
  'size-5 flex-none appearance-none rounded-full border-[1.5px] border-fg checked:bg-fg checked:[box-shadow:inset_0_0_0_4px_var(--ground)]'

/** One of the picks counts. */
export function SingleForm({ works, draft, put, onTakeOff }: FormProps) {
  return (
    <fieldset>
      <legend className="sr-only">{text.whatCounts}</legend>
      <ul>
        {works.map((work) => (
          <WorkRow
            key={work.number}
            work={work}
            onTakeOff={onTakeOff}
            control={
              <label className="inline-flex min-h-11 cursor-pointer items-center gap-2.5 text-13 has-checked:font-figure">
                <input
                  type="radio"
                  name="chosen"
                  checked={works.length === 1 || draft.chosen === work.number}
                  onChange={() => put({ ...draft, chosen: work.number })}
                  className={RING}
                />
                <span>
                  {text.thisOne}
                  <span className="sr-only">: {work.title}</span>
                </span>
              </label>
            }
          />
        ))}
      </ul>
    </fieldset>
  )
}
