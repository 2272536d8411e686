'use client'

import * as text from '#messages/ui/countdown.ts'
import { formatMoment, formatRemaining } from './moment.ts'
import { useRemaining } from './use-remaining.ts'

type CountdownProps = {
  /** The moment counted down to, ISO. */
  at: string
  /** The server's clock when the page was made, ISO: the device's own clock is never trusted. */
  now: string
  /** Before the absolute time: "to the close:". */
  label: string
  /** The same in one word, for the phone: "closes". */
  verb?: string
  /** After the absolute time: "No totals before." */
  note?: string
  /** Stands in place of the clock when the moment has come. */
  over: string
  size?: 24 | 15
}

/** Time left with the absolute time beside it; it is information, so it never turns red. */
export function Countdown({ at, now, label, verb = text.until, note, over, size = 24 }: CountdownProps) {
  const left = useRemaining(at, now)
  const full = formatRemaining(left)
  return (
    <div className="text-13 band:mt-6 band:border-fg band:border-t band:pt-2.5">
      <p
        className={
          size === 24
            ? 'font-figure max-band:text-15 band:font-statement band:text-24 band:leading-[1.15]'
            : 'font-figure text-15'
        }
      >
        {full ? (
          <>
            <span className={size === 24 ? 'max-band:hidden' : 'hidden'}>{full}</span>
            <span className={size === 24 ? 'band:hidden' : ''}>{formatRemaining(left, true)}</span>
          </>
        ) : (
          over
        )}
      </p>
      <p className="text-second">
        <time dateTime={at} className="max-band:hidden">
          {label} {formatMoment(at, { weekday: true })}
        </time>
        <time dateTime={at} className="band:hidden">
          {verb} {formatMoment(at, { short: true })} UTC
        </time>
        {note && <span className="max-band:hidden">. {note}</span>}
      </p>
    </div>
  )
}
