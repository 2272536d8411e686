export const copiesWhole = ', den ganzen Wert kopieren'
export const copyValue = (value: string) => `${value} kopieren`
export const copy = 'Kopieren'
export const copied = 'Kopiert'
export const selectAndCopy = 'Markieren, kopieren'
