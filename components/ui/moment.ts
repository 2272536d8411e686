const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

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
  const month = MONTHS[date.getUTCMonth()] ?? ''
  const day = `${weekday ? `${DAYS[date.getUTCDay()]} ` : ''}${date.getUTCDate()} ${short ? month.slice(0, 3) : month}`
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
