'use client'

import { type CSSProperties, memo, useEffect, useMemo, useRef, useState } from 'react'
import { pictureOf } from '#components/art/hung-work.ts'
import { Button } from '#components/ui/button.tsx'
import { Img } from '#components/ui/img.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/voting/duel/plate.ts'
import type { Side } from './sides.ts'
import { isWhole, type View } from './zoom.ts'

/** How long one looks at a work before its full picture is fetched: who hurries on never pays for it. */
const DWELL_MS = 300
/** Windows in which a rendition is drawn larger than it is. */
const LARGE = '(width >= 68.75rem)'

/** The full picture in place of its rendition: where it is looked at, once it can be drawn at once. */
function useFullPicture(src: string, wanted: boolean): boolean {
  const [full, setFull] = useState(false)
  useEffect(() => {
    if (!wanted) return
    let current = true
    const timer = setTimeout(() => {
      const image = new Image()
      image.src = src
      image.decode().then(
        () => current && setFull(true),
        // One that cannot be decoded stays away: its rendition is there already.
        () => {},
      )
    }, DWELL_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [src, wanted])
  return full
}

const AT: Record<Side | 'ready', string> = {
  left: 'top-0 left-0',
  right: 'right-0 bottom-0',
  ready: 'invisible top-0 left-0',
}

function Missing({ onAgain }: { onAgain: () => void }) {
  return (
    <div className="flex size-full flex-col justify-between gap-3 overflow-auto border border-edge p-4 text-15">
      <p>
        <b>{text.notRead}</b> {text.judgeAllTheSame}
      </p>
      <p>
        <Button
          size={44}
          onClick={(event) => {
            // The button goes with the frame: the focus stays where the keys are.
            event.currentTarget.closest<HTMLElement>('[tabindex="0"]')?.focus()
            onAgain()
          }}
        >
          {text.again}
        </Button>
      </p>
    </div>
  )
}

type PlateProps = {
  work: CandidateView
  /** Where it stands; `ready` is loaded and decoded for a pair to come. */
  at: Side | 'ready'
  /** The same height for both works of a pair. */
  box: (work: { width: number; height: number }) => CSSProperties
  view: View
  won: boolean
  /** Title and name, after the choice. */
  named: boolean
}

/** One work of the pair, whole, on its half of the well; or one that waits unseen. */
export const Plate = memo(function Plate({ work, at, box, view, won, named }: PlateProps) {
  const [failed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const image = useRef<HTMLImageElement>(null)
  const picture = useMemo(() => pictureOf(work), [work])
  const shown = at !== 'ready'
  const full = useFullPicture(work.src, shown && (!isWhole(view) || window.matchMedia(LARGE).matches))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try is a new element
  useEffect(() => {
    image.current?.decode().catch(() => {})
  }, [tries])
  const moved = `translate(${100 * view.x}%, ${100 * view.y}%) scale(${view.scale})`
  return (
    <div
      aria-hidden={!shown}
      {...(shown && { 'data-side': at })}
      className={`absolute size-full overflow-hidden max-band:h-1/2 band:w-1/2 ${AT[at]}`}
    >
      <div
        data-frame={work.number}
        style={{ ...box(work), backgroundImage: failed ? undefined : picture.placeholder }}
        className={`absolute inset-0 m-auto ${won ? 'outline-2 outline-indigo outline-offset-4' : ''} ${isWhole(view) ? '' : 'bg-none'}`}
      >
        {failed ? (
          <Missing
            onAgain={() => {
              setFailed(false)
              setTries((count) => count + 1)
            }}
          />
        ) : (
          <Img
            key={tries}
            ref={image}
            src={full ? work.src : picture.src}
            width={picture.width}
            height={picture.height}
            alt={picture.alt}
            eager
            draggable={false}
            decoding="sync"
            fetchPriority={shown ? 'high' : 'auto'}
            onError={() => setFailed(true)}
            style={isWhole(view) ? undefined : { transform: moved }}
            className="size-full select-none"
          />
        )}
        {named && (
          <p className="absolute left-0 flex max-w-full items-baseline gap-x-2 bg-well text-13 max-band:bottom-0 max-band:flex-wrap max-band:px-2 max-band:py-1 band:top-full band:mt-1.5 band:whitespace-nowrap band:pt-0.5">
            <span className="type-title min-w-0 truncate max-band:w-full max-band:text-15">{work.title}</span>
            <span className="type-mono text-second">#{work.number}</span>
            <span className="min-w-0 truncate text-second">{work.creatorName}</span>
          </p>
        )}
      </div>
    </div>
  )
})
