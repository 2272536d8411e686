'use client'

import { memo, type Ref, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import type { KeyAct } from './key-map.ts'
import { Passes, type PassesProps } from './passes.tsx'
import { changeSettings, type TableSettings } from './use-table-settings.ts'

const KEYS: readonly [caps: string, does: string][] = [
  ['P', 'Pick: this work is on your ballot. Again takes it off.'],
  ['X', 'Pass. Again takes it off.'],
  ['U', 'Unset: neither picked nor passed.'],
  ['1 – 5', 'Rate, for your own order. It never leaves this device.'],
  ['← →', 'The work before, the work after.'],
  ['Home End', 'The first work, the last work.'],
  ['Z', 'Undo. Shift and Z make it again.'],
  ['?', 'This list.'],
]

type KeySheetProps = {
  dialog: Ref<HTMLDialogElement>
  close: () => void
  settings: TableSettings
  open: boolean
  redoable: boolean
  act: (act: KeyAct) => void
  /** The passes, where the strip has no room for them. */
  passes: PassesProps
}

/** What every key does, the switches, and the acts that have no place at the thumb. */
export const KeySheet = memo(function KeySheet(props: KeySheetProps) {
  const { dialog, close, settings, open, redoable, act, passes } = props
  const title = useId()
  const go = (move: KeyAct) => () => {
    act(move)
    close()
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      className="m-0 mt-auto ml-auto max-h-dvh w-full max-w-none overflow-y-auto border-edge border-t bg-ground px-5 pt-4 pb-5 text-fg backdrop:bg-well/60 rail:mr-[248px] rail:mb-28 rail:w-[380px] rail:border"
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
      </div>
      <dl className="mt-3 text-13 max-rail:pointer-coarse:hidden">
        {KEYS.map(([caps, does]) => (
          <div key={caps} className="grid grid-cols-[72px_1fr] gap-x-3 border-line border-t py-1.5">
            <dt className="flex flex-wrap gap-1">
              {caps.split(' ').map((cap) =>
                cap === '–' ? (
                  <span key={cap}>–</span>
                ) : (
                  <kbd
                    key={cap}
                    className="inline-grid h-[22px] min-w-[22px] place-items-center rounded-control border border-edge px-1 font-mono text-12 leading-one [font-stretch:75%]"
                  >
                    {cap}
                  </kbd>
                ),
              )}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
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
      <div className="mt-2 grid grid-cols-2 gap-2">
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
