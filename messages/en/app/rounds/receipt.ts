export const title = 'Receipt'
export const steps = 'Steps'
export const pick = 'Pick'
export const review = 'Review'
export const sign = 'Sign'
export const kept = 'What you signed is remembered on this device.'
export const changeBallot = 'Change the ballot'
export const toResult = 'To the result'
export const watchLog = 'Watch the log grow'
export const theLog = 'The log of ballots'
export const about = (round: string) =>
  `${round}. Keep it: with it you can prove that your ballot was taken in, whatever this server says later.`
