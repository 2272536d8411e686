/** A number and what is counted, as it stands in a sentence. */
const counted = (one: string, many: string) => (count: number) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const works = counted('work', 'works')
export const ballots = counted('ballot', 'ballots')
export const votes = counted('vote', 'votes')
export const voters = counted('voter', 'voters')
export const rounds = counted('round', 'rounds')
export const duels = counted('duel', 'duels')
export const pairs = counted('pair', 'pairs')
export const places = counted('place', 'places')
export const points = counted('point', 'points')
