export const optional = 'optional'
export const node = 'A node of your choice'
export const nodeHint =
  'This browser asks it for the round’s anchors, and nobody else. Without one it reads what the record carries of the chain.'
export const collection = 'The community’s collection'
export const collectionHint =
  'If you know its address from elsewhere. Without it, the record’s own word is taken.'
export const opening = 'Opening the picture …'
