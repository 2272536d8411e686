export const copy = 'Kopieren'
export const copied = 'Kopiert'
export const failed = 'Markieren und kopieren'
export const copyOf = (label: string) => `Kopieren: ${label}`
