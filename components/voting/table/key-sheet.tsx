'use client'

import { memo, type Ref, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { DigitUse } from './digit-keys.ts'
import { KeyList } from './key-list.tsx'
import type { KeyAct } from './key-map.ts'
import { Passes, type PassesProps } from './passes.tsx'
import { TableKept } from './table-kept.tsx'
import { changeSettings, type TableSettings } from './use-table-settings.ts'

const KEYS: readonly [caps: string, does: string][] = [
  ['P', 'Pick: this work is on your ballot. Again takes it off.'],
  ['X', 'Pass. Again takes it off.'],
  ['U', 'Unset: neither picked nor passed.'],
  ['← →', 'The work before, the work after.'],
  ['Home End', 'The first work, the last work.'],
  ['C', 'Compare with the next one that is kept. Arrows bring another challenger, with S it wins.'],
  ['N', 'Survey: the works beside each other. Enter opens one.'],
  ['+ − 0', 'Closer, further, and as it fits. Arrows move on in the same place.'],
  ['Esc', 'Back to one work.'],
  ['Z', 'Undo. Shift and Z make it again.'],
  ['?', 'This list.'],
]

const DIGITS: Record<DigitUse, string> = {
  rating: 'Rate, for your own order. It never stands on a ballot.',
  points: 'Points on your ballot. Again takes them off.',
  place: 'Put this work in that place of your ballot.',
}

const SHIFT: [string, string] = ['Alt ←→', 'This work earlier or later on your ballot.']

const GESTURES: readonly [caps: string, does: string][] = [
  ['← →', 'Swipe: the next work, the work before.'],
  ['↑', 'Swipe: pick. Again takes it off.'],
  ['↓', 'Swipe: pass. Again takes it off.'],
  ['2×', 'Tap twice, or part two fingers: closer. Tap twice again: as it fits.'],
]

/** The ways to look, where no rail has them. */
function Looks({ go }: { go: (act: KeyAct) => () => void }) {
  const ways: readonly [string, KeyAct][] = [
    ['Compare', { kind: 'view', view: 'compare' }],
    ['Survey', { kind: 'view', view: 'survey' }],
    ['Closer', { kind: 'zoom-by', way: 'in' }],
    ['One work', { kind: 'view', view: 'one' }],
  ]
  return (
    <div className="contents rail:hidden">
      {ways.map(([label, act]) => (
        <Button key={label} size={44} wide onClick={go(act)}>
          {label}
        </Button>
      ))}
    </div>
  )
}

type KeySheetProps = {
  dialog: Ref<HTMLDialogElement>
  close: () => void
  settings: TableSettings
  open: boolean
  redoable: boolean
  act: (act: KeyAct) => void
  round: { roundId: string; slug: string }
  /** The passes, where the strip has no room for them. */
  passes: PassesProps
  purpose: string
  /** What 1 to 5 do. */
  use: DigitUse
}

/** What every key does, the switches, and the acts that have no place at the thumb. */
export const KeySheet = memo(function KeySheet(props: KeySheetProps) {
  const { dialog, close, settings, open, redoable, act, round, passes, purpose, use } = props
  const title = useId()
  const digits: [string, string] = ['1 – 5', DIGITS[use]]
  const keys = [...KEYS.slice(0, 3), digits, ...(use === 'place' ? [SHIFT] : []), ...KEYS.slice(3)]
  const go = (move: KeyAct) => () => {
    act(move)
    close()
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      className="m-0 mt-auto ml-auto max-h-dvh w-full rail:max-h-[calc(100dvh-9rem)] max-w-none overflow-y-auto border-edge border-t bg-ground px-5 pt-4 pb-5 text-fg backdrop:bg-well/60 rail:mr-[248px] rail:mb-28 rail:w-[380px] rail:border"
    >
      <div className="flex items-center justify-between">
        <h2 id={title} className="font-figure text-18">
          <span className="max-rail:pointer-coarse:hidden">Keys</span>
          <span className="hidden max-rail:pointer-coarse:inline">More</span>
        </h2>
        <Button size={44} onClick={close}>
          Close
        </Button>
      </div>
      <div className="my-3 rail:hidden">
        <Passes {...passes} stacked />
        <p className="mt-2 text-13 text-second">{purpose}</p>
      </div>
      <KeyList keys={keys} />
      <KeyList keys={GESTURES} only="hidden pointer-coarse:block" />
      <p className="border-line border-t py-2 text-13 text-second max-rail:pointer-coarse:hidden">
        Keys act while the focus is on the table, not in the strip above it.
      </p>
      <Switch
        label="After a mark, go on to the next unset work"
        on={settings.advance}
        onChange={(advance) => changeSettings({ advance })}
      />
      <Switch
        label="Keys of one letter or figure"
        on={settings.letters}
        onChange={(letters) => changeSettings({ letters })}
      />
      <TableKept roundId={round.roundId} slug={round.slug} />
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Looks go={go} />
        <Button size={44} wide onClick={go({ kind: 'first' })}>
          First work
        </Button>
        <Button size={44} wide onClick={go({ kind: 'last' })}>
          Last work
        </Button>
        <Button size={44} wide disabled={!open} onClick={go({ kind: 'mark', mark: 'unset' })}>
          Unset this work
        </Button>
        <Button size={44} wide disabled={!open || !redoable} onClick={go({ kind: 'redo' })}>
          Redo
        </Button>
      </div>
    </dialog>
  )
})
