export const ballotKept = 'Your ballot is kept.'
export const unsent = 'Signed, but this server could not be reached.'
export const sendAgain = 'Send it again'
export const signatureKept = 'Your signature is kept in this page. Nothing has to be signed again.'
export const takeNext = 'Take the next number and sign again'
export const back = 'Back to the ballot'
export const picksKept = 'Your picks are kept.'
export const connect = 'Connect a wallet to sign'
export const walletShows =
  'It shows these ten lines. If it shows anything else, close it: your ballot is kept.'
export const sending = 'Signed. Putting it into the log …'
export const noVotes = 'This account has no votes in this round: see why beside it.'
export const sign = (summary: string) => `Sign ballot: ${summary}, no gas`
export const withBorrowedKey = 'These ten lines are what is signed, at once and with a borrowed key.'
export const withWallet =
  'Your wallet opens and shows these ten lines. If it shows anything else, close it: your ballot is kept.'
export const free = 'Nothing is sent to a chain and nothing is paid.'
