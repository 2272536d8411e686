import * as counts from '#messages/counts.ts'

export const chosen = (works: number) =>
  works === 0 ? 'It abstains' : works === 1 ? 'One work' : `${works} works`
export const chosenAside = 'what this ballot chooses'
export const connect = 'Connect as an owner'
export const walletShows =
  'It shows a SafeMessage with one line, the digest of this ballot. If it shows anything else, close it: the ballot is kept.'
export const sending = 'Signed. Handing it in …'
export const ballotKept = 'The ballot is kept.'
export const noOwner = 'This account is not an owner of the Safe.'
export const useOwner = 'Use one of the owners listed here. What the others signed is kept.'
export const sign = (works: number) =>
  `Sign for the Safe: ${works === 0 ? 'abstain' : works === 1 ? '1 work' : `${works} works`}, no gas`
export const messageBefore = 'Your wallet shows a SafeMessage with one line: '
export const messageAfter =
  '. That is the digest of the ballot here. Nothing is sent to a chain and nothing is paid.'
export const passOn =
  'Send the address of this page to the other owners: it opens on any device until the close. Whoever has it can read the ballot, so give it to nobody else.'
export const sendNow = 'Send it now'
export const copied = 'Copied'
export const copyAddress = 'Copy the address of this page'
export const signedOnChain = 'The Safe has signed on chain: check'
export const takenAs = (number: number) => `The Safe’s ballot is number ${number} in the log.`
export const taken = 'The Safe’s ballot is in the log.'
export const toReceipt = 'To the receipt'
export const takenHow =
  'Its owners signed, and its contract took the signatures. Until the close the Safe can replace it.'
export const makeNew = 'Make a new one'
export const refused = 'This one cannot be sent any more. A new one takes a later number.'
export const over = 'This ballot can no longer be sent.'
export const toWall = 'To the wall'
export const overWhy = 'Voting is closed, or the round was cancelled.'
export const sheet = 'The text the Safe signs'
export const meaning = (works: number) => (works === 0 ? 'it abstains' : counts.works(works))
export const theSafe = 'the Safe'
