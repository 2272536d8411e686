export const closed = 'Closed for a moment'
export const cannotBeRead = (what: string) =>
  `${what} cannot be read. Nothing was changed, and what you picked is kept on this device.`
export const tryAgain = 'Try again'
