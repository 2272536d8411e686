export const differs = (conflicts: number) =>
  conflicts === 1
    ? 'Eines wurde auf deinem anderen Gerät anders entschieden.'
    : `${conflicts} Dinge wurden auf deinem anderen Gerät anders entschieden.`
export const which = 'Alles Übrige von beiden ist hier. Was gilt?'
export const table = 'Anders entschieden'
export const work = 'Werk'
export const here = 'Hier'
export const there = 'Dort'
export const keepHere = 'Behalten, was hier ist'
export const takeThere = 'Nehmen, was dort ist'
