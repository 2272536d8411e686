export const cannotBeRead = (what: string, because: string) =>
  `${what} ist gerade nicht lesbar${because ? `: ${because}` : ''}.`
export const picksAreKept = 'Was du gewählt hast, bleibt auf diesem Gerät.'
export const tryAgain = 'Noch einmal'
export const copyDetails = 'Details kopieren'
export const copied = 'Kopiert'
export const noteDetails = 'Code und Zeit notieren'
