export const copy = 'Copy'
export const copied = 'Copied'
export const failed = 'Select and copy'
export const copyOf = (label: string) => `Copy: ${label}`
