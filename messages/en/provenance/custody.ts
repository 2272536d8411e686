export const title = 'Chain of custody'
/** So many lines of each verdict. */
export const counted = {
  checked: (count: number) => `${count} green`,
  broken: (count: number) => `${count} broken`,
  attested: (count: number) => `${count} attested`,
  unknown: (count: number) => `${count} unknown`,
  todo: (count: number) => `${count} to do`,
}
export const found = 'found'
export const signed = 'signed'
