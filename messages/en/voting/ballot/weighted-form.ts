export const shareOf = (title: string) => `Share of ${title}`
export const shareInFigures = (title: string) => `Share of ${title}, in figures`
export const nothingLeft = 'nothing left'
export const left = (count: number) => `${count} left`
export const tooMany = (count: number) => `${count} too many`
export const sharedOf = (shared: number, whole: number) => `${shared} of ${whole} shared`
export const splitEvenly = 'Split evenly'
