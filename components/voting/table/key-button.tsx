'use client'

import type { ReactNode } from 'react'
import type { Rating } from '#components/voting/picks.ts'
import type { DigitKeys } from './digit-keys.ts'

type KeyButtonProps = {
  /** What stands on the cap. */
  cap: string
  /** Name of the key for assistive technology where the cap is a sign. */
  shortcut?: string
  label: string
  /** Set when the button is a state: the mark of the work that is shown. */
  pressed?: boolean
  tone?: 'pick' | 'plain'
  /** Keys are turned off, or the key only works by the mouse. */
  off?: boolean
  disabled?: boolean
  children?: ReactNode
  onPress: () => void
}

const CAP =
  'inline-grid h-[22px] min-w-7 place-items-center rounded-control border px-1.5 font-mono font-control text-12 leading-one [font-stretch:75%]'

/**
 * A key with its cap: the letter, what it does, and the mark it leaves. One that cannot act now keeps the focus
 * and says why when it is pressed.
 */
export function KeyButton(props: KeyButtonProps) {
  const { cap, shortcut = cap, label, pressed, tone = 'plain', off = false, disabled = false } = props
  const set = pressed ? `font-figure ${tone === 'pick' ? 'text-indigo' : ''}` : ''
  return (
    <button
      type="button"
      aria-disabled={disabled}
      aria-pressed={pressed}
      aria-keyshortcuts={off ? undefined : shortcut}
      onClick={props.onPress}
      className={`grid min-h-11 w-full cursor-pointer items-center gap-x-2.5 ${cap.length > 1 ? 'grid-cols-[auto_1fr_auto]' : 'grid-cols-[28px_1fr_auto]'} border-line border-t text-left text-15 hover:bg-press aria-disabled:cursor-not-allowed aria-disabled:text-second aria-disabled:hover:bg-transparent ${set}`}
    >
      <span
        aria-hidden="true"
        className={`whitespace-nowrap ${CAP} ${off ? 'border-line text-second' : pressed ? 'border-current' : 'border-edge'}`}
      >
        {cap}
      </span>
      <span>{label}</span>
      {props.children}
    </button>
  )
}

type DigitRowProps = Omit<DigitKeys, 'use'> & {
  off?: boolean
  disabled?: boolean
  onPress: (digit: Rating) => void
}

/** 1 to 5, whatever they give here. */
export function DigitRow({ legend, keys, pressed, off = false, disabled = false, onPress }: DigitRowProps) {
  return (
    <fieldset className="grid grid-cols-5 border-line max-rail:gap-2 rail:border-t">
      <legend className="sr-only">{legend}</legend>
      {keys.map(({ key, label, disabled: isBeyond }) => (
        <button
          key={key}
          type="button"
          aria-label={label}
          aria-disabled={disabled || isBeyond}
          aria-pressed={pressed === key}
          aria-keyshortcuts={off ? undefined : String(key)}
          onClick={() => onPress(key)}
          className="group grid min-h-11 cursor-pointer place-items-center aria-disabled:cursor-not-allowed aria-disabled:text-second"
        >
          <kbd
            className={`grid place-items-center rounded-control border font-mono font-control [font-stretch:75%] max-rail:h-11 max-rail:w-full max-rail:text-15 rail:size-8 rail:text-12 ${pressed === key ? 'border-fg bg-fg text-ground' : 'border-edge group-hover:bg-press group-aria-disabled:border-line'} ${off ? 'rail:text-second' : ''}`}
          >
            {key}
          </kbd>
        </button>
      ))}
    </fieldset>
  )
}
