export const cannotBeRead = (what: string, because: string) =>
  `${what} cannot be read${because ? `: ${because}` : ''}.`
export const picksAreKept = 'What you picked is kept on this device.'
export const tryAgain = 'Try again'
export const copyDetails = 'Copy details'
export const copied = 'Copied'
export const noteDetails = 'Note the code and the time'
