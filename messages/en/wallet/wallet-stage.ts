export const open = 'Your wallet is open'
export const noAnswer = 'No answer yet. Unlock your wallet app, or look for its window behind this one.'
export const stop = 'Stop waiting'
export const back = 'Back'
