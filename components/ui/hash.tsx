'use client'

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
  /** Which edge the full value grows from; the line it stands in, where that is near the edge of the window. */
  align?: keyof typeof EDGE
  quiet?: boolean
}

const EDGE = {
  start: 'band:left-0 band:top-full band:max-w-[min(80vw,36rem)]',
  end: 'band:right-0 band:top-full band:max-w-[min(80vw,36rem)]',
  line: 'band:left-0 band:max-w-full',
}

/** Short on the page, whole on focus or touch (at the foot of a phone), copied by one press. */
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
    <span className={`group inline-block ${align === 'line' ? '' : 'relative'}`}>
      {opens ? (
        <a href={opens} className="link type-mono -my-[3px] inline-block whitespace-nowrap py-[3px]">
          {text}
        </a>
      ) : (
        <button
          type="button"
          onClick={() => copy(value)}
          className={`type-mono -my-[3px] cursor-copy whitespace-nowrap py-[3px] ${quiet ? 'text-second' : ''}`}
        >
          {text}
          <span className="sr-only">{words.copiesWhole}</span>
        </button>
      )}
      <span
        className={`z-10 hidden items-baseline gap-3 border border-fg bg-raise px-2.5 py-1.5 text-left group-focus-within:flex max-band:fixed max-band:inset-x-5 max-band:bottom-16 band:absolute band:mt-1 band:w-max ${EDGE[align]}`}
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
