export const pageTitle = 'Closed for a moment · Verso'
export const closed = 'Closed for a moment'
export const cannotBeRead =
  'This page cannot be read. Nothing was changed, and what you picked is kept on this device.'
export const tryAgain = 'Try again'
