export const votes = 'Votes'
export const voters = 'Voters'
export const ballots = 'Ballots'
export const points = 'Points'
export const mean = 'Mean'
export const round = 'Round'
export const strength = 'Strength'
export const duels = 'Duels'
export const meanOf = (points: string) => `mean ${points}`
export const leftIn = (round: number) => `round ${round}`
export const stillStanding = 'still standing at the end'
export const others = (count: number) =>
  count === 1 ? 'The other work' : `The other ${count.toLocaleString('en')} works`
export const caption = (round: string) => `The result of ${round}`
export const byPoints = (most: number) => `Voters by points, 1 to ${most}`
export const scale = (most: string) => `0 to ${most}`
export const scaleWithQuota = (most: string, quota: string) => `0 to ${most}, quota ${quota}`
