'use client'

import {
  type CSSProperties,
  memo,
  type SyntheticEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { copyWidth } from '#components/art/copy-width.ts'
import { pictureOf } from '#components/art/hung-work.ts'
import { Button } from '#components/ui/button.tsx'
import { Img } from '#components/ui/img.tsx'
import type { Works } from '#components/voting/use-works.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/voting/table/well.ts'
import { numberAt } from './judging.ts'
import type { KeyAct } from './key-map.ts'
import { useGestures } from './use-gestures.ts'
import { useSettled } from './use-settled.ts'

/** How long one looks at a work before its full picture is fetched: who hurries on never pays for it. */
const DWELL_MS = 300

/** Whole, centred, never above its own pixels; from numbers, so nothing moves when the file is here. */
function placeOf({ width, height }: { width: number; height: number }): CSSProperties {
  const ratio = width / height
  return {
    width: `min(100cqw - var(--air), (100cqh - var(--air)) * ${ratio}, ${width}px)`,
    height: `min(100cqh - var(--air), (100cqw - var(--air)) / ${ratio}, ${height}px)`,
  }
}

/** The full picture over its rendition, where the window has more pixels than that has. */
function Sharp({ work, setSharp }: { work: CandidateView; setSharp: (sharp: boolean) => void }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), DWELL_MS)
    return () => {
      clearTimeout(timer)
      setSharp(false)
    }
  }, [setSharp])
  if (!due) return null
  const { src640 } = work.thumb
  const shown = `min(100vw - 296px, (100vh - 200px) * ${work.width / work.height}, ${work.width}px)`
  const show = async ({ currentTarget }: SyntheticEvent<HTMLImageElement>) => {
    // A picture that cannot be decoded stays hidden: its rendition is on the wall already.
    const decoded = await currentTarget.decode().then(
      () => true,
      () => false,
    )
    if (decoded) setSharp(true)
  }
  return (
    <picture>
      <source media="(width < 68.75rem)" srcSet={src640} />
      <Img
        src={work.src}
        srcSet={`${src640} ${copyWidth(640, work)}w, ${work.src} ${work.width}w`}
        sizes={shown}
        alt=""
        eager
        className="absolute inset-0 size-full"
        onLoad={show}
      />
    </picture>
  )
}

function Missing({ number, onAgain }: { number: number; onAgain: () => void }) {
  return (
    <div className="flex size-full flex-col justify-between gap-3 overflow-auto border border-edge p-4 text-15">
      <p>
        <b>{text.pictureUnread}</b>
        {text.stillInRound(number)}
      </p>
      <p>
        <Button
          size={44}
          onClick={(event) => {
            // The button goes with the frame: the focus stays on the table, where the keys are.
            event.currentTarget.closest<HTMLElement>('[tabindex="0"]')?.focus()
            onAgain()
          }}
        >
          {text.tryAgain}
        </Button>
      </p>
    </div>
  )
}

type LayerProps = { work: CandidateView; shown: boolean; lifted: boolean }

/**
 * One picture of the well. Neighbours stand ready under the shown one, loaded and decoded, so that the next
 * is a change of visibility and nothing else.
 */
const Layer = memo(function Layer({ work, shown, lifted }: LayerProps) {
  const [failed, setFailed] = useState(false)
  const [sharp, setSharp] = useState(false)
  const [tries, setTries] = useState(0)
  const image = useRef<HTMLImageElement>(null)
  const picture = useMemo(() => pictureOf(work), [work])
  // Its full picture comes, and goes, when the next one is painted.
  const settled = useDeferredValue(shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try is a new element
  useEffect(() => {
    const element = image.current
    // Errors before hydration are told to nobody: the element still knows.
    if (element?.complete && element.naturalWidth === 0) setFailed(true)
    else element?.decode().catch(() => {})
  }, [tries])
  const again = () => {
    setFailed(false)
    setTries((count) => count + 1)
  }
  const background = failed || sharp ? {} : { backgroundImage: picture.placeholder }
  return (
    <div
      aria-hidden={!shown}
      data-shown={shown || undefined}
      style={{ ...placeOf(work), ...background }}
      className={`absolute inset-0 m-auto overflow-hidden duration-(--duration-fast) ease-verso motion-safe:transition-transform ${shown ? '' : 'invisible'} ${lifted ? '-translate-y-1.5' : ''}`}
    >
      {failed ? (
        <Missing number={work.number ?? 0} onAgain={again} />
      ) : (
        <>
          <Img
            key={tries}
            ref={image}
            src={picture.src}
            width={picture.width}
            height={picture.height}
            alt={picture.alt}
            eager
            decoding="sync"
            fetchPriority={shown ? 'high' : 'auto'}
            onError={() => setFailed(true)}
            className={`size-full ${sharp ? 'opacity-0' : ''}`}
          />
          {settled && <Sharp work={work} setSharp={setSharp} />}
        </>
      )}
    </div>
  )
})

/** The frame of a work whose record is still on its way. */
function Reserved({ number, again }: { number: number; again?: (() => void) | undefined }) {
  return (
    <div
      style={placeOf({ width: 1024, height: 1024 })}
      className="absolute inset-0 m-auto flex flex-col justify-between border border-empty p-4 text-15"
    >
      {again && (
        <>
          <p>
            <b>{text.workUnread(number)}</b>
            {text.picksKept}
          </p>
          <p>
            <Button size={44} onClick={again}>
              {text.tryAgain}
            </Button>
          </p>
        </>
      )}
    </div>
  )
}

/** Works that stand ready around the shown one, in steps from it. */
const READY = [-1, 0, 1, 2, 3]

type WellProps = {
  order: readonly number[]
  place: number
  works: Works
  /** A picked work stands 6 px higher. */
  picked: boolean
  act: (act: KeyAct) => void
}

/** The picture alone, on the darkest ground. */
export function Well({ order, place, works, picked, act }: WellProps) {
  const well = useRef<HTMLElement>(null)
  useGestures(well, act)
  const number = numberAt({ order, place })
  const settled = useSettled(place)
  const near = READY.flatMap((step) => order[settled + step] ?? [])
  const shown = works.of(number)
  return (
    <section
      ref={well}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act where the focus is, and here it is at home
      tabIndex={0}
      aria-label={text.name}
      // Out of the flow: in it, every picture would be laid out anew whenever a word of the table changes.
      className="absolute inset-0 [grid-area:well] overflow-hidden bg-well outline-offset-[-2px] [--air:24px] [container-type:size] rail:[--air:48px]"
    >
      {near.map((one) => {
        const work = works.of(one)
        return (
          work && <Layer key={one} work={work} shown={work === shown} lifted={picked && work === shown} />
        )
      })}
      {!shown && <Reserved number={number} again={works.again} />}
    </section>
  )
}
