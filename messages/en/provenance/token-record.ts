export const title = 'Its record'
export const here = 'checked in this browser'
export const record = {
  running: 'Fetching the record …',
  unknown: 'The record could not be fetched, so nothing is said about it.',
  checked: 'This browser hashed the record: it is what the contract keeps, byte for byte.',
  broken: 'The record served here is not the one that the contract keeps.',
}
export const address = {
  running: 'Building the address …',
  checked: 'The token’s address is that hash: it can point to nothing else.',
  broken: 'The token’s address is not that hash.',
}
export const found = 'found'
