export const optional = 'optional'
export const node = 'Ein Knoten deiner Wahl'
export const nodeHint =
  'Dieser Browser fragt ihn nach den Ankern der Runde, und niemanden sonst. Ohne ihn liest er, was die Akte von der Chain enthält.'
export const collection = 'Die Sammlung der Gemeinschaft'
export const collectionHint = 'Falls du ihre Adresse von anderswo kennst. Ohne sie gilt das Wort der Akte.'
export const opening = 'Das Bild wird geöffnet …'
