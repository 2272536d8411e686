'use client'

import type { ReactNode } from 'react'
import { CrossGlyph } from '#components/ui/glyphs.tsx'
import { Img } from '#components/ui/img.tsx'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import * as text from '#messages/voting/ballot/work-row.ts'

export type RowActs = { onTakeOff: (number: number) => void }

type WorkRowProps = RowActs & {
  work: BallotWork
  /** Before the picture: the place of a ranked work. */
  lead?: ReactNode
  /** What this method asks of the work; on the phone it stands under the title. */
  control: ReactNode
  className?: string
  /** The control needs a line of its own everywhere. */
  isWide?: boolean
}

/** One work on a ballot that asks something of it. */
export function WorkRow({ work, lead, control, onTakeOff, className = '', isWide = false }: WorkRowProps) {
  const rest = isWide
    ? 'band:grid-cols-[64px_minmax(0,1fr)_44px]'
    : 'band:grid-cols-[64px_minmax(0,1fr)_auto_44px]'
  // On the phone a control stands under the title, across the row where nothing stands before it.
  const below = lead
    ? 'max-band:order-last max-band:col-span-2 max-band:col-start-3'
    : 'max-band:order-last max-band:col-span-full'
  const columns = lead
    ? 'grid-cols-[40px_48px_minmax(0,1fr)_44px] band:grid-cols-[40px_64px_minmax(0,1fr)_auto_44px]'
    : `grid-cols-[48px_minmax(0,1fr)_44px] ${rest}`
  return (
    <li
      data-number={work.number}
      className={`grid items-center gap-x-3 gap-y-1.5 border-line border-b bg-ground py-2 ${columns} ${className}`}
    >
      {lead}
      <Img
        src={work.picture.src}
        width={work.picture.width}
        height={work.picture.height}
        alt={work.picture.alt}
        className="size-12 object-contain object-left band:size-16"
      />
      <div className="min-w-0 text-13 leading-meta">
        <p className="type-title break-words">{work.title}</p>
        <p className="text-second">
          <span className="type-mono mr-2">#{work.number}</span>
          {work.creator}
        </p>
      </div>
      <div className={isWide ? 'order-last col-span-full' : below}>{control}</div>
      <button
        type="button"
        className="grid size-11 cursor-pointer place-items-center rounded-control text-second hover:bg-press"
        onClick={() => onTakeOff(work.number)}
      >
        <CrossGlyph />
        <span className="sr-only">{text.takeOff(work.title)}</span>
      </button>
    </li>
  )
}
