export const groups = { curator: 'Kurator:innen', creator: 'Urheber:innen', director: 'Leitung' }
export const does = {
  curator: 'unterschreibt einen Stimmzettel',
  creator: 'unterschreibt Aufträge',
  director: 'eröffnet, schließt, prägt',
}
export const votes = (count: bigint, block: string | null, voted: boolean) =>
  `${count.toLocaleString('de-DE')} ${count === 1n ? 'Stimme' : 'Stimmen'} ${
    block === null ? 'Stand jetzt' : `bei Block ${block}`
  }${voted ? ', hat abgestimmt' : ''}`
