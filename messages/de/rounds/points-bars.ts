import * as counts from '#messages/counts.ts'

export const votersFor = (points: number, voters: number) =>
  `${counts.points(points)}: ${voters === 0 ? 'keine' : voters.toLocaleString('de-DE')}`
export const gaveIt = (points: readonly string[]) => `Wähler:innen, die ihm gaben: ${points.join('; ')}`
