'use client'

import { type Ref, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { shorten } from '#components/ui/shorten.ts'
import { Switch } from '#components/ui/switch.tsx'
import { KeyList } from '#components/voting/table/key-list.tsx'
import { changeSettings } from '#components/voting/table/use-table-settings.ts'
import type { PairQueueSeed } from '#lib/protocol/pair-queue.ts'
import * as bar from '#messages/voting/duel/duel-bar.ts'
import * as text from '#messages/voting/duel/duel-sheet.ts'
import { HowDrawn } from './how-drawn.tsx'

const KEYS: readonly [caps: string, does: string][] = [
  ['← →', text.does.choose],
  ['=', text.does.tie],
  ['S', text.does.skip],
  ['Z', text.does.undo],
  ['+ − 0', text.does.zoom],
  ['⇧ ← →', text.does.pan],
  ['?', text.does.keys],
]

type DuelSheetProps = {
  dialog: Ref<HTMLDialogElement>
  seed: PairQueueSeed
  letters: boolean
  /** The ballot's progress, where the bar has no room for it. */
  meaning: string | null
  close: () => void
  askAgain: () => void
}

/** What every key does, whose queue this is, and what it is drawn from. */
export function DuelSheet({ dialog, seed, letters, meaning, close, askAgain }: DuelSheetProps) {
  const title = useId()
  return (
    <dialog
      ref={dialog}
      aria-labelledby={title}
      className="m-0 mt-auto ml-auto max-h-dvh w-full max-w-none overflow-y-auto border-edge border-t bg-ground px-5 pt-4 pb-5 text-fg backdrop:bg-well/60 rail:mr-4 rail:mb-31 rail:max-h-[calc(100dvh-11rem)] rail:w-[420px] rail:border"
    >
      <div className="flex items-center justify-between">
        <h2 id={title} className="font-figure text-18">
          <span className="max-rail:pointer-coarse:hidden">{bar.keys}</span>
          <span className="hidden max-rail:pointer-coarse:inline">{bar.more}</span>
        </h2>
        <Button size={44} onClick={close}>
          {text.close}
        </Button>
      </div>
      <KeyList keys={KEYS} />
      <p className="border-line border-t py-2 text-13 text-second max-rail:pointer-coarse:hidden">
        {text.whereKeysAct}
      </p>
      {meaning && <p className="py-2 text-13 text-second rail:hidden">{meaning}</p>}
      <p className="py-2 text-13 text-second rail:hidden">{bar.namesAfter}</p>
      <Switch label={text.keysOfOneSign} on={letters} onChange={(on) => changeSettings({ letters: on })} />
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-line border-t text-13">
        <span className="text-second">
          {text.judgedFor} <span className="type-mono text-fg">{shorten(seed.voter)}</span>
        </span>
        <Button
          kind="link"
          onClick={() => {
            close()
            askAgain()
          }}
        >
          {text.judgeForAnother}
        </Button>
      </div>
      <HowDrawn seed={seed} />
    </dialog>
  )
}
