export const copiesWhole = ', copy the whole value'
export const copyValue = (value: string) => `Copy ${value}`
export const copy = 'Copy'
export const copied = 'Copied'
export const selectAndCopy = 'Select and copy'
