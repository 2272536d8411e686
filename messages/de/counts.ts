/** A number and what is counted, as it stands in a sentence. */
const counted = (one: string, many: string) => (count: number) =>
  `${count.toLocaleString('de-DE')} ${count === 1 ? one : many}`

export const works = counted('Werk', 'Werke')
export const ballots = counted('Stimmzettel', 'Stimmzettel')
export const votes = counted('Stimme', 'Stimmen')
export const voters = counted('Wähler:in', 'Wähler:innen')
export const rounds = counted('Runde', 'Runden')
export const duels = counted('Duell', 'Duelle')
export const pairs = counted('Paar', 'Paare')
export const places = counted('Platz', 'Plätze')
export const points = counted('Punkt', 'Punkte')
