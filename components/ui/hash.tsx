'use client'

import type { FocusEvent } from 'react'
import * as words from '#messages/ui/hash.ts'
import { shorten } from './shorten.ts'
import { useCopy } from './use-copy.ts'

type HashProps = {
  value: string
  /** What was hashed, or the explorer's page; the short form becomes a link. */
  opens?: string
  /** Said before the value: "sha256". */
  algorithm?: string
  length?: 'short' | 'long'
  /** Which edge the full value grows from. */
  align?: 'start' | 'end'
  quiet?: boolean
}

/** Moves the whole value to the left as far as it would leave the window. */
function keepInside({ currentTarget }: FocusEvent<HTMLElement>): void {
  const whole = currentTarget.nextElementSibling as HTMLElement
  whole.style.translate = ''
  const beyond = whole.getBoundingClientRect().right + 8 - document.documentElement.clientWidth
  if (beyond > 0) whole.style.translate = `${-beyond}px`
}

/** Short on the page, whole on focus or touch, copied by one press. */
export function Hash({
  value,
  opens,
  algorithm,
  length = 'short',
  align = 'start',
  quiet = false,
}: HashProps) {
  const { copied, copy } = useCopy()
  const text = `${algorithm ? `${algorithm} ` : ''}${shorten(value, length)}`

  return (
    <span className="group relative inline-block">
      {opens ? (
        <a
          href={opens}
          onFocus={keepInside}
          className="link type-mono -my-[3px] inline-block whitespace-nowrap py-[3px]"
        >
          {text}
        </a>
      ) : (
        <button
          type="button"
          onFocus={keepInside}
          onClick={() => copy(value)}
          className={`type-mono -my-[3px] cursor-copy whitespace-nowrap py-[3px] ${quiet ? 'text-second' : ''}`}
        >
          {text}
          <span className="sr-only">{words.copiesWhole}</span>
        </button>
      )}
      <span
        className={`absolute top-full z-10 mt-1 hidden w-max max-w-[min(80vw,36rem)] items-baseline gap-3 border border-fg bg-raise px-2.5 py-1.5 text-left group-focus-within:flex ${align === 'end' ? 'right-0' : 'left-0'}`}
      >
        <span className="type-mono min-w-0 select-all break-all">{value}</span>
        <button
          type="button"
          onClick={() => copy(value)}
          className="link flex-none text-13"
          aria-label={words.copyValue(value)}
        >
          {copied === 'yes' ? words.copied : copied === 'failed' ? words.selectAndCopy : words.copy}
        </button>
        <span role="status" className="sr-only">
          {copied === 'yes' ? words.copied : ''}
        </span>
      </span>
    </span>
  )
}
