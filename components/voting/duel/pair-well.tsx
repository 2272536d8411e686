'use client'

import { type CSSProperties, useCallback, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Works } from '#components/voting/use-works.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/voting/duel/pair-well.ts'
import type { DuelAct } from './duel-keys.ts'
import { Plate } from './plate.tsx'
import type { Side, Sides } from './sides.ts'
import { useGestures } from './use-gestures.ts'
import { isWhole, type View, WHOLE } from './zoom.ts'
import { ZoomTools } from './zoom-tools.tsx'

/** Where a record is still on its way: a square. */
const RESERVED = { width: 1024, height: 1024 }
const SIDES: readonly Side[] = ['left', 'right']

type Size = { width: number; height: number }

/**
 * Both works of a pair at the same height, whole, neither above its own pixels; from numbers alone, so nothing moves
 * when a file is here.
 */
function heightOf(pair: readonly Size[]): string {
  const widest = Math.max(...pair.map(({ width, height }) => width / height))
  const most = Math.min(...pair.map(({ height }) => height))
  return `min(var(--half-h) - var(--air-h), (var(--half-w) - var(--air-w)) / ${widest}, ${most}px)`
}

function boxOf(height: string, { width, height: pixels }: Size): CSSProperties {
  return { height, width: `calc(${height} * ${width / pixels})` }
}

/** The frame of a work whose record is still on its way, or could not be read. */
function Reserved({ side, box, again }: { side: Side; box: CSSProperties; again: (() => void) | undefined }) {
  return (
    <div
      className={`absolute size-full max-band:h-1/2 band:w-1/2 ${side === 'left' ? 'top-0 left-0' : 'right-0 bottom-0'}`}
    >
      <div style={box} className="absolute inset-0 m-auto border border-empty p-4 text-15">
        {again && (
          <div className="grid gap-3">
            <p>
              <b>{text.notRead}</b> {text.answersKept}
            </p>
            <p>
              <Button size={44} onClick={again}>
                {text.again}
              </Button>
            </p>
          </div>
        )}
      </div>
    </div>
  )
}

type PairWellProps = {
  sides: Sides
  /** Works of the next pair, whatever is answered. */
  ready: readonly number[]
  works: Works
  /** After the choice: who won, if anybody did, and what they are called. */
  chosen: { winner: number | null } | null
  view: View
  change: (view: View) => void
  act: (act: DuelAct) => void
}

/** The two works alone, on the darkest ground. */
export function PairWell({ sides, ready, works, chosen, view, change, act }: PairWellProps) {
  const well = useRef<HTMLElement>(null)
  const choose = useCallback((side: Side) => act({ kind: 'choose', side }), [act])
  useGestures(well, { view, change, choose })
  const pair = SIDES.map((side) => works.of(sides[side]))
  const height = heightOf(pair.map((work) => work ?? RESERVED))
  const box = useCallback((work: Size) => boxOf(height, work), [height])
  const plate = (work: CandidateView, at: Side | 'ready') => (
    <Plate
      key={work.number}
      work={work}
      at={at}
      box={box}
      view={at === 'ready' ? WHOLE : view}
      won={at !== 'ready' && chosen?.winner === work.number}
      named={at !== 'ready' && chosen !== null}
    />
  )
  const shown = SIDES.map((side, index) => {
    const work = pair[index]
    const reserved = { side, box: boxOf(height, RESERVED), again: works.again }
    return work ? plate(work, side) : <Reserved key={side} {...reserved} />
  })
  const waiting = ready.flatMap((number) => works.of(number) ?? []).map((work) => plate(work, 'ready'))
  return (
    <section
      ref={well}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act where the focus is, and here it is at home
      tabIndex={0}
      aria-label={text.thePair}
      className={`absolute inset-0 touch-none overflow-hidden bg-well outline-offset-[-2px] [--air-h:24px] [--air-w:24px] [--half-h:50cqh] [--half-w:100cqw] [container-type:size] band:[--air-h:72px] band:[--air-w:40px] band:[--half-h:100cqh] band:[--half-w:50cqw] ${isWhole(view) ? 'cursor-pointer' : 'cursor-grab'}`}
    >
      {/* In one list: a work keeps its element, decoded as it is, when its turn comes. */}
      {[...shown, ...waiting]}
      <i aria-hidden="true" className="absolute inset-y-0 left-1/2 w-px bg-raise max-band:hidden" />
      {!isWhole(view) && <ZoomTools view={view} act={act} />}
    </section>
  )
}
