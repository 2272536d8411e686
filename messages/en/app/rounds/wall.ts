export const nextWorks = 'The next works'
export const lightTable = 'Light Table'
export const reviewBallot = 'Review ballot'
export const smallCopies =
  'No credentials in these smaller copies: the original hangs on the page of each work.'
