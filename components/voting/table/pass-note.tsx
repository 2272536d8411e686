'use client'

import { memo } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import type { Pass } from './pass-order.ts'
import { nextSittingLabel, ONWARD_LABELS, type Onward } from './pass-words.ts'

type PassNoteProps = {
  slug: string
  /** What must be known first, instead of all else. */
  pressing: string | null
  purpose: string
  /** Set once the pass is finished. */
  onward: Onward | null
  /** On the phone a purpose stands over the work, until one has acted. */
  fresh: boolean
  begin: (pass: Pass) => void
}

/** The sentence on the page: what presses, or what the pass is for, or what it came to and what comes next. */
export const PassNote = memo(function PassNote(props: PassNoteProps) {
  const { slug, pressing, purpose, onward, fresh, begin } = props
  const isQuiet = !pressing && !onward && !fresh
  return (
    <div
      className={`px-5 py-2.5 text-13 max-rail:z-1 max-rail:self-end max-rail:bg-ground max-rail:[grid-area:well] max-rail:items-center max-rail:justify-between max-rail:gap-4 rail:py-4 rail:pr-4 rail:[grid-area:words] ${isQuiet ? 'max-rail:hidden' : 'max-rail:flex'}`}
    >
      <p className={pressing || onward ? '' : 'rail:text-second'}>{pressing ?? onward?.words ?? purpose}</p>
      {!pressing && onward && (
        <p className="flex flex-wrap gap-2 max-rail:justify-end rail:mt-2.5 rail:flex-col rail:items-start">
          {onward.next === 'ballot' ? (
            <ButtonLink kind="main" size={40} href={`/rounds/${slug}/ballot`}>
              {ONWARD_LABELS.ballot}
            </ButtonLink>
          ) : (
            <PassButton pass={onward.next} begin={begin} />
          )}
          {onward.more > 0 && (
            <Button size={40} onClick={() => begin('reject')}>
              {nextSittingLabel(onward.more)}
            </Button>
          )}
        </p>
      )}
    </div>
  )
})

function PassButton({ pass, begin }: { pass: Pass; begin: (pass: Pass) => void }) {
  return (
    <Button kind="main" size={40} onClick={() => begin(pass)}>
      {ONWARD_LABELS[pass]}
    </Button>
  )
}
