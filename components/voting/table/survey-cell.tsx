'use client'

import type { PointerEvent } from 'react'
import { pictureOf } from '#components/art/hung-work.ts'
import { Dot } from '#components/ui/dot.tsx'
import { GripGlyph } from '#components/ui/glyphs.tsx'
import { Img } from '#components/ui/img.tsx'
import type { Mark } from '#components/voting/picks.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import { Stroke } from './grease-stroke.tsx'
import { cellWords } from './table-words.ts'

/** Height of the line under each work. */
export const LABEL = 28

type SurveyCellProps = {
  place: number
  count: number
  number: number
  work: CandidateView | undefined
  mark: Mark
  worth: string | null
  isPoints: boolean
  size: { width: number; height: number }
  current: boolean
  /** Its place counts: it is shown, and is what one drags it by. */
  lift: ((event: PointerEvent) => void) | null
  /** Another work is carried over it. */
  under: boolean
  onPress: () => void
}

/** One of the works that are surveyed, with its standing under it. */
export function SurveyCell(props: SurveyCellProps) {
  const { place, number, work, mark, worth, size, current, lift, under, onPress } = props
  const picture = work && pictureOf(work)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it has the keys
    // biome-ignore lint/a11y/useSemanticElements: works on a table are no table
    <div
      role="gridcell"
      aria-label={cellWords({ ...props, title: work?.title })}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      data-number={number}
      onClick={onPress}
      style={{ width: size.width }}
      className="group flex-none cursor-pointer outline-none"
    >
      <span
        style={{ height: size.height }}
        className={`relative block overflow-hidden bg-raise ${current ? 'outline-2 outline-fg outline-offset-2 group-focus-visible:outline-indigo' : under ? 'outline-2 outline-indigo outline-dashed outline-offset-2' : ''}`}
      >
        {picture && (
          <Img
            src={picture.src}
            srcSet={picture.srcSet}
            sizes={`${Math.round(size.width)}px`}
            alt=""
            draggable={false}
            eager
            className={`size-full ${mark === 'pass' ? 'opacity-[.32]' : ''}`}
          />
        )}
        {mark === 'pass' && <Stroke />}
      </span>
      <span
        aria-hidden="true"
        onPointerDown={lift ?? undefined}
        style={{ height: LABEL }}
        className={`type-mono flex items-center gap-1.5 whitespace-nowrap pt-1 leading-one ${current ? '' : 'text-second'} ${lift ? 'cursor-grab touch-none active:cursor-grabbing' : ''}`}
      >
        {lift && <GripGlyph />}
        {lift && (
          <span
            data-place={place + 1}
            className="font-figure text-15 text-fg before:content-[attr(data-place)]"
          />
        )}
        #{number}
        {mark === 'pick' && <Dot kind="pick" />}
        {worth && <span data-worth={worth} className="text-fg before:content-[attr(data-worth)]" />}
      </span>
    </div>
  )
}
