'use client'

import { memo, type Ref, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import * as text from '#messages/voting/table/key-sheet.ts'
import type { DigitUse } from './digit-keys.ts'
import { KeyList } from './key-list.tsx'
import type { KeyAct } from './key-map.ts'
import { Passes, type PassesProps } from './passes.tsx'
import { TableKept } from './table-kept.tsx'
import { changeSettings, type TableSettings } from './use-table-settings.ts'

const DIGITS: Record<DigitUse, string> = text.digits

/** The ways to look, where no rail has them. */
function Looks({ go }: { go: (act: KeyAct) => () => void }) {
  const ways: readonly [string, KeyAct][] = [
    [text.compare, { kind: 'view', view: 'compare' }],
    [text.survey, { kind: 'view', view: 'survey' }],
    [text.closer, { kind: 'zoom-by', way: 'in' }],
    [text.oneWork, { kind: 'view', view: 'one' }],
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
  const digits = ['1 – 5', DIGITS[use]] as const
  const keys = [...text.markKeys, digits, ...(use === 'place' ? [text.shiftKey] : []), ...text.otherKeys]
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
          <span className="max-rail:pointer-coarse:hidden">{text.keys}</span>
          <span className="hidden max-rail:pointer-coarse:inline">{text.more}</span>
        </h2>
        <Button size={44} onClick={close}>
          {text.close}
        </Button>
      </div>
      <div className="my-3 rail:hidden">
        <Passes {...passes} stacked />
        <p className="mt-2 text-13 text-second">{purpose}</p>
      </div>
      <KeyList keys={keys} />
      <KeyList keys={text.gestures} only="hidden pointer-coarse:block" />
      <p className="border-line border-t py-2 text-13 text-second max-rail:pointer-coarse:hidden">
        {text.whereKeysAct}
      </p>
      <p className="border-line border-t py-2 text-13 text-second">{text.smallCopies}</p>
      <Switch label={text.goOn} on={settings.advance} onChange={(advance) => changeSettings({ advance })} />
      <Switch
        label={text.letterKeys}
        on={settings.letters}
        onChange={(letters) => changeSettings({ letters })}
      />
      <TableKept roundId={round.roundId} slug={round.slug} />
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Looks go={go} />
        <Button size={44} wide onClick={go({ kind: 'first' })}>
          {text.firstWork}
        </Button>
        <Button size={44} wide onClick={go({ kind: 'last' })}>
          {text.lastWork}
        </Button>
        <Button size={44} wide disabled={!open} onClick={go({ kind: 'mark', mark: 'unset' })}>
          {text.unset}
        </Button>
        <Button size={44} wide disabled={!open || !redoable} onClick={go({ kind: 'redo' })}>
          {text.redo}
        </Button>
      </div>
    </dialog>
  )
})
