import * as text from '#messages/ui/moment.ts'

export type MomentStyle = {
  weekday?: boolean
  year?: boolean
  seconds?: boolean
  short?: boolean
  time?: boolean
}

const two = (value: number) => String(value).padStart(2, '0')

/**
 * A moment in words, always in UTC and the same on server and browser: "Thu 10 December, 18:00 UTC".
 * `short` cuts the month to three letters and leaves the zone out, for tables that name it once.
 */
export function formatMoment(at: string | number | Date, style: MomentStyle = {}): string {
  const { weekday = false, year = false, seconds = false, short = false, time = true } = style
  const date = new Date(at)
  const month = (short ? text.shortMonths : text.months)[date.getUTCMonth()] ?? ''
  const plain = text.day(date.getUTCDate(), month)
  const day = weekday ? text.dayOfWeek(text.weekdays[date.getUTCDay()] ?? '', plain) : plain
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds ? `:${two(date.getUTCSeconds())}` : ''}`
  const whole = year ? `${day} ${date.getUTCFullYear()}` : day
  return time ? `${whole}, ${clock}${short ? '' : ' UTC'}` : whole
}

/**
 * Time left, in milliseconds, as a clock on the wall: days and hours, minutes inside three days, seconds never.
 * `short` keeps the two largest parts. Null when the moment has come.
 */
export function formatRemaining(ms: number, short = false): string | null {
  if (ms <= 0) return null
  const minutes = Math.ceil(ms / 60_000)
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const parts = days > 0 ? [`${days} d`, `${two(hours)} h`] : hours > 0 ? [`${hours} h`] : []
  if (days < 3 && !(short && days > 0))
    parts.push(`${hours > 0 || days > 0 ? two(minutes % 60) : minutes % 60} min`)
  return parts.join(' ')
}
