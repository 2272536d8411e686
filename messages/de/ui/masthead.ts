export const main = 'Hauptnavigation'
