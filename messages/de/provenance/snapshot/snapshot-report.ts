export const recount = 'Nachzählung'
export const vote = 'Art'
export const votes = 'Stimmen'
export const winner = 'Gewählt'
export const parting = 'Wo die beiden Zählungen sich trennen'
export const nowhere = 'Nirgends: Sie sind gleich.'
export const nothingToCompare = 'Es gibt nichts zu vergleichen.'
export const otherVotes = 'Weitere Stimmen, von denen man wissen sollte'
export const sameInBoth = 'beide Zählungen tun dasselbe'
export const untitled = 'Ein Vorschlag ohne Titel'
export const counted = (milliseconds: number) =>
  `Auf diesem Gerät gezählt in ${(milliseconds / 1000).toFixed(2).replace('.', ',')} s. Nichts wurde gesendet.`
export const threeCounts = 'Die drei Zählungen'
export const difference = 'Differenz = kompatibel − exakt'
