export const steps = 'Steps'
export const write = 'Write'
export const sign = 'Sign'
export const watch = 'Watch it hang'
