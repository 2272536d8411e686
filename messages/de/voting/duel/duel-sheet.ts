export const does = {
  choose: 'Das linke Werk gewinnt, das rechte Werk gewinnt.',
  tie: 'Gleichstand: Beide sind gleich gut.',
  skip: 'Weiter: Dieses Paar bleibt unbeurteilt, und beide Werke gehen.',
  undo: 'Das letzte Duell rückgängig machen.',
  zoom: 'Beide Werke größer, kleiner, ganz.',
  pan: 'Mit Umschalt bewegen die Pfeile, was vergrößert ist.',
  keys: 'Diese Liste.',
}
export const close = 'Schließen'
export const whereKeysAct = 'Tasten wirken, solange der Fokus auf dem Paar oder der Leiste darunter liegt.'
export const keysOfOneSign = 'Tasten mit einem Buchstaben oder Zeichen'
export const judgedFor = 'Beurteilt für'
export const judgeForAnother = 'Für eine andere Adresse urteilen'
