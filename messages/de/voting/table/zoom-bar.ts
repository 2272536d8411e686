export const further = 'Weiter weg'
export const nearer = 'Näher'
export const fit = 'Einpassen'
