export const nothing = 'Unter dieser Adresse ist kein Stimmzettel.'
export const why =
  'Der Stimmzettel eines Safe hat eine Adresse, die niemand erraten kann. Lass sie dir noch einmal ganz schicken.'
export const allRounds = 'Alle Runden'
