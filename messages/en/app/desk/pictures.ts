export const title = 'Pictures'
export const about =
  'Where each picture of this round was made and why there, how every provider does, and what it cost. Times of day are UTC.'
export const backToRound = 'Back to the round'
export const spent = 'Spent'
export const change = 'Change what counts, and the budget'
export const providers = 'Providers'
export const counted = (count: number) => {
  if (count === 0) return 'no request yet'
  return count === 1 ? 'one request so far' : `over the last ${count} requests`
}
export const batch = 'What a batch would be'
export const last = 'Last pictures'
export const onlyDirector = 'Only the director sees this.'
export const useDirector = 'You are signed in with another account.'
export const whySignIn = 'Only the director sees how the pictures of a round are made.'
export const fetching = 'Fetching the pictures …'
