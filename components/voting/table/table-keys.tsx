'use client'

import { memo, type ReactNode } from 'react'
import { Dot } from '#components/ui/dot.tsx'
import { ArrowGlyph, UndoGlyph } from '#components/ui/glyphs.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { Mark, Rating } from '#components/voting/picks.ts'
import { KeyButton, RatingKeys } from './key-button.tsx'
import type { KeyAct } from './key-map.ts'
import { changeSettings, type TableSettings } from './use-table-settings.ts'

export type KeysProps = {
  mark: Mark
  rating: Rating | undefined
  /** Whether this round, and this work, can be judged now. */
  open: boolean
  settings: TableSettings
  act: (act: KeyAct) => void
}

/** The keys of the rail: at the bottom, where they do not move. */
export const KeyRail = memo(function KeyRail({ mark, rating, open, settings, act }: KeysProps) {
  const off = !settings.letters
  return (
    <div className="grid max-rail:hidden">
      <KeyButton
        cap="P"
        label="Pick"
        pressed={mark === 'pick'}
        tone="pick"
        off={off}
        disabled={!open}
        onPress={() => act({ kind: 'mark', mark: 'pick' })}
      >
        {mark === 'pick' && <Dot kind="pick" />}
      </KeyButton>
      <KeyButton
        cap="X"
        label="Pass"
        pressed={mark === 'pass'}
        off={off}
        disabled={!open}
        onPress={() => act({ kind: 'mark', mark: 'pass' })}
      />
      <KeyButton
        cap="U"
        label="Unset"
        off={off}
        disabled={!open}
        onPress={() => act({ kind: 'mark', mark: 'unset' })}
      />
      <RatingKeys
        rating={rating}
        off={off}
        disabled={!open}
        onRate={(one) => act({ kind: 'rate', rating: one })}
      />
      <div className="grid grid-cols-2 gap-x-3">
        <KeyButton cap="←" shortcut="ArrowLeft" label="Back" onPress={() => act({ kind: 'by', steps: -1 })} />
        <KeyButton cap="→" shortcut="ArrowRight" label="Next" onPress={() => act({ kind: 'by', steps: 1 })} />
        <KeyButton cap="Z" label="Undo" off={off} disabled={!open} onPress={() => act({ kind: 'undo' })} />
        <KeyButton cap="?" label="Keys" off={off} onPress={() => act({ kind: 'keys' })} />
      </div>
      <Switch
        label="After a mark, go on"
        on={settings.advance}
        onChange={(advance) => changeSettings({ advance })}
      />
      <Switch label="Letter keys" on={settings.letters} onChange={(letters) => changeSettings({ letters })} />
    </div>
  )
})

const THUMB =
  'inline-flex h-16 cursor-pointer items-center justify-center gap-2.5 rounded-control border text-18 font-control aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:text-second'

/** The same acts at the thumb. */
export const ThumbKeys = memo(function ThumbKeys({ mark, rating, open, act }: KeysProps) {
  const rest = 'border-edge hover:bg-press'
  return (
    <div className="grid items-center gap-2 px-5 pt-2 pb-[max(1.25rem,env(safe-area-inset-bottom))] min-[40rem]:grid-cols-2 rail:hidden">
      <RatingKeys rating={rating} disabled={!open} onRate={(one) => act({ kind: 'rate', rating: one })} />
      <div className="grid grid-cols-[1fr_64px_1fr] gap-2">
        <button
          type="button"
          aria-disabled={!open}
          aria-pressed={mark === 'pass'}
          className={`${THUMB} ${mark === 'pass' ? 'border-fg font-figure' : rest}`}
          onClick={() => act({ kind: 'mark', mark: 'pass' })}
        >
          {mark === 'pass' ? 'Passed' : 'Pass'}
        </button>
        <button
          type="button"
          aria-disabled={!open}
          className={`${THUMB} ${rest}`}
          onClick={() => act({ kind: 'undo' })}
        >
          <UndoGlyph />
          <span className="sr-only">Undo</span>
        </button>
        <button
          type="button"
          aria-disabled={!open}
          aria-pressed={mark === 'pick'}
          className={`${THUMB} ${mark === 'pick' ? 'border-indigo font-figure text-indigo' : rest}`}
          onClick={() => act({ kind: 'mark', mark: 'pick' })}
        >
          {mark === 'pick' && <Dot kind="pick" size={14} />}
          {mark === 'pick' ? 'Picked' : 'Pick'}
        </button>
      </div>
    </div>
  )
})

/** On the phone the strip stands between its two steps; with a rail the steps are keys there. */
export function StripSteps({ act, children }: { act: KeysProps['act']; children: ReactNode }) {
  const step = (label: string, to: 'left' | 'right', steps: number) => (
    <button
      type="button"
      onClick={() => act({ kind: 'by', steps })}
      className="grid h-16 cursor-pointer place-items-center self-start mt-3 hover:bg-press rail:hidden"
    >
      <ArrowGlyph to={to} />
      <span className="sr-only">{label}</span>
    </button>
  )
  return (
    <div className="grid h-24 min-w-0 [grid-area:film] grid-cols-[44px_minmax(0,1fr)_44px] rail:h-28 rail:grid-cols-1">
      {step('Work before', 'left', -1)}
      {children}
      {step('Next work', 'right', 1)}
    </div>
  )
}
