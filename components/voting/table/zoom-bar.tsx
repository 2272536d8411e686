'use client'

import type { ReactNode } from 'react'
import * as text from '#messages/voting/table/zoom-bar.ts'
import type { KeyAct } from './key-map.ts'
import { FIT, NEAREST, type Zoom, zoomPercent } from './zooming.ts'

const TOOL =
  'inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-control px-2 text-13 hover:bg-press aria-disabled:cursor-not-allowed aria-disabled:text-second'

const CAP =
  'inline-grid h-[22px] min-w-[22px] place-items-center rounded-control border border-edge px-1 font-control font-mono text-12 leading-one [font-stretch:75%]'

type ToolProps = {
  cap: string
  shortcut: string
  label: string
  /** The cap says it, for the eye. */
  short?: boolean
  off: boolean
  disabled?: boolean
  onPress: () => void
}

/** A key of a view of its own, at the foot of the well. */
export function Tool({ cap, shortcut, label, short = false, off, disabled = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      aria-disabled={disabled}
      aria-keyshortcuts={off ? undefined : shortcut}
      onClick={onPress}
      className={TOOL}
    >
      <span
        aria-hidden="true"
        className={`${CAP} ${short ? '' : 'max-rail:hidden'} ${off ? 'rail:text-second' : ''}`}
      >
        {cap}
      </span>
      <span className={short ? 'sr-only' : ''}>{label}</span>
    </button>
  )
}

type ZoomBarProps = {
  zoom: Zoom
  /** Keys of one character are turned off. */
  off: boolean
  act: (act: KeyAct) => void
  children?: ReactNode
}

/** How near one looks, with a button for each key and gesture. */
export function ZoomBar({ zoom, off, act, children }: ZoomBarProps) {
  const by = (way: 'in' | 'out' | 'fit') => () => act({ kind: 'zoom-by', way })
  const isWhole = zoom.scale === FIT.scale
  return (
    <div className="flex flex-none flex-wrap items-center justify-center gap-x-1 bg-ground px-2 rail:gap-x-3">
      <div className="flex items-center">
        <Tool
          cap="−"
          shortcut="-"
          label={text.further}
          short
          off={off}
          disabled={isWhole}
          onPress={by('out')}
        />
        <span className="type-mono min-w-12 text-center text-12 max-rail:hidden">{zoomPercent(zoom)}</span>
        <Tool
          cap="+"
          shortcut="+"
          label={text.nearer}
          short
          off={off}
          disabled={zoom.scale === NEAREST}
          onPress={by('in')}
        />
        <Tool cap="0" shortcut="0" label={text.fit} off={off} disabled={isWhole} onPress={by('fit')} />
      </div>
      {children}
    </div>
  )
}
