export const cancelled = 'This round was cancelled.'
export const worksStay = (why: string) => `${why} Its works stay here.`
export const opensOn = (moment: string) => `Voting opens on ${moment}.`
export const numbered = 'Every work has its number, and nothing more is hung.'
export const counting = {
  title: 'Voting is closed.',
  text: 'The ballots are being counted. Until the log is sealed anyone can seal it with a receipt.',
  act: 'Follow the count',
}
