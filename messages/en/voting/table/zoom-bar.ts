export const further = 'Further'
export const nearer = 'Nearer'
export const fit = 'Fit'
