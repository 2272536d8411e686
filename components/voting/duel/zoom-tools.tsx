'use client'

import { ArrowGlyph } from '#components/ui/glyphs.tsx'
import * as text from '#messages/voting/duel/zoom-tools.ts'
import type { DuelAct, PanSide } from './duel-keys.ts'
import type { View } from './zoom.ts'

const TOOL = 'grid size-11 cursor-pointer place-items-center text-18 hover:bg-press'
const SIDES: readonly PanSide[] = ['left', 'up', 'down', 'right']

/** Everything that fingers and keys do to an enlarged pair, as buttons; there while it is enlarged. */
export function ZoomTools({ view, act }: { view: View; act: (act: DuelAct) => void }) {
  const tool = (label: string, does: DuelAct, sign: React.ReactNode) => (
    <button key={label} type="button" className={TOOL} onClick={() => act(does)}>
      {sign}
      <span className="sr-only">{label}</span>
    </button>
  )
  return (
    <fieldset className="absolute inset-x-0 bottom-3 mx-auto flex w-fit max-w-full flex-wrap items-center justify-center rounded-control border border-edge bg-ground">
      <legend className="sr-only">{text.enlarged}</legend>
      {tool(text.smaller, { kind: 'zoom', to: 'out' }, '−')}
      <span className="w-14 text-center max-band:w-12 font-figure text-13">
        {Math.round(100 * view.scale)} %
      </span>
      {tool(text.larger, { kind: 'zoom', to: 'in' }, '+')}
      {SIDES.map((to) => tool(text.look[to], { kind: 'pan', to }, <ArrowGlyph to={to} />))}
      <button
        type="button"
        className="min-h-11 cursor-pointer px-3 text-13 max-band:px-2 hover:bg-press"
        onClick={() => act({ kind: 'zoom', to: 'whole' })}
      >
        {text.whole}
      </button>
    </fieldset>
  )
}
