'use client'

import { useRef } from 'react'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/voting/table/closer.ts'
import type { KeyAct } from './key-map.ts'
import { Pane } from './pane.tsx'
import { useZoom } from './use-zoom.ts'
import { ZoomBar } from './zoom-bar.tsx'
import type { Zoom } from './zooming.ts'

type CloserProps = { work: CandidateView | undefined; zoom: Zoom; off: boolean; act: (act: KeyAct) => void }

/** One work, nearer than it fits; the next one is looked at in the same place. */
export function Closer({ work, zoom, off, act }: CloserProps) {
  const panes = useRef<HTMLElement>(null)
  useZoom(panes, zoom, act)
  return (
    <section
      ref={panes}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys act where the focus is, and here it is at home
      tabIndex={0}
      aria-label={text.name}
      className="absolute inset-0 [grid-area:well] flex flex-col overflow-hidden bg-well outline-offset-[-2px]"
    >
      <div className="min-h-0 flex-1">
        {work && <Pane work={work} widest={work.width / work.height} zoom={zoom} />}
      </div>
      <ZoomBar zoom={zoom} off={off} act={act} />
    </section>
  )
}
