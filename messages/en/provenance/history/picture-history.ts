export const stages = {
  reading: 'Reading the picture',
  looking: 'Decoding and hashing it',
  asking: 'Asking this site by its hashes',
}
export const cancel = 'Cancel'
export const stopped = 'You stopped it.'
export const again = 'Look again'
export const toWork = 'To the work'
export const toRounds = 'See what hangs'
