'use client'

import { memo, type ReactNode } from 'react'
import { Dot } from '#components/ui/dot.tsx'
import { ArrowGlyph, UndoGlyph } from '#components/ui/glyphs.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { Mark, Rating } from '#components/voting/picks.ts'
import * as text from '#messages/voting/table/table-keys.ts'
import type { DigitKeys } from './digit-keys.ts'
import { DigitRow, KeyButton } from './key-button.tsx'
import type { KeyAct } from './key-map.ts'
import type { View } from './looking.ts'
import { changeSettings, type TableSettings } from './use-table-settings.ts'

export type KeysProps = {
  mark: Mark
  /** The row of five keys, and which of them the work has. */
  digits: Omit<DigitKeys, 'pressed'>
  digit: Rating | undefined
  /** Whether this round, and this work, can be judged now. */
  open: boolean
  /** The order of the works is the ballot's, and can be changed. */
  placing: boolean
  view: View
  settings: TableSettings
  act: (act: KeyAct) => void
}

type RailPartProps = Pick<KeysProps, 'act'> & { off: boolean }
type MarksProps = Pick<KeysProps, 'mark' | 'digits' | 'digit' | 'open'> & RailPartProps

const PAIR = 'grid grid-cols-2 gap-x-3'

/** What a mark changes: three marks, the way back from them, and the five keys. */
function Marks({ mark, digits, digit, open, off, act }: MarksProps) {
  const put = (wanted: Mark) => () => act({ kind: 'mark', mark: wanted })
  const given = { off, disabled: !open }
  return (
    <>
      <KeyButton
        {...given}
        cap="P"
        label={text.pick}
        pressed={mark === 'pick'}
        tone="pick"
        onPress={put('pick')}
      >
        {mark === 'pick' && <Dot kind="pick" />}
      </KeyButton>
      <KeyButton {...given} cap="X" label={text.pass} pressed={mark === 'pass'} onPress={put('pass')} />
      <div className={PAIR}>
        <KeyButton {...given} cap="U" label={text.unset} onPress={put('unset')} />
        <KeyButton {...given} cap="Z" label={text.undo} onPress={() => act({ kind: 'undo' })} />
      </div>
      <DigitRow
        {...digits}
        {...given}
        pressed={digit}
        onPress={(one) => act({ kind: 'digit', digit: one })}
      />
    </>
  )
}

/** The ways to look, and the ways on. */
const Looks = memo(function Looks({ view, off, act }: RailPartProps & { view: View }) {
  const change = (to: 'compare' | 'survey') => () => act({ kind: 'view', view: to })
  return (
    <div className={PAIR}>
      <KeyButton
        cap="C"
        label={text.compare}
        pressed={view === 'compare'}
        off={off}
        onPress={change('compare')}
      />
      <KeyButton
        cap="N"
        label={text.survey}
        pressed={view === 'survey'}
        off={off}
        onPress={change('survey')}
      />
      <KeyButton cap="+" label={text.closer} off={off} onPress={() => act({ kind: 'zoom-by', way: 'in' })} />
      <KeyButton cap="?" label={text.keys} off={off} onPress={() => act({ kind: 'keys' })} />
      <KeyButton
        cap="←"
        shortcut="ArrowLeft"
        label={text.back}
        onPress={() => act({ kind: 'by', steps: -1 })}
      />
      <KeyButton
        cap="→"
        shortcut="ArrowRight"
        label={text.next}
        onPress={() => act({ kind: 'by', steps: 1 })}
      />
    </div>
  )
})

const Settings = memo(function Settings({ advance, letters }: TableSettings) {
  return (
    <>
      <Switch label={text.goOn} on={advance} onChange={(on) => changeSettings({ advance: on })} />
      <Switch label={text.letterKeys} on={letters} onChange={(on) => changeSettings({ letters: on })} />
    </>
  )
})

