export const pageTitle = 'Votes of an address'
export const noAddress = 'An address has 0x and 40 hexadecimal digits. Names are not looked up here.'
export const title = 'Votes'
export const backToWall = 'Back to the wall'
export const about = (weighedAt: string) =>
  `Votes are weighed at ${weighedAt}. Type any address: nothing is connected, and nothing is kept.`
export const address = 'Address'
export const anyAccount = 'Any account of yours.'
export const show = 'Show its votes'
