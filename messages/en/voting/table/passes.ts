export const legend = 'Passes over the works'