/** The keys of the rail: at the bottom, where they do not move. */
export const KeyRail = memo(function KeyRail({ view, placing, settings, ...marks }: KeysProps) {
  const { open, act } = marks
  const off = !settings.letters
  const shift = (steps: number) => () => act({ kind: 'shift', steps })
  return (
    // With a mouse the rows may be lower, where the window is.
    <div className="grid max-rail:hidden [@media(height<54rem)_and_(pointer:fine)]:[&_button]:min-h-9">
      {placing && (
        <div className={PAIR}>
          <KeyButton
            cap="Alt ←"
            shortcut="Alt+ArrowLeft"
            label={text.earlier}
            disabled={!open}
            onPress={shift(-1)}
          />
          <KeyButton
            cap="Alt →"
            shortcut="Alt+ArrowRight"
            label={text.later}
            disabled={!open}
            onPress={shift(1)}
          />
        </div>
      )}
      <Marks {...marks} off={off} />
      <Looks view={view} off={off} act={act} />
      <Settings {...settings} />
    </div>
  )
})

const THUMB =
  'inline-flex h-16 cursor-pointer items-center justify-center gap-2.5 rounded-control border text-18 font-control aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:text-second'
const RESTING = 'border-edge hover:bg-press'

/** In the order of a ballot the thumb moves the work instead of giving it a figure. */
function ThumbShifts({ open, act }: Pick<KeysProps, 'open' | 'act'>) {
  const shift = (label: string, to: 'left' | 'right', steps: number) => (
    <button
      type="button"
      aria-disabled={!open}
      onClick={() => act({ kind: 'shift', steps })}
      className="inline-flex min-h-11 cursor-pointer items-center justify-center gap-2.5 rounded-control border border-edge text-15 hover:bg-press aria-disabled:text-second"
    >
      {to === 'left' && <ArrowGlyph to={to} />}
      {label}
      {to === 'right' && <ArrowGlyph to={to} />}
    </button>
  )
  return (
    <div className="grid grid-cols-2 gap-2">
      {shift(text.earlier, 'left', -1)}
      {shift(text.later, 'right', 1)}
    </div>
  )
}

/** The same acts at the thumb. */
export const ThumbKeys = memo(function ThumbKeys({ mark, digits, digit, open, placing, act }: KeysProps) {
  return (
    <div className="grid items-center gap-2 px-5 pt-2 pb-[max(1.25rem,env(safe-area-inset-bottom))] min-[40rem]:grid-cols-2 rail:hidden">
      {placing ? (
        <ThumbShifts open={open} act={act} />
      ) : (
        <DigitRow
          {...digits}
          pressed={digit}
          disabled={!open}
          onPress={(one) => act({ kind: 'digit', digit: one })}
        />
      )}
      <div className="grid grid-cols-[1fr_64px_1fr] gap-2">
        <button
          type="button"
          aria-disabled={!open}
          aria-pressed={mark === 'pass'}
          className={`${THUMB} ${mark === 'pass' ? 'border-fg font-figure' : RESTING}`}
          onClick={() => act({ kind: 'mark', mark: 'pass' })}
        >
          {mark === 'pass' ? text.passed : text.pass}
        </button>
        <button
          type="button"
          aria-disabled={!open}
          className={`${THUMB} ${RESTING}`}
          onClick={() => act({ kind: 'undo' })}
        >
          <UndoGlyph />
          <span className="sr-only">{text.undoAtThumb}</span>
        </button>
        <button
          type="button"
          aria-disabled={!open}
          aria-pressed={mark === 'pick'}
          className={`${THUMB} ${mark === 'pick' ? 'border-indigo font-figure text-indigo' : RESTING}`}
          onClick={() => act({ kind: 'mark', mark: 'pick' })}
        >
          {mark === 'pick' && <Dot kind="pick" size={14} />}
          {mark === 'pick' ? text.picked : text.pick}
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
      {step(text.workBefore, 'left', -1)}
      {children}
      {step(text.nextWork, 'right', 1)}
    </div>
  )
}
