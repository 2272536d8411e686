export const nothing = 'Eine solche Gemeinschaft gibt es hier nicht.'
export const why =
  'Ihr Vertrag kann trotzdem auf der Chain stehen: Ein Server zeigt die Gemeinschaften, die bei ihm angemeldet sind.'
export const toCollection = 'Zur Sammlung'
export const found = 'Eine gründen'
