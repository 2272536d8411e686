export const title = 'This server could not be reached.'
export const next = 'Try again when you are connected.'
