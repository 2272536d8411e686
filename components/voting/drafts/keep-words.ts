import { formatMoment } from '#components/ui/moment.ts'
import * as text from '#messages/voting/drafts/keep-words.ts'
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
  const last = savedAt === null ? '' : text.lastSaved(savedTime(savedAt, now))
  switch (state.kind) {
    case 'saved':
      return text.saved(host, last)
    case 'saving':
      return text.saving(host)
    case 'looking':
      return text.looking(host)
    case 'offline':
      return text.offline(host, last)
    case 'signed-out':
      return text.signedOut(host, last)
    case 'refused':
      return text.refused(host, last)
    case 'asks':
      return text.asks(host)
  }
}
