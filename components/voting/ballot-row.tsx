'use client'

import type { PictureView } from '#components/art/work-frame.tsx'
import { Dot } from '#components/ui/dot.tsx'
import { CrossGlyph } from '#components/ui/glyphs.tsx'
import { Img } from '#components/ui/img.tsx'
import * as text from '#messages/voting/ballot-row.ts'

export type BallotWork = { number: number; title: string; creator: string; picture: PictureView }

type BallotRowProps = {
  work: BallotWork
  takenOff: boolean
  onTakeOff: () => void
  onPutBack: () => void
  /** Why this work cannot be chosen, e.g. it was voided. */
  refused?: string
}

const ACT =
  'inline-flex flex-none cursor-pointer items-center justify-center rounded-control text-13 font-control whitespace-nowrap hover:bg-press min-h-11 min-w-11 band:h-8 band:min-h-8 band:border band:border-edge band:px-3'

/** One chosen work (approval). Taken off it stays, struck, for as long as the page is open. */
export function BallotRow({ work, takenOff, onTakeOff, onPutBack, refused }: BallotRowProps) {
  const kind = refused ? 'refused' : takenOff ? 'candidate' : 'pick'
  return (
    <li className="grid grid-cols-[48px_minmax(0,1fr)_auto] items-center gap-x-3 border-line border-b py-1.5 band:grid-cols-[96px_minmax(0,1fr)_auto] band:gap-x-5 band:py-2">
      <Img
        src={work.picture.src}
        width={work.picture.width}
        height={work.picture.height}
        alt={work.picture.alt}
        className={`size-12 object-contain object-left band:h-[88px] band:w-24 ${takenOff ? 'opacity-35' : ''}`}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-2 text-13 leading-meta band:grid-cols-[auto_minmax(0,1fr)] band:items-baseline">
        <Dot kind={kind} className="max-band:hidden" />
        <p className={`type-title break-words ${takenOff ? 'text-second line-through' : ''}`}>{work.title}</p>
        <p className="text-second band:col-start-2">
          <span className="type-mono mr-2">#{work.number}</span>
          {work.creator}
        </p>
        {refused && <p className="font-figure band:col-start-2">{refused}</p>}
      </div>
      {takenOff ? (
        <button type="button" className={`${ACT} max-band:link`} onClick={onPutBack}>
          {text.putBack}
          <span className="sr-only"> {work.title}</span>
        </button>
      ) : (
        <button type="button" className={ACT} onClick={onTakeOff}>
          <span className="text-second band:hidden">
            <CrossGlyph />
          </span>
          <span className="max-band:sr-only">{text.takeOff}</span>
          <span className="sr-only"> {work.title}</span>
        </button>
      )}
    </li>
  )
}
