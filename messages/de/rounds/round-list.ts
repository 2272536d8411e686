import * as counts from '#messages/counts.ts'

export const until = (state: string, moment: string) => `${state} bis ${moment}`
export const facts = (standing: string, works: number, ballots: number, places: number) => {
  const cast = ballots > 0 ? `${counts.ballots(ballots)}, ` : ''
  return `${standing}. ${counts.works(works)}, ${cast}${counts.places(places)}.`
}
