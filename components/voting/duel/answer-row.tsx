'use client'

import { useId } from 'react'
import { Img } from '#components/ui/img.tsx'
import type { Judged } from '#components/voting/ballot/duel-sitting.ts'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import type { DuelAnswer } from '#lib/protocol/pair-queue.ts'
import * as text from '#messages/voting/duel/answer-row.ts'

const CHOICE =
  'grid min-h-11 min-w-11 cursor-pointer place-items-center rounded-control border border-edge px-2 text-13 has-checked:border-fg has-checked:bg-fg has-checked:font-figure has-checked:text-ground has-focus-visible:outline-2 has-focus-visible:outline-indigo has-focus-visible:outline-offset-2 band:min-h-8'

function Thumb({ work, lost }: { work: BallotWork; lost: boolean }) {
  return (
    <Img
      src={work.picture.src}
      width={work.picture.width}
      height={work.picture.height}
      alt={work.picture.alt}
      className={`size-12 object-contain ${lost ? 'opacity-35' : ''}`}
    />
  )
}

type AnswerRowProps = {
  duel: Judged
  /** Counted from 1. */
  place: number
  low: BallotWork
  high: BallotWork
  change: (answer: DuelAnswer) => void
}

/** One duel of the ballot with its answer, which can be another. */
export function AnswerRow({ duel, place, low, high, change }: AnswerRowProps) {
  const group = useId()
  const { answer } = duel
  const choice = (value: DuelAnswer, words: string) => (
    <label className={CHOICE}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={answer === value}
        onChange={() => change(value)}
        className="sr-only"
      />
      {words}
    </label>
  )
  return (
    <li className="border-line border-b py-1.5">
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <legend className="sr-only">{text.duel(place, low, high)}</legend>
        <span aria-hidden="true" className="w-6 text-13 text-second">
          {place}
        </span>
        <div className="flex gap-2">
          <Thumb work={low} lost={answer === 'high' || answer === 'skipped'} />
          <Thumb work={high} lost={answer === 'low' || answer === 'skipped'} />
        </div>
        <div className="flex flex-wrap gap-1.5">
          {choice('low', `#${low.number}`)}
          {choice('high', `#${high.number}`)}
          {choice('tied', text.tie)}
          {choice('skipped', text.skip)}
        </div>
      </fieldset>
    </li>
  )
}
