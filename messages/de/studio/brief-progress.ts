export const hung = (count: number) => `${count} gehängt`
export const turnedAway = (count: number) => `${count} abgewiesen`
export const toCome = (count: number) => (count === 1 ? '1 kommt noch' : `${count} kommen noch`)
export const makeVariations = 'Variieren'
export const ofWork = (title: string) => `: ${title}`
export const works = 'Werke dieses Auftrags'
export const asking = 'Der laufende Stand kam nicht durch; diese Seite fragt alle zwei Sekunden nach.'
