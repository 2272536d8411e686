import * as counts from '#messages/counts.ts'

export const votersFor = (points: number, voters: number) =>
  `${counts.points(points)}: ${voters === 0 ? 'none' : voters.toLocaleString('en')}`
export const gaveIt = (points: readonly string[]) => `Voters who gave it ${points.join('; ')}`
