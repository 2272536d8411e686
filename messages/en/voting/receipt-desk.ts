export const waiting = [
  'The ballot in the leaf',
  'The operator’s signature, and the way to the root',
  'The newest head',
  'This leaf under it',
  'That it continues the receipt’s head',
  'The head on chain',
  'The sealed head',
]
export const again = 'Try now'
export const remembered = (number: number) => `This device remembers it as number ${number} in the log.`
export const offline = {
  is: 'No connection.',
  next: 'The receipt is fetched and checked as soon as the network is back.',
}
export const unreadable = { is: 'The receipt could not be read.', next: 'Nothing was changed.' }
export const missing = {
  is: 'There is no receipt to show here.',
  whileOpen:
    'Until the close a receipt is shown only to the browser that got it, or to its voter, signed in. If you saved it, the file proves your ballot without this page.',
  closed:
    'No ballot with this digest is in the log. If you hold a receipt for one, check it against the record of the round.',
}
export const toWall = 'To the wall'
export const fetching = 'Fetching the receipt …'
export const yours = (number: number) => `Your ballot is number ${number} in the log.`
export const somebodys = (number: number) => `This ballot is number ${number} in the log.`
export const save = 'Save receipt'
export const verify = 'Verify now'
export const yourBallot = 'your ballot'
export const thisBallot = 'this ballot'
export const others = 'other ballots'
export const othersUntil = (close: string) => `other ballots, closed until ${close}`
export const checking = 'being checked in this browser'
export const checked = (time: string | undefined) => `checked in this browser, ${time}`
