'use client'

import { useEffect, useRef } from 'react'
import { Dot } from '#components/ui/dot.tsx'
import { type Mark, markOf, type Picks } from '#components/voting/picks.ts'
import type { Works } from '#components/voting/use-works.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/voting/table/compare.ts'
import type { KeyAct } from './key-map.ts'
import type { Pair } from './looking.ts'
import { Pane } from './pane.tsx'
import { MARK_WORDS } from './table-words.ts'
import { useZoom } from './use-zoom.ts'
import { Tool, ZoomBar } from './zoom-bar.tsx'
import type { Zoom } from './zooming.ts'

type SideProps = {
  side: keyof typeof text.sides
  number: number
  work: CandidateView | undefined
  widest: number
  zoom: Zoom
  mark: Mark
  current: boolean
  face: () => void
}

/** One of the two: it has the focus, or gets it by a touch, and with it the marks. */
function Side({ side, number, work, widest, zoom, mark, current, face }: SideProps) {
  const named = `#${number}${work ? ` ${work.title}` : ''}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: it gathers no fields
    <div
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys act where the focus is
      tabIndex={0}
      aria-label={text.sides[side](named, MARK_WORDS[mark])}
      aria-current={current}
      data-number={number}
      onFocus={face}
      className="flex min-h-0 min-w-0 flex-1 flex-col outline-offset-2"
    >
      <div className="min-h-0 flex-1">{work && <Pane work={work} widest={widest} zoom={zoom} />}</div>
      <p
        className={`mt-1.5 flex h-7 flex-none items-center gap-2 border-t-2 text-13 rail:h-9 ${current ? 'border-fg' : 'border-transparent text-second'}`}
      >
        <Dot kind={mark === 'pick' ? 'pick' : 'candidate'} />
        <span className="type-mono">#{number}</span>
        <span className="type-title min-w-0 truncate text-15">{work?.title}</span>
        {mark === 'pass' && <span>{MARK_WORDS.pass}</span>}
      </p>
    </div>
  )
}

type CompareProps = {
  pair: Pair
  zoom: Zoom
  /** The one of the two that is judged. */
  number: number
  works: Works
  picks: Picks
  off: boolean
  act: (act: KeyAct) => void
}

/** Two works at equal height; what is seen of one is seen of the other. */
export function Compare({ pair, zoom, number, works, picks, off, act }: CompareProps) {
  const panes = useRef<HTMLElement>(null)
  useZoom(panes, zoom, act)
  // The focus stays with the work that is judged, on whichever side it stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair may have it on the other side
  useEffect(() => {
    const isInside = panes.current?.contains(document.activeElement) ?? false
    if (document.activeElement === document.body || isInside || document.activeElement?.id === 'main')
      panes.current?.querySelector<HTMLElement>(`[data-number="${number}"]`)?.focus({ preventScroll: true })
  }, [number, pair])
  const sides = [
    { side: 'kept', number: pair.left },
    { side: 'challenger', number: pair.right },
  ] as const
  const ratios = sides.map((one) => {
    const work = works.of(one.number)
    return work ? work.width / work.height : 1
  })
  return (
    <section
      ref={panes}
      aria-label={text.name}
      className="absolute inset-0 [grid-area:well] flex flex-col overflow-hidden bg-well [container-type:size]"
    >
      <div className="flex min-h-0 flex-1 gap-3 p-3 rail:gap-6 rail:p-6 rail:pb-2 [@container(aspect-ratio<1.15)]:flex-col">
        {sides.map(({ side, number: one }) => (
          <Side
            key={side}
            side={side}
            number={one}
            work={works.of(one)}
            widest={Math.max(...ratios)}
            zoom={zoom}
            mark={markOf(picks, one)}
            current={one === number}
            face={() => act({ kind: 'face', number: one })}
          />
        ))}
      </div>
      <ZoomBar zoom={zoom} off={off} act={act}>
        <Tool
          cap="S"
          shortcut="S"
          label={text.challengerWins}
          off={off}
          onPress={() => act({ kind: 'swap' })}
        />
        <Tool
          cap="→"
          shortcut="ArrowRight"
          label={text.next}
          off={false}
          onPress={() => act({ kind: 'by', steps: 1 })}
        />
        <Tool
          cap="C"
          shortcut="C"
          label={text.oneWork}
          off={off}
          onPress={() => act({ kind: 'view', view: 'one' })}
        />
      </ZoomBar>
    </section>
  )
}
