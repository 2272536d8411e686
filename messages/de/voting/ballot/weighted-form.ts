export const shareOf = (title: string) => `Anteil von ${title}`
export const shareInFigures = (title: string) => `Anteil von ${title}, in Ziffern`
export const nothingLeft = 'nichts übrig'
export const left = (count: number) => `${count} übrig`
export const tooMany = (count: number) => `${count} zu viel`
export const sharedOf = (shared: number, whole: number) => `${shared} von ${whole} verteilt`
export const splitEvenly = 'Gleich verteilen'
