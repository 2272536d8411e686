import { language } from '#messages/language.ts'

const tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** How long something takes, in its two largest units: "0.8 s", "42 s", "12 min", "3 h 20 min", "4 d 6 h". */
export function durationWords(ms: number): string {
  if (ms < 9_950) return `${tenths.format(ms / 1000)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  const whole = Math.round(minutes / 60)
  return whole % 24 === 0 ? `${whole / 24} d` : `${Math.floor(whole / 24)} d ${whole % 24} h`
}

const two = (value: number) => String(value).padStart(2, '0')

/** A moment of today to the second, in UTC. */
export function clockWords(atMs: number): string {
  const at = new Date(atMs)
  return [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')
}
