import { formatMoment } from '#components/ui/moment.ts'
import type { KeepState } from './keeping.ts'

const DAY_SECONDS = 86_400
const two = (value: number) => String(value).padStart(2, '0')

/** "12:31" by the clock on the visitor's wall; a day and more ago with its date. */
export function savedTime(savedAt: number, now: number): string {
  const date = new Date(savedAt * 1000)
  if (now - savedAt >= DAY_SECONDS) return formatMoment(date)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

type Place = { host: string; savedAt: number | null; now: number }

/** Where a draft is kept, as one sentence or two. */
export function keepWords(state: KeepState, { host, savedAt, now }: Place): string {
  const last = savedAt === null ? '' : `; last saved ${savedTime(savedAt, now)}`
  switch (state.kind) {
    case 'saved':
      return `Kept on this device and, for you alone, at ${host}${last}.`
    case 'saving':
      return `Kept on this device; saving it at ${host} …`
    case 'looking':
      return `Kept on this device; asking ${host} what your other devices decided …`
    case 'offline':
      return `Kept on this device. ${host} does not answer: it is tried again by itself${last}.`
    case 'signed-out':
      return `Kept on this device only, until you sign in at ${host} again${last}.`
    case 'refused':
      return `Kept on this device. ${host} did not take the latest of it${last}.`
    case 'asks':
      return `Kept on this device. Nothing is saved at ${host} until you have answered.`
  }
}
