export const votes = 'Stimmen'
export const voters = 'Wähler:innen'
export const ballots = 'Stimmzettel'
export const points = 'Punkte'
export const mean = 'Mittel'
export const round = 'Runde'
export const strength = 'Stärke'
export const duels = 'Duelle'
export const meanOf = (points: string) => `im Mittel ${points}`
export const leftIn = (round: number) => `Runde ${round}`
export const stillStanding = 'am Ende noch dabei'
export const others = (count: number) =>
  count === 1 ? 'Das andere Werk' : `Die anderen ${count.toLocaleString('de-DE')} Werke`
export const caption = (round: string) => `Das Ergebnis von ${round}`
export const byPoints = (most: number) => `Wähler:innen nach Punkten, 1 bis ${most}`
export const scale = (most: string) => `0 bis ${most}`
export const scaleWithQuota = (most: string, quota: string) => `0 bis ${most}, Quote ${quota}`
