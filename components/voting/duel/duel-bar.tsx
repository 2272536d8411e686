'use client'

import type { ReactNode } from 'react'
import * as text from '#messages/voting/duel/duel-bar.ts'
import type { DuelAct } from './duel-keys.ts'

const BUTTON =
  'inline-flex cursor-pointer items-center justify-center gap-2.5 whitespace-nowrap rounded-control border leading-one aria-disabled:cursor-not-allowed'
const LOOK = {
  filled:
    'border-fg bg-fg font-statement text-ground hover:bg-second aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-second',
  plain: 'border-edge font-control hover:bg-press aria-disabled:border-line aria-disabled:text-second',
} as const
const SIZE = {
  large: 'h-13 px-2 text-15 max-rail:text-18 rail:px-[18px]',
  small: 'h-11 px-2 text-15 rail:h-10 rail:px-2.5',
} as const

type KeyProps = {
  cap: string
  /** Name of the key for assistive technology where the cap is a sign. */
  shortcut?: string
  look?: keyof typeof LOOK
  size?: keyof typeof SIZE
  capLast?: boolean
  off?: boolean
  disabled?: boolean
  onPress: () => void
  children: ReactNode
}

/** A button that says its key; on the phone there are no keys. */
function Key(props: KeyProps) {
  const { cap, shortcut = cap, look = 'plain', size = 'large', off = false, disabled = false } = props
  const sign = (
    <span
      aria-hidden="true"
      className={`inline-grid h-[22px] min-w-[22px] place-items-center rounded-control border px-1 font-mono text-12 leading-one [font-stretch:75%] max-rail:hidden ${look === 'filled' ? 'border-current' : 'border-edge'} ${off ? 'opacity-50' : ''}`}
    >
      {cap}
    </span>
  )
  return (
    <button
      type="button"
      aria-disabled={disabled}
      aria-keyshortcuts={off ? undefined : shortcut}
      onClick={props.onPress}
      className={`${BUTTON} ${LOOK[look]} ${SIZE[size]}`}
    >
      {!props.capLast && sign}
      <span>{props.children}</span>
      {props.capLast && sign}
    </button>
  )
}

/** One word where the works stand side by side, another where one stands above the other. */
function Words({ wide, tall }: { wide: string; tall: string }) {
  return (
    <>
      <span className="max-band:hidden">{wide}</span>
      <span className="band:hidden">{tall}</span>
    </>
  )
}

/** How far one has come, as a row of ticks; the words beside it say the same. */
function Ticks({ done, most }: { done: number; most: number }) {
  if (most > 100) return null
  return (
    <div aria-hidden="true" className="mt-2 flex h-[18px] items-center gap-[3px] max-rail:hidden">
      {Array.from({ length: most }, (_, index) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
          key={index}
          className={`min-w-0 max-w-1.5 flex-1 border ${index < done ? 'h-3 border-second bg-second' : index === done ? 'h-[18px] border-fg bg-fg' : 'h-3 border-edge'}`}
        />
      ))}
    </div>
  )
}

export type BarWords = {
  /** "Duel 24 of 40." */
  place: string
  settled: string | null
  meaning: string | null
  enough: string | null
}

type DuelBarProps = {
  words: BarWords
  done: number
  most: number
  /** Whether there is a pair to judge. */
  open: boolean
  enlarged: boolean
  /** Keys of one character are turned off. */
  off: boolean
  act: (act: DuelAct) => void
}

/** Everything one does in a duel, under the pair, where it does not move. */
export function DuelBar({ words, done, most, open, enlarged, off, act }: DuelBarProps) {
  const { place, settled, meaning, enough } = words
  return (
    <div className="grid gap-x-6 gap-y-3 bg-ground px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] rail:min-h-27 rail:grid-cols-[minmax(0,1fr)_auto_minmax(min-content,1fr)] rail:items-start rail:p-4">
      <div className="min-w-0 text-13">
        <p className="flex flex-wrap justify-between gap-x-2 rail:justify-start rail:font-figure">
          <span>{place}</span>
          <span className="max-rail:text-second">
            {settled} {enough}
          </span>
        </p>
        <Ticks done={done} most={most} />
        <p className="mt-2 text-second max-rail:hidden">{meaning}</p>
      </div>
      <div className="grid grid-cols-[3fr_2fr_2fr_3fr] gap-2 rail:flex">
        <Key
          cap="←"
          shortcut="ArrowLeft"
          look="filled"
          disabled={!open}
          onPress={() => act({ kind: 'choose', side: 'left' })}
        >
          <Words {...text.left} />
        </Key>
        <Key cap="=" off={off} disabled={!open} onPress={() => act({ kind: 'tie' })}>
          {text.tie}
        </Key>
        <Key cap="S" off={off} disabled={!open} onPress={() => act({ kind: 'skip' })}>
          {text.skip}
        </Key>
        <Key
          cap="→"
          shortcut="ArrowRight"
          look="filled"
          capLast
          disabled={!open}
          onPress={() => act({ kind: 'choose', side: 'right' })}
        >
          <Words {...text.right} />
        </Key>
      </div>
      <div className="min-w-0 text-13 rail:text-right">
        <div className="grid grid-cols-[2fr_3fr_2fr] gap-2 rail:flex rail:justify-end">
          <Key cap="Z" size="small" off={off} disabled={done === 0} onPress={() => act({ kind: 'undo' })}>
            {text.undo}
          </Key>
          <Key
            cap={enlarged ? '0' : '+'}
            size="small"
            off={off}
            disabled={!open}
            onPress={() => act({ kind: 'zoom', to: enlarged ? 'whole' : 'in' })}
          >
            {enlarged ? text.bothWhole : text.zoomBoth}
          </Key>
          <Key cap="?" size="small" off={off} onPress={() => act({ kind: 'keys' })}>
            <span className="max-rail:pointer-coarse:hidden">{text.keys}</span>
            <span className="hidden max-rail:pointer-coarse:inline">{text.more}</span>
          </Key>
        </div>
        <p className="mt-2.5 text-second max-rail:hidden">{text.namesAfter}</p>
      </div>
    </div>
  )
}
