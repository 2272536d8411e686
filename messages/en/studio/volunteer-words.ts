import * as counts from '#messages/counts.ts'

const about = (minutes: number) => (minutes <= 1 ? 'about a minute' : `about ${minutes} min`)
const requests = (count: number) =>
  count === 0
    ? 'none before the next'
    : `${count.toLocaleString('en')} ${count === 1 ? 'request' : 'requests'} before the next`

export const waiting = (works: number) => `${counts.works(works)} with volunteers now.`
export const waitingFor = (works: number, ahead: number, minutes: number) =>
  `${counts.works(works)} with volunteers now: ${requests(ahead)}, ${about(minutes)}.`
export const on =
  'On: creators can choose volunteers, and pictures go to them where that suits the round best.'
export const offForNew = 'Off for new briefs.'
export const off = 'Off: nothing leaves this machine for a volunteer.'
