export const unreached = 'This server could not be reached.'
export const unreachedNext = 'Your words are kept. Try again when you are connected.'
