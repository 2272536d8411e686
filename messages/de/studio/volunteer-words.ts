import * as counts from '#messages/counts.ts'

const about = (minutes: number) => (minutes <= 1 ? 'etwa eine Minute' : `etwa ${minutes} min`)
const requests = (count: number) =>
  count === 0
    ? 'keine Anfrage vor dem nächsten'
    : `${count.toLocaleString('de-DE')} ${count === 1 ? 'Anfrage' : 'Anfragen'} vor dem nächsten`

export const waiting = (works: number) => `${counts.works(works)} jetzt bei Freiwilligen.`
export const waitingFor = (works: number, ahead: number, minutes: number) =>
  `${counts.works(works)} jetzt bei Freiwilligen: ${requests(ahead)}, ${about(minutes)}.`
export const on =
  'An: Freiwillige können gewählt werden, und Bilder gehen an sie, wo das am besten zur Runde passt.'
export const offForNew = 'Aus für neue Aufträge.'
export const off = 'Aus: Nichts verlässt diese Maschine in Richtung Freiwilliger.'
